using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsSite.Site.House;

/// <summary>The words on screen: every language says everything, nothing is said that nobody shows.</summary>
public sealed partial class WordsTests
{
    private static readonly Dictionary<string, string[]> Forms = new()
    {
        ["en"] = ["one", "other"],
        ["uk"] = ["one", "few", "many"],
        ["ar"] = ["zero", "one", "two", "few", "many", "other"],
    };

    private static readonly Dictionary<string, Dictionary<string, string>> All = House.Files("src/Web/Words", ".json")
        .ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => JsonSerializer.Deserialize<Dictionary<string, string>>(House.Read(f))!);

    private static readonly string Code = string.Join('\n', House.Files("src/Web", ".cs", ".cshtml").Select(House.Read));

    private static readonly HashSet<string> Counted = [.. All["en"].Keys.Where(k => k.EndsWith(".other", StringComparison.Ordinal) && All["en"].ContainsKey(k[..^5] + "one")).Select(k => k[..^6])];

    [Fact]
    public void Every_language_says_everything()
    {
        var plain = All["en"].Keys.Where(k => !Counted.Any(c => IsFormOf(k, c))).ToList();
        House.Nothing(
            from forms in Forms
            let words = All.GetValueOrDefault(forms.Key) ?? []
            from key in plain.Concat(Counted.SelectMany(c => forms.Value.Select(f => $"{c}.{f}")))
            where string.IsNullOrWhiteSpace(words.GetValueOrDefault(key))
            select $"{forms.Key}.json: {key}",
            "Not said:");
        House.Nothing(
            from words in All
            from key in words.Value.Keys
            where !plain.Contains(key) && !Counted.Any(c => IsFormOf(key, c))
            select $"{words.Key}.json: {key}",
            "Said in another language only:");
    }

    [Fact]
    public void Every_language_leaves_the_same_places_to_fill() => House.Nothing(
        from words in All
        from word in words.Value
        let forms = Counted.FirstOrDefault(c => IsFormOf(word.Key, c))
        let english = All["en"].GetValueOrDefault(forms is null ? word.Key : forms + ".other")
        where english is not null && !Places(word.Value).IsSubsetOf(Places(english)) | (forms is null && !Places(english!).SetEquals(Places(word.Value)))
        select $"{words.Key}.json: {word.Key}: {word.Value}",
        "Places such as {0} differ from English:");

    [Fact]
    public void Every_word_that_is_asked_for_is_there() => House.Nothing(
        from Match asked in Asked().Matches(Code)
        let key = asked.Groups["key"].Value
        where !(asked.Groups["how"].Value == "Count" ? Counted.Contains(key) : All["en"].ContainsKey(key))
        select $"{asked.Groups["how"].Value}(\"{key}\")",
        "Asked for, but not in en.json:");

    [Fact]
    public void Every_value_readers_see_has_a_word() => House.Nothing(
        from type in House.Assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsEnum)
        let spoken = Enum.GetNames(type).Where(n => All["en"].ContainsKey($"{type.Name}.{n}")).ToList()
        where spoken.Count > 0
        from name in Enum.GetNames(type).Except(spoken)
        select $"{type.Name}.{name}",
        "Not in en.json:");

    [Fact]
    public void No_word_is_kept_that_nobody_shows()
    {
        var literals = Literal().Matches(Code).Select(m => m.Groups[1].Value).ToHashSet();
        var enums = House.Assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsEnum).Select(t => t.Name + ".").ToList();
        House.Nothing(
            All["en"].Keys.Where(key => !enums.Any(e => key.StartsWith(e, StringComparison.Ordinal))
                && !literals.Any(l => l == key || (l.Length > 2 && key.StartsWith(l.EndsWith('.') ? l : l + ".", StringComparison.Ordinal) && l.Contains('.', StringComparison.Ordinal)) || key.StartsWith(l + ".", StringComparison.Ordinal) && Counted.Contains(l))),
            "In en.json, but nowhere asked for:");
    }

    private static bool IsFormOf(string key, string counted) => key.StartsWith(counted + ".", StringComparison.Ordinal) && key[(counted.Length + 1)..] is "zero" or "one" or "two" or "few" or "many" or "other" && key.LastIndexOf('.') == counted.Length;

    private static HashSet<string> Places(string words) => [.. Place().Matches(words).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"(?:Here|words|here)\[""(?<key>[\w.]+)""\]|\b(?:Here|here|words)\.(?<how>Say|Count)\(""(?<key>[\w.]+)""")]
    private static partial Regex Asked();

    /// <summary>A text in the code; of one with a hole, what stands before the hole.</summary>
    [GeneratedRegex(@"""([A-Za-z][\w.]*)(?=[""{])")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{(\d)")]
    private static partial Regex Place();
}
