using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Import.WordPress;

/// <summary>A category, tag or other term on an item.</summary>
internal sealed record WxrTerm(string Domain, string Slug, string Name);

/// <summary>One item of an export as it stands in the file; nothing is judged yet.</summary>
internal sealed class WxrItem(int line)
{
    /// <summary>Where it begins in the file.</summary>
    public int Line { get; } = line;
    public string Title { get; set; } = "";
    public string Link { get; set; } = "";
    public string Guid { get; set; } = "";
    public string PubDate { get; set; } = "";
    public string Creator { get; set; } = "";
    public string Content { get; set; } = "";
    public string Excerpt { get; set; } = "";

    /// <summary>The `wp:` fields by name, such as `post_id`.</summary>
    public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);
    public List<WxrTerm> Terms { get; } = [];
    public List<KeyValuePair<string, string>> Meta { get; } = [];
    public int Comments { get; set; }
    public int Pingbacks { get; set; }

    /// <summary>Longer than any item may be; what was beyond the limit has not been kept.</summary>
    public bool IsTooLong { get; set; }

    public string Type => Field("post_type");
    public string Status => Field("status");
    public long Id => Number("post_id");
    public long Parent => Number("post_parent");

    /// <summary>
    /// Kind and number. An old site that was set up twice has two items of one number: where the guid is not the number's own, its hash is part of the name.
    /// </summary>
    public string ExternalId => string.Create(CultureInfo.InvariantCulture, $"{Type}:{Id}{(Guid.Length == 0 || Guid.EndsWith($"={Id}", StringComparison.Ordinal) ? "" : "@" + Hash(Guid))}");

    public string Field(string name) => Fields.GetValueOrDefault(name, "").Trim();

    public string? MetaValue(string key) => Meta.FirstOrDefault(m => m.Key == key).Value;

    /// <summary>As a person finds it in the file.</summary>
    public override string ToString() => $"{(Type.Length > 0 ? Type : "item")} {(Field("post_id") is { Length: > 0 } id ? id : "without id")} \"{(Title.Length > 80 ? Title[..80] + "…" : Title)}\"";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));

    private long Number(string name) => long.TryParse(Field(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
