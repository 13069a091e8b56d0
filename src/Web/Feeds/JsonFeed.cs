using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsSite.Articles;

namespace NewsSite.Web.Feeds;

/// <summary>JSON Feed with the whole text, the credits and the rights.</summary>
/// <remarks>Source: JSON Feed 1.1. Members with an underscore are extensions, as the standard allows.</remarks>
internal static class JsonFeed
{
    public const string ContentType = "application/feed+json; charset=utf-8";
    public const string File = "feed.json";

    /// <summary>Read by programs as JSON, never set into a page: angle brackets need no escape.</summary>
    private static readonly JsonSerializerOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static byte[] Write(Feed feed) => JsonSerializer.SerializeToUtf8Bytes(Json.Object(
        ("version", "https://jsonfeed.org/version/1.1"),
        ("title", feed.Title),
        ("home_page_url", feed.Home),
        ("feed_url", feed.Self(File)),
        ("description", feed.Description),
        ("language", feed.Here.Language),
        ("authors", Json.Array([Json.Object(("name", feed.Site.Name), ("url", feed.Site.Absolute("/")))])),
        ("_reuse", Json.Object(("rights", feed.Rights), ("policy_url", feed.Site.Absolute(feed.Here.Link(Reuse.Page))), ("extract_limit", Reuse.Limit))),
        ("items", new JsonArray([.. feed.Articles.Select(a => Item(feed, a))]))), Layout);

    private static JsonObject Item(Feed feed, Article article) => Json.Object(
        ("id", feed.IdOf(article)),
        ("url", feed.AddressOf(article)),
        ("title", article.Headline),
        ("summary", article.Standfirst),
        ("content_html", FeedHtml.Of(feed, article)),
        ("image", article.LeadPhoto is { } photo ? Picture.Of(photo, feed.Site).Url : null),
        ("date_published", Xml.Instant(article.PublishedAt!.Value)),
        ("date_modified", Xml.Instant(Feed.LastChange(article))),
        ("language", article.Language),
        ("authors", Json.Array(article.CreditedAs(Role.Author).Select(p => Json.Object(("name", feed.NameOf(p)), ("url", feed.PersonAddress(p)))))),
        ("tags", Json.Array(feed.SubjectsOf(article).Select(s => (JsonNode)s))),
        ("_credits", Json.Array(article.Bylines.OrderBy(b => b.Position).Select(b => Json.Object(
            ("role", Feed.NameOf(b.Role)), ("name", feed.NameOf(b.Contributor)), ("url", feed.PersonAddress(b.Contributor)))))),
        ("_reuse", Json.Object(("rights", Reuse.Rights(article, feed.Here, feed.Site)), ("source_url", feed.SourceOf(article)))));
}
