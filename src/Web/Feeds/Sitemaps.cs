using System.Globalization;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;

namespace NewsSite.Web.Feeds;

/// <summary>`/sitemap.xml`, the files it names, and `/news-sitemap.xml`.</summary>
/// <remarks>Source: sitemaps.org protocol 0.9; Google's news extension 0.9 and its `xhtml:link` for language versions.</remarks>
internal static class Sitemaps
{
    private const string ContentType = "application/xml; charset=utf-8";
    private const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string News = "http://www.google.com/schemas/sitemap-news/0.9";
    private const string Html = "http://www.w3.org/1999/xhtml";
    private const string ListFile = "pages";
    private const int MostNews = 1_000;

    /// <summary>An article is news to search engines while it is younger than this.</summary>
    private static readonly TimeSpan NewsAge = TimeSpan.FromHours(48);

    public static void MapSitemaps(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/sitemap.xml", FeedRoutes.Reading, IndexAsync).WithOrder(FeedRoutes.First).WithMetadata(FeedRoutes.Kept);
        app.MapMethods("/sitemap-{file}.xml", FeedRoutes.Reading, FileAsync).WithOrder(FeedRoutes.First).WithMetadata(FeedRoutes.Kept);
        app.MapMethods("/news-sitemap.xml", FeedRoutes.Reading, NewsAsync).WithOrder(FeedRoutes.First);
    }

    private static async Task<IResult> IndexAsync(HttpContext context, NewsDb db, Settings site, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var lists = await ListPages.AllAsync(context, db, site, now, stop);
        var files = SitemapFile.For(ListFile, lists.Count, lists.Max(p => p.ChangedAt)).Concat(await ArticlePages.FilesAsync(db, now, stop)).ToList();
        var bytes = Xml.Write(xml =>
        {
            xml.WriteStartElement("sitemapindex", Space);
            foreach (var file in files)
            {
                xml.WriteStartElement("sitemap");
                xml.Leaf("loc", site.Absolute(file.Path));
                if (file.ChangedAt is { } at) xml.Leaf("lastmod", Xml.Instant(at));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        });
        return Printed.Give(context, bytes, ContentType, files.Max(f => f.ChangedAt));
    }

    private static async Task<IResult> FileAsync(string file, HttpContext context, NewsDb db, Settings site, TimeProvider clock, CancellationToken stop)
    {
        if (!TryParse(file, out var month, out var part)) return Results.NotFound();
        var now = clock.GetUtcNow();
        var pages = month is { } m
            ? await ArticlePages.InAsync(db, site, m, part, now, stop)
            : [.. (await ListPages.AllAsync(context, db, site, now, stop)).Skip((part - 1) * SitemapFile.Longest).Take(SitemapFile.Longest)];
        return pages.Count == 0 ? Results.NotFound() : Printed.Give(context, Write(pages, site), ContentType, pages.Max(p => p.ChangedAt));
    }

    private static byte[] Write(IReadOnlyList<Located> pages, Settings site) => Xml.Write(xml =>
    {
        xml.WriteStartElement("urlset", Space);
        xml.WriteAttributeString("xmlns", "xhtml", null, Html);
        foreach (var page in pages) WritePage(xml, page, site);
        xml.WriteEndElement();
    });

    private static void WritePage(XmlWriter xml, Located page, Settings site)
    {
        xml.WriteStartElement("url");
        xml.Leaf("loc", site.Absolute(page.Path));
        if (page.ChangedAt is { } at) xml.Leaf("lastmod", Xml.Instant(at));
        foreach (var version in page.Alternates) xml.Mark("link", Html, "rel", "alternate", "hreflang", version.Language, "href", site.Absolute(version.Path));
        xml.WriteEndElement();
    }

    private static async Task<IResult> NewsAsync(HttpContext context, NewsDb db, Settings site, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var since = now - NewsAge;
        var articles = await db.Articles.Published(now).Where(a => a.PublishedAt > since).NewestFirst().Take(MostNews)
            .Select(a => new NewsItem(a.Address!, a.Language, a.PublishedAt!.Value, a.Headline)).ToListAsync(stop);
        var bytes = Xml.Write(xml =>
        {
            xml.WriteStartElement("urlset", Space);
            xml.WriteAttributeString("xmlns", "news", null, News);
            foreach (var article in articles) WriteNews(xml, article, site);
            xml.WriteEndElement();
        });

        // No date: it changes too when an article grows old.
        return Printed.Give(context, bytes, ContentType);
    }

    private static void WriteNews(XmlWriter xml, NewsItem article, Settings site)
    {
        xml.WriteStartElement("url");
        xml.Leaf("loc", site.Absolute(article.Address));
        xml.WriteStartElement("news", News);
        xml.WriteStartElement("publication", News);
        xml.Leaf("name", site.Name, News);
        xml.Leaf("language", NewsLanguage(article.Language), News);
        xml.WriteEndElement();
        xml.Leaf("publication_date", Xml.Instant(article.PublishedAt), News);
        xml.Leaf("title", article.Headline, News);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Two or three letters, but for the two kinds of Chinese.</summary>
    private static string NewsLanguage(string tag) => tag.ToLowerInvariant() is "zh-cn" or "zh-tw" ? tag.ToLowerInvariant() : tag.Split('-')[0];

    /// <summary>`pages`, `pages-2`, `2026-11` or `2026-11-2`; the first part has no number.</summary>
    private static bool TryParse(string file, out DateOnly? month, out int part)
    {
        var name = file.StartsWith(ListFile, StringComparison.Ordinal) ? ListFile : file.Length >= 7 ? file[..7] : "";
        month = null;
        part = 1;
        if (name.Length == 0) return false;
        if (name != ListFile)
        {
            if (!DateOnly.TryParseExact(name, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) || first.Year > 9998) return false;
            month = first;
        }

        var rest = file[name.Length..];
        return rest.Length == 0 || (rest[0] == '-' && int.TryParse(rest[1..], NumberStyles.None, CultureInfo.InvariantCulture, out part) && part is > 1 and < 10_000);
    }

    private sealed record NewsItem(string Address, string Language, DateTimeOffset PublishedAt, string Headline);
}
