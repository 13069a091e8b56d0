namespace NewsSite.Web.Editions;

/// <summary>The plural form a whole number takes.</summary>
/// <remarks>Source: Unicode CLDR, Language Plural Rules, for the languages that have words here.</remarks>
internal static class Plural
{
    public static string FormOf(string language, long n) => language switch
    {
        "uk" => Ukrainian(n % 10, n % 100),
        "ar" => Arabic(n, n % 100),
        _ => n == 1 ? "one" : "other",
    };

    private static string Ukrainian(long last, long lastTwo) =>
        last == 1 && lastTwo != 11 ? "one" : last is >= 2 and <= 4 && lastTwo is < 12 or > 14 ? "few" : "many";

    private static string Arabic(long n, long lastTwo) => n switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ => lastTwo is >= 3 and <= 10 ? "few" : lastTwo >= 11 ? "many" : "other",
    };
}
