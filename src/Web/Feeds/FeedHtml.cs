using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using NewsSite.Articles;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Feeds;

/// <summary>An article's whole text for a feed reader: absolute addresses, picture on top, source, credits and corrections below.</summary>
internal static partial class FeedHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(Feed feed, Article article)
    {
        var (here, site) = (feed.Here, feed.Site);
        var html = new StringBuilder();
        if (article.LeadPhoto is { } photo) AddPicture(html, photo, here, site);
        if (article.Standfirst is { Length: > 0 } standfirst) html.Append("<p><strong>").Append(E(standfirst)).Append("</strong></p>\n");
        html.Append(Absolute(article.Text.Html, article.Address!, site));
        AddSource(html, feed, article);
        foreach (var role in article.Bylines.GroupBy(b => b.Role))
        {
            var names = role.OrderBy(b => b.Position).Select(b => $"<a href=\"{E(feed.PersonAddress(b.Contributor))}\">{E(feed.NameOf(b.Contributor))}</a>");
            html.Append("<p>").Append(E(here[$"Credit.{role.Key}"]).Replace("{0}", string.Join(", ", names), StringComparison.Ordinal)).Append("</p>\n");
        }

        foreach (var note in article.Corrections.OrderBy(c => c.At))
            html.Append("<p><strong>").Append(E(here.Of(note.Kind))).Append(", ").Append(E(here.Date(note.At))).Append(":</strong> ").Append(E(note.Text)).Append("</p>\n");
        return html.ToString();
    }

    /// <summary>Addresses that begin at this site or this page, made to hold anywhere. The typesetter quotes every attribute and escapes quotes in text, so what looks like an attribute is one.</summary>
    public static string Absolute(string html, string address, Settings site) => AddressAttribute().Replace(html, match =>
    {
        var name = match.Groups["name"].Value;
        var value = match.Groups["value"].Value;
        var whole = name == "srcset" ? string.Join(", ", value.Split(", ").Select(part => Absolute(part))) : Absolute(value);
        return $" {name}=\"{whole}\"";

        string Absolute(string target) => target switch
        {
            ['/', '/', ..] => target,
            ['/', ..] => E(site.Absolute("/"))[..^1] + target,
            ['#' or '?', ..] => E(site.Absolute(address)) + target,
            _ => target,
        };
    });

    private static void AddPicture(StringBuilder html, Photo photo, Edition here, Settings site)
    {
        var picture = Picture.Of(photo, site);
        var words = string.Join(" ", new[] { photo.Caption.In(here.Language), photo.Credit }.Where(w => !string.IsNullOrEmpty(w)));
        html.Append("<figure><img src=\"").Append(E(picture.Url)).Append("\" width=\"").Append(picture.Width).Append("\" height=\"").Append(picture.Height)
            .Append("\" alt=\"").Append(E(photo.Alt.In(here.Language))).Append("\">");
        if (words.Length > 0) html.Append("<figcaption>").Append(E(words)).Append("</figcaption>");
        html.Append("</figure>\n");
    }

    private static void AddSource(StringBuilder html, Feed feed, Article article)
    {
        var address = feed.SourceOf(article);
        if (article.Source is not { } source || (source.Headline ?? source.Outlet ?? address) is not { } words) return;
        var name = E(words);
        html.Append("<p>").Append(E(feed.Here["Feed.Source"])).Append(": ");
        html.Append(address is { } url ? $"<a href=\"{E(url)}\">{name}</a>" : name);
        if (source.Outlet is { } outlet && source.Headline is not null) html.Append(", ").Append(E(outlet));
        if (source.Author is { } author) html.Append(", ").Append(E(author));
        html.Append("</p>\n");
    }

    private static string E(string text) => Encoder.Encode(text);

    [GeneratedRegex(@" (?<name>href|src|srcset)=""(?<value>[^""]*)""", RegexOptions.NonBacktracking)]
    private static partial Regex AddressAttribute();
}
