using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;

namespace NewsSite.Web.Feeds;

/// <summary>The articles of the sitemap, a month of first publication (UTC) to a file: an old file changes only when an old article does.</summary>
internal static class ArticlePages
{
    public static async Task<IReadOnlyList<SitemapFile>> FilesAsync(NewsDb db, DateTimeOffset now, CancellationToken stop)
    {
        var times = await db.Articles.Published(now).Select(a => new { At = a.PublishedAt!.Value, a.ChangedAt }).ToListAsync(stop);
        return [.. times
            .GroupBy(t => t.At.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture))
            .OrderByDescending(month => month.Key, StringComparer.Ordinal)
            .SelectMany(month => SitemapFile.For(month.Key, month.Count(), month.Max(t => t.ChangedAt > t.At ? t.ChangedAt : t.At)))];
    }

    /// <returns>Empty when nothing was published then.</returns>
    public static async Task<IReadOnlyList<Located>> InAsync(NewsDb db, Settings site, DateOnly month, int part, DateTimeOffset now, CancellationToken stop)
    {
        var from = new DateTimeOffset(month, TimeOnly.MinValue, TimeSpan.Zero);
        var to = from.AddMonths(1);
        var published = db.Articles.Published(now);
        var inMonth = published.Where(a => a.PublishedAt >= from && a.PublishedAt < to);
        var articles = await inMonth.OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id)
            .Skip((part - 1) * SitemapFile.Longest).Take(SitemapFile.Longest)
            .Select(a => new { a.Address, a.Language, a.StoryId, a.PublishedAt, a.ChangedAt })
            .ToListAsync(stop);

        // A version of the same story may have come out in another month.
        var stories = articles.Select(a => a.StoryId).OfType<int>().Distinct().ToList();
        var versions = (await published.Where(a => a.StoryId != null && stories.Contains(a.StoryId.Value)).Select(a => new { a.StoryId, a.Language, a.Address }).ToListAsync(stop))
            .ToLookup(v => v.StoryId, v => KeyValuePair.Create(v.Language, v.Address!));
        return [.. articles.Select(a => new Located(
            a.Address!,
            a.ChangedAt > a.PublishedAt ? a.ChangedAt : a.PublishedAt,
            a.StoryId is null ? [] : Editions.Alternate.Of(versions[a.StoryId], site)))];
    }
}
