using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsSite.Articles;

/// <summary>What a revision keeps of an article: enough to show any two side by side and to bring one back.</summary>
public sealed record RevisionContent(
    string Language,
    string Headline,
    string? Kicker,
    string? Standfirst,
    string Body,
    string Kind,
    string Status,
    string? Section,
    string? Series,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Credits,
    string? Source)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static RevisionContent Of(Article article) => new(
        article.Language,
        article.Headline,
        article.Kicker,
        article.Standfirst,
        article.Text.Markdown,
        article.Kind.ToString(),
        article.Status.ToString(),
        article.Section?.Slug,
        article.Series?.Slug,
        [.. article.Tags.Select(t => t.Tag.Slug).Order(StringComparer.Ordinal)],
        [.. article.Bylines.OrderBy(b => b.Position).Select(b => $"{b.Role}: {b.Contributor.Slug}")],
        article.Source is { } s ? string.Join(" | ", s.Headline, s.Author, s.Outlet, s.Url, s.Language, s.Permission) : null);

    public string ToJson() => JsonSerializer.Serialize(this, Readable);

    public static RevisionContent FromJson(string json) => JsonSerializer.Deserialize<RevisionContent>(json, Readable)!;
}
