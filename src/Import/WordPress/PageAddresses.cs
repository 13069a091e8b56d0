using System.Globalization;

namespace NewsSite.Import.WordPress;

/// <summary>Where a standing page lives: below its parents, as on the old site, but never on an address the program itself answers.</summary>
internal static class PageAddresses
{
    private const int Longest = 240;

    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "account", "admin", "api", "atom.xml", "author", "cookies", "corrections", "css", "dev", "error", "feed", "feed.json", "feed.xml", "fonts", "funding",
        "health", "images", "js", "latest", "llms.txt", "manifest.webmanifest", "media", "metrics", "news-sitemap.xml", "newsletter", "oembed", "privacy", "promises", "reuse", "robots.txt",
        "search", "section", "series", "sitemap.xml", "support", "tag", "topics", "transparency", "webhooks", ".well-known",
    };

    public static string Of(WxrItem item, Converted made, WxrSurvey survey, string siteLanguage)
    {
        var parts = new List<string> { made.Slug };
        var seen = new HashSet<long> { item.Id };
        for (var parent = item.Parent; parent > 0 && seen.Add(parent) && survey.Pages.TryGetValue(parent, out var above); parent = above.Parent)
            parts.Insert(0, Slugs.Of(above.Slug, "", "page", parent));

        if (IsTaken(parts[0], made.Language, siteLanguage))
        {
            parts[0] += "-page";
            made.Note("page on an address of the program's own", "moved to one that ends in -page; the old address redirects where it can");
        }

        var address = "/" + string.Join('/', parts);
        return address.Length <= Longest - 3 ? address : "/" + made.Slug;
    }

    private static bool IsTaken(string first, string language, string siteLanguage) =>
        Reserved.Contains(first) || first == language || first == siteLanguage || (first.Length == 4 && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out _));
}
