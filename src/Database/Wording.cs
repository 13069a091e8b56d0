using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsSite.Database;

/// <summary>A short text in one or more languages, such as a section's name. Stored as one JSON object, keyed by language tag.</summary>
public sealed class Wording : IEquatable<Wording>
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly SortedDictionary<string, string> texts;

    public Wording(string language, string text) => texts = new(StringComparer.Ordinal) { [language] = text };

    public Wording(IEnumerable<KeyValuePair<string, string>> texts) => this.texts = new(new Dictionary<string, string>(texts), StringComparer.Ordinal);

    public static Wording Empty { get; } = new([]);

    public IEnumerable<KeyValuePair<string, string>> All => texts;

    public bool IsEmpty => texts.Count == 0;

    /// <summary>The text in this language, else in English, else in whichever language there is.</summary>
    public string In(string language) =>
        texts.TryGetValue(language, out var text) || texts.TryGetValue("en", out text) ? text : texts.Values.FirstOrDefault() ?? "";

    public Wording With(string language, string text) => new(texts.Where(t => t.Key != language).Append(new(language, text)));

    public string ToJson() => JsonSerializer.Serialize(texts, Readable);

    public static Wording FromJson(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);

    public bool Equals(Wording? other) => other is not null && texts.SequenceEqual(other.texts);

    public override bool Equals(object? obj) => Equals(obj as Wording);

    public override int GetHashCode() => texts.Aggregate(0, (hash, text) => HashCode.Combine(hash, text.Key, text.Value));
}
