using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using System.Xml.Schema;

namespace NewsSite.Site.Feeds;

/// <summary>Holds an answer against the standard it claims to follow.</summary>
internal static class Standard
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    public static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";
    public static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    public static readonly XNamespace Core = "http://purl.org/dc/elements/1.1/";

    private static readonly XmlSchemaSet Schemas = Read("rss.xsd", "atom.xsd", "media.xsd", "sitemap.xsd", "sitemap-news.xsd", "sitemap-alternates.xsd");

    /// <summary>The document, when its schema has nothing to say against it.</summary>
    public static XDocument Xml(string text)
    {
        var document = XDocument.Parse(text);
        Assert.Contains(Schemas.GlobalElements.Names.Cast<System.Xml.XmlQualifiedName>(), n => n.Name == document.Root!.Name.LocalName && n.Namespace == document.Root.Name.NamespaceName);
        var faults = new List<string>();
        document.Validate(Schemas, (_, fault) => faults.Add(fault.Message));
        Assert.Empty(faults);
        return document;
    }

    /// <summary>The feed, when JSON Feed 1.1 has nothing to say against it.</summary>
    public static JsonObject JsonFeed(string text)
    {
        var feed = JsonNode.Parse(text)!.AsObject();
        Assert.Equal("https://jsonfeed.org/version/1.1", (string?)feed["version"]);
        Assert.NotEmpty((string)feed["title"]!);
        foreach (var name in new[] { "home_page_url", "feed_url" }) IsAddress(feed[name]);
        Only(feed, "version", "title", "home_page_url", "feed_url", "description", "language", "icon", "favicon", "authors", "items");
        var items = feed["items"]!.AsArray().Select(i => i!.AsObject()).ToList();
        Assert.Distinct(items.Select(i => (string)i["id"]!));
        foreach (var item in items)
        {
            Only(item, "id", "url", "external_url", "title", "content_html", "summary", "image", "date_published", "date_modified", "language", "authors", "tags");
            Assert.NotEmpty((string)item["id"]!);
            Assert.NotEmpty((string)item["content_html"]!);
            IsAddress(item["url"]);
            if (item["image"] is { } image) IsAddress(image);
            foreach (var date in new[] { "date_published", "date_modified" }) Assert.Equal(TimeSpan.Zero, DateTimeOffset.ParseExact((string)item[date]!, "yyyy-MM-ddTHH:mm:ssK", null).Offset);
            foreach (var tag in item["tags"]?.AsArray() ?? []) Assert.Equal(JsonValueKind.String, tag!.GetValueKind());
            foreach (var author in item["authors"]?.AsArray() ?? []) Only(author!.AsObject(), "name", "url", "avatar");
        }

        return feed;
    }

    private static void Only(JsonObject json, params string[] known) => Assert.All(json, member => Assert.True(member.Key.StartsWith('_') || known.Contains(member.Key), member.Key));

    private static void IsAddress(JsonNode? value) => Assert.True(Uri.TryCreate((string?)value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https", $"{value} is no address");

    private static XmlSchemaSet Read(params string[] files)
    {
        var schemas = new XmlSchemaSet();
        foreach (var file in files)
        {
            using var reader = System.Xml.XmlReader.Create(Path.Combine(AppContext.BaseDirectory, "Feeds", file));
            schemas.Add(null, reader);
        }

        schemas.Compile();
        return schemas;
    }
}
