using System.Globalization;
using NewsSite.Articles;
using NewsSite.Web.Editions;
using NewsSite.Web.Feeds;

namespace NewsSite.Web.Pages.Shared;

/// <summary>What other sites show when someone sends a page's address: Open Graph's properties in their order.</summary>
/// <remarks>Source: ogp.me, with its article vocabulary.</remarks>
public static class Card
{
    public static IEnumerable<(string Property, string Content)> Of(Head head, Edition here, Settings site)
    {
        yield return ("og:type", head.Article is null ? "website" : "article");
        yield return ("og:site_name", site.Name);
        yield return ("og:title", head.Title.Length > 0 ? head.Title : site.Name);
        if (head.Description is { Length: > 0 } description) yield return ("og:description", description);
        if (head.Canonical is { } path) yield return ("og:url", site.Absolute(path));
        yield return ("og:locale", Locale(here.Language));
        foreach (var language in head.Alternates.Keys.Where(l => l != here.Language).Order(StringComparer.Ordinal)) yield return ("og:locale:alternate", Locale(language));
        if ((head.Image ?? head.Article?.LeadPhoto) is { } photo)
            foreach (var property in ImageOf(photo, here, site)) yield return property;
        if (head.Article is { } article)
            foreach (var property in ArticleOf(article, here, site)) yield return property;
    }

    private static IEnumerable<(string Property, string Content)> ImageOf(Photo photo, Edition here, Settings site)
    {
        var picture = Picture.Of(photo, site);
        yield return ("og:image", picture.Url);
        yield return ("og:image:type", "image/jpeg");
        yield return ("og:image:width", picture.Width.ToString(CultureInfo.InvariantCulture));
        yield return ("og:image:height", picture.Height.ToString(CultureInfo.InvariantCulture));
        if (photo.Alt.In(here.Language) is { Length: > 0 } alt) yield return ("og:image:alt", alt);
    }

    private static IEnumerable<(string Property, string Content)> ArticleOf(Article article, Edition here, Settings site)
    {
        yield return ("article:published_time", Xml.Instant(article.PublishedAt!.Value));
        yield return ("article:modified_time", Xml.Instant(Feed.LastChange(article)));
        if (article.Section is { } section) yield return ("article:section", section.Name.In(here.Language));
        foreach (var tag in article.Tags.Select(t => t.Tag.Name.In(here.Language)).Order(StringComparer.Ordinal)) yield return ("article:tag", tag);
        foreach (var author in article.CreditedAs(Role.Author)) yield return ("article:author", site.Absolute(here.Link("/author/" + author.Slug)));
    }

    /// <summary>Language and country, as `uk_UA`: a language alone is not known to all who read these.</summary>
    private static string Locale(string language)
    {
        try
        {
            return CultureInfo.CreateSpecificCulture(language == "en" ? "en-GB" : language).Name.Replace('-', '_');
        }
        catch (CultureNotFoundException)
        {
            return language.Replace('-', '_');
        }
    }
}
