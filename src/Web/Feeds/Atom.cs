using System.Xml;
using NewsSite.Articles;

namespace NewsSite.Web.Feeds;

/// <summary>Atom with the whole text, the credits and the rights.</summary>
/// <remarks>Source: RFC 4287.</remarks>
internal static class Atom
{
    public const string ContentType = "application/atom+xml; charset=utf-8";
    public const string File = "atom.xml";
    public const string Space = "http://www.w3.org/2005/Atom";

    /// <summary>Atom has no word for what a contributor did; schema.org's `roleName` is said inside the person.</summary>
    private const string Schema = "https://schema.org/";

    public static byte[] Write(Feed feed) => Xml.Write(xml => WriteFeed(xml, feed));

    private static void WriteFeed(XmlWriter xml, Feed feed)
    {
        xml.WriteStartElement("feed", Space);
        xml.WriteAttributeString("xmlns", "schema", null, Schema);
        xml.WriteAttributeString("xml", "lang", null, feed.Here.Language);
        xml.Leaf("id", feed.Self(File));
        xml.Leaf("title", feed.Title);
        xml.Leaf("subtitle", feed.List.Description);
        xml.Leaf("updated", Xml.Instant(feed.ChangedAt));
        xml.Leaf("rights", feed.Rights);
        xml.Mark("link", null, "rel", "self", "type", "application/atom+xml", "href", feed.Self(File));
        xml.Mark("link", null, "rel", "alternate", "type", "text/html", "hreflang", feed.Here.Language, "href", feed.Home);
        xml.Mark("link", null, "rel", "license", "type", "text/html", "href", feed.Site.Absolute(feed.Here.Link(Reuse.Page)));
        xml.WriteStartElement("author");
        xml.Leaf("name", feed.Site.Name);
        xml.Leaf("uri", feed.Site.Absolute("/"));
        xml.WriteEndElement();
        foreach (var article in feed.Articles) WriteEntry(xml, feed, article);
        xml.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter xml, Feed feed, Article article)
    {
        xml.WriteStartElement("entry");
        xml.Leaf("id", feed.IdOf(article));
        xml.Leaf("title", article.Headline);
        xml.Leaf("published", Xml.Instant(article.PublishedAt!.Value));
        xml.Leaf("updated", Xml.Instant(Feed.LastChange(article)));
        xml.Mark("link", null, "rel", "alternate", "type", "text/html", "hreflang", article.Language, "href", feed.AddressOf(article));
        if (feed.SourceOf(article) is { } source) xml.Mark("link", null, "rel", "via", "hreflang", article.Source!.Language, "href", source);
        if (article.LeadPhoto is { } photo) xml.Mark("link", null, "rel", "enclosure", "type", "image/jpeg", "title", photo.Credit, "href", Picture.Of(photo, feed.Site).Url);
        foreach (var byline in article.Bylines.OrderBy(b => b.Position)) WritePerson(xml, feed, byline);
        foreach (var subject in feed.SubjectsOf(article)) xml.Mark("category", null, "term", subject);
        xml.Leaf("rights", Reuse.Rights(article, feed.Here, feed.Site));
        xml.Leaf("summary", article.Standfirst);
        xml.WriteStartElement("content");
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Xml.Clean(FeedHtml.Of(feed, article)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WritePerson(XmlWriter xml, Feed feed, Byline byline)
    {
        xml.WriteStartElement(byline.Role == Role.Author ? "author" : "contributor");
        xml.Leaf("name", feed.NameOf(byline.Contributor));
        xml.Leaf("uri", feed.PersonAddress(byline.Contributor));
        xml.Leaf("roleName", Feed.NameOf(byline.Role), Schema);
        xml.WriteEndElement();
    }
}
