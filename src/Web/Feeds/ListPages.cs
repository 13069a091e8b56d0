using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Feeds;

/// <summary>Everything of the sitemap that is not an article: front pages, lists that have an article, standing pages.</summary>
internal static class ListPages
{
    /// <summary>Pages made by the program, where the program has them.</summary>
    private static readonly string[] Fixed =
        ["/about", "/contact", "/cookies", "/corrections", "/funding", "/newsletter", "/privacy", "/promises", "/reuse", "/support", "/support/other-ways", "/topics", "/transparency"];

    public static async Task<IReadOnlyList<Located>> AllAsync(HttpContext context, NewsDb db, Settings site, DateTimeOffset now, CancellationToken stop)
    {
        var editions = context.RequestServices.GetRequiredService<EditionList>().Languages.ToDictionary(l => l, l => new Edition(l, site));
        var lists = (await ListsAsync(db.Articles.Published(now), stop)).Where(l => editions.ContainsKey(l.Language)).ToList();
        if (!lists.Any(l => l.Path == "/" && l.Language == site.Language)) lists.Add(new("/", site.Language, null, null));

        var fixedPages = FixedPages(context).ToHashSet();
        var standing = (await db.SitePages.Where(p => p.IsPublished).Select(p => new { p.Address, p.Language, p.ChangedAt }).ToListAsync(stop))
            .Where(p => editions.ContainsKey(p.Language) && !fixedPages.Contains(p.Address))
            .Select(p => new ListPage(p.Address, p.Language, null, p.ChangedAt));
        return [.. lists.Concat(standing).Concat(fixedPages.SelectMany(p => editions.Keys.Select(l => new ListPage(p, l, null, null))))
            .GroupBy(page => page.Path)
            .SelectMany(page => Located.Versions(page.Select(v => (v.Language, editions[v.Language].Link(v.Path), v.LastChange)), site))
            .OrderBy(page => page.Path, StringComparer.Ordinal)];
    }

    private static async Task<List<ListPage>> ListsAsync(IQueryable<Article> published, CancellationToken stop)
    {
        var pages = new List<ListPage>();
        var all = published.Select(a => new { Slug = "", a.Language, a.PublishedAt, a.ChangedAt });
        var bySection = published.Where(a => a.SectionId != null).Select(a => new { a.Section!.Slug, a.Language, a.PublishedAt, a.ChangedAt });
        var bySectionAbove = published.Where(a => a.Section!.ParentId != null).Select(a => new { a.Section!.Parent!.Slug, a.Language, a.PublishedAt, a.ChangedAt });
        var bySeries = published.Where(a => a.SeriesId != null).Select(a => new { a.Series!.Slug, a.Language, a.PublishedAt, a.ChangedAt });
        var byTag = published.SelectMany(a => a.Tags, (a, t) => new { t.Tag.Slug, a.Language, a.PublishedAt, a.ChangedAt });
        var byPerson = published.SelectMany(a => a.Bylines, (a, b) => new { b.Contributor.Slug, a.Language, a.PublishedAt, a.ChangedAt });
        foreach (var (place, rows) in new[] { ("/", all), ("/latest", all), ("/section/", bySection), ("/section/", bySectionAbove), ("/series/", bySeries), ("/tag/", byTag), ("/author/", byPerson) })
            pages.AddRange(await rows.GroupBy(r => new { r.Slug, r.Language })
                .Select(g => new ListPage(place + g.Key.Slug, g.Key.Language, g.Max(r => r.PublishedAt), g.Max(r => r.ChangedAt)))
                .ToListAsync(stop));

        // A section is found twice when it has articles and sections under it.
        return [.. pages.GroupBy(p => (p.Path, p.Language)).Select(g => new ListPage(g.Key.Path, g.Key.Language, g.Max(p => p.NewestAt), g.Max(p => p.ChangedAt)))];
    }

    private static IEnumerable<string> FixedPages(HttpContext context)
    {
        var patterns = context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText?.Trim('/'));
        return patterns.Intersect(Fixed, StringComparer.OrdinalIgnoreCase).Select(p => p.ToLowerInvariant());
    }

    /// <summary>A list or standing page in one language; its path is without the edition.</summary>
    private sealed record ListPage(string Path, string Language, DateTimeOffset? NewestAt, DateTimeOffset? ChangedAt)
    {
        public DateTimeOffset? LastChange => NewestAt is null || ChangedAt > NewestAt ? ChangedAt : NewestAt;
    }
}
