using System.Globalization;

namespace NewsSite.Web.Demo;

/// <summary>A demo text: lines `key: value`, a line `---`, then Markdown.</summary>
internal sealed class DemoFile
{
    private readonly ILookup<string, string> keys;

    private DemoFile(string path, ILookup<string, string> keys, string body) =>
        (Slug, Language, this.keys, Body) = (Path.GetFileNameWithoutExtension(path), Path.GetFileName(Path.GetDirectoryName(path)!), keys, body);

    public string Slug { get; }
    public string Language { get; }
    public string Body { get; }

    public string? this[string key] => keys[key].FirstOrDefault();

    public static IEnumerable<DemoFile> In(string folder) =>
        Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read);

    public IEnumerable<string> All(string key) => keys[key];

    public IEnumerable<string> List(string key) => (this[key] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>`2h`, `3d` or, ahead, `-2d`.</summary>
    public TimeSpan? Age(string key) => this[key] is { } text ? AgeOf(text) : null;

    public static TimeSpan AgeOf(string text)
    {
        var number = double.Parse(text.AsSpan(0, text.Length - 1), CultureInfo.InvariantCulture);
        return text[^1] == 'h' ? TimeSpan.FromHours(number) : TimeSpan.FromDays(number);
    }

    private static DemoFile Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var end = Array.IndexOf(lines, "---");
        var keys = lines[..end].Where(l => l.Contains(':', StringComparison.Ordinal))
            .Select(l => (Key: l[..l.IndexOf(':', StringComparison.Ordinal)].Trim(), Value: l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()))
            .Where(k => k.Value.Length > 0)
            .ToLookup(k => k.Key, k => k.Value);
        return new(path, keys, string.Join('\n', lines[(end + 1)..]).Trim());
    }
}
