using System.Globalization;
using System.Xml;
using NewsSite.Articles;

namespace NewsSite.Web.Feeds;

/// <summary>RSS 2.0 with the whole text, the credits and the rights.</summary>
/// <remarks>Source: RSS 2.0.11 of the RSS Advisory Board; Content, Dublin Core and Media RSS modules; the feed's own address as Atom writes it.</remarks>
internal static class Rss
{
    public const string ContentType = "application/rss+xml; charset=utf-8";
    public const string File = "feed.xml";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string Core = "http://purl.org/dc/elements/1.1/";
    private const string Media = "http://search.yahoo.com/mrss/";

    public static byte[] Write(Feed feed) => Xml.Write(xml => WriteChannel(xml, feed));

    private static void WriteChannel(XmlWriter xml, Feed feed)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom.Space);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, Core);
        xml.WriteAttributeString("xmlns", "media", null, Media);
        xml.WriteStartElement("channel");
        xml.Leaf("title", feed.Title);
        xml.Leaf("link", feed.Home);
        xml.Leaf("description", feed.Description);
        xml.Mark("link", Atom.Space, "rel", "self", "type", "application/rss+xml", "href", feed.Self(File));
        xml.Mark("link", Atom.Space, "rel", "license", "type", "text/html", "href", feed.Site.Absolute(feed.Here.Link(Reuse.Page)));
        xml.Leaf("language", feed.Here.Language);
        xml.Leaf("copyright", feed.Rights);
        xml.Leaf("lastBuildDate", Date(feed.ChangedAt));
        xml.Leaf("docs", "https://www.rssboard.org/rss-specification");
        foreach (var article in feed.Articles) WriteItem(xml, feed, article);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteItem(XmlWriter xml, Feed feed, Article article)
    {
        xml.WriteStartElement("item");
        xml.Leaf("title", article.Headline);
        xml.Leaf("link", feed.AddressOf(article));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(feed.IdOf(article));
        xml.WriteEndElement();
        xml.Leaf("pubDate", Date(article.PublishedAt!.Value));
        foreach (var byline in article.Bylines.OrderBy(b => b.Position))
        {
            var name = feed.NameOf(byline.Contributor);
            if (byline.Role == Role.Author) xml.Leaf("creator", name, Core);
            else xml.Leaf("contributor", $"{name} ({Feed.NameOf(byline.Role)})", Core);
        }

        xml.Leaf("rights", Reuse.Rights(article, feed.Here, feed.Site), Core);
        xml.Leaf("source", feed.SourceOf(article), Core);
        foreach (var subject in feed.SubjectsOf(article)) xml.Leaf("category", subject);
        xml.Leaf("description", article.Standfirst);
        if (article.LeadPhoto is { } photo) WritePicture(xml, feed, photo);
        xml.Leaf("encoded", FeedHtml.Of(feed, article), Content);
        xml.WriteEndElement();
    }

    private static void WritePicture(XmlWriter xml, Feed feed, Photo photo)
    {
        var picture = Picture.Of(photo, feed.Site);
        xml.WriteStartElement("content", Media);
        xml.Attributes("url", picture.Url, "medium", "image", "type", "image/jpeg", "width", picture.Width.ToString(CultureInfo.InvariantCulture), "height", picture.Height.ToString(CultureInfo.InvariantCulture));
        xml.Leaf("description", photo.Caption.In(feed.Here.Language) is { Length: > 0 } caption ? caption : photo.Alt.In(feed.Here.Language), Media);
        xml.Leaf("credit", photo.Credit, Media);
        xml.WriteEndElement();
    }

    /// <summary>RFC 822 with the four-digit year of RFC 1123.</summary>
    private static string Date(DateTimeOffset at) => at.ToString("r", CultureInfo.InvariantCulture);
}
