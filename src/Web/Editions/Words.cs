using System.Text.Json;

namespace NewsSite.Web.Editions;

/// <summary>The words on screen in one language. A language without words of its own shows English ones.</summary>
public sealed class Words
{
    private static readonly Dictionary<string, Words> All = Load();
    private readonly Dictionary<string, string> texts;

    private Words(string language, Dictionary<string, string> texts) => (Language, this.texts) = (language, texts);

    public string Language { get; }

    public IReadOnlyCollection<string> Keys => texts.Keys;

    public static IReadOnlyCollection<string> Languages => All.Keys;

    /// <exception cref="KeyNotFoundException">No such words: a test compares every key used with every key there is.</exception>
    public string this[string key] => texts[key];

    public static Words In(string language) => All.GetValueOrDefault(language) ?? All["en"];

    /// <summary>The form of a counted thing, such as "5 хвилин".</summary>
    public string Count(string key, long n) => texts.GetValueOrDefault($"{key}.{Plural.FormOf(Language, n)}") ?? texts[$"{key}.other"];

    private static Dictionary<string, Words> Load()
    {
        var assembly = typeof(Words).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Words/", StringComparison.Ordinal))
            .Select(name => (Language: Path.GetFileNameWithoutExtension(name), Stream: assembly.GetManifestResourceStream(name)!))
            .ToDictionary(w => w.Language, w => new Words(w.Language, JsonSerializer.Deserialize<Dictionary<string, string>>(w.Stream)!));
    }
}
