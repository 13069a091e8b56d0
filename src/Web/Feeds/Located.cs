using NewsSite.Web.Editions;

namespace NewsSite.Web.Feeds;

/// <summary>A page as a sitemap names it.</summary>
internal sealed record Located(string Path, DateTimeOffset? ChangedAt, IReadOnlyList<Alternate> Alternates)
{
    /// <summary>The language versions of one page, each with the same alternates.</summary>
    public static IEnumerable<Located> Versions(IEnumerable<(string Language, string Path, DateTimeOffset? ChangedAt)> versions, Settings site)
    {
        var all = versions.ToList();
        var alternates = Alternate.Of(all.Select(v => KeyValuePair.Create(v.Language, v.Path)), site);
        return all.Select(v => new Located(v.Path, v.ChangedAt, alternates));
    }
}

/// <summary>One file of the sitemap: `pages`, or a month such as `2026-11`, and which part of it.</summary>
internal sealed record SitemapFile(string Name, int Part, DateTimeOffset? ChangedAt)
{
    /// <summary>The standard allows 50,000 addresses and 50 MB; with alternates in many languages the bytes run out first.</summary>
    public const int Longest = 20_000;

    public string Path => Part == 1 ? $"/sitemap-{Name}.xml" : $"/sitemap-{Name}-{Part}.xml";

    /// <summary>As many files as so many addresses need.</summary>
    public static IEnumerable<SitemapFile> For(string name, int addresses, DateTimeOffset? changedAt) =>
        Enumerable.Range(1, Math.Max(1, (addresses + Longest - 1) / Longest)).Select(part => new SitemapFile(name, part, changedAt));
}
