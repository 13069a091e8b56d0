using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Articles;

/// <summary>What to read after an article: what an editor picked, then what shares its series and tags. The same article always gets the same list.</summary>
public static class Related
{
    private const int Most = 6;

    /// <summary>Only the newest of each tag are looked at, so that a tag of ten thousand articles costs what one of a hundred does.</summary>
    private const int NewestPerTag = 100;
    private const int MostLikely = 50;
    private const int MostTags = 8;
    private const int ForSeries = 3;
    private const int ForTag = 2;

    /// <param name="db">To read from.</param>
    /// <param name="article">With its tags loaded.</param>
    /// <param name="now">Nothing published later is shown.</param>
    /// <param name="stop">Cancellation.</param>
    public static async Task<IReadOnlyList<Article>> ToAsync(NewsDb db, Article article, DateTimeOffset now, CancellationToken stop)
    {
        var picked = await db.Set<RelatedPick>().Where(p => p.ArticleId == article.Id).OrderBy(p => p.Position).Select(p => p.RelatedId).ToListAsync(stop);
        var points = await PointsAsync(db, article, now, stop);
        var likely = points.OrderByDescending(p => p.Value).ThenByDescending(p => p.Key).Select(p => p.Key).Take(MostLikely);
        var ids = picked.Concat(likely).Distinct().ToList();
        if (ids.Count == 0) return [];

        var found = await db.Articles.Published(now).In(article.Language).Where(a => ids.Contains(a.Id) && a.Id != article.Id).ForTeasers().ToListAsync(stop);
        return [.. found
            .OrderBy(a => picked.IndexOf(a.Id) is var place and >= 0 ? place : int.MaxValue)
            .ThenByDescending(a => points.GetValueOrDefault(a.Id))
            .ThenByDescending(a => a.PublishedAt)
            .ThenByDescending(a => a.Id)
            .Take(Most)];
    }

    /// <summary>One question to the database for all tags and the series: an article comes back once for everything it shares.</summary>
    private static async Task<Dictionary<int, int>> PointsAsync(NewsDb db, Article article, DateTimeOffset now, CancellationToken stop)
    {
        var published = db.Articles.Published(now).In(article.Language);
        var shared = article.Tags.OrderBy(t => t.TagId).Take(MostTags).Select(t => Newest(db, published, t.TagId)).ToList();
        if (article.SeriesId is { } series)
            shared.Add(published.Where(a => a.SeriesId == series).NewestFirst().Take(NewestPerTag).Select(a => new Shared { Id = a.Id, Points = ForSeries }));
        if (shared.Count == 0) return [];

        var found = await shared.Aggregate((all, more) => all.Concat(more)).ToListAsync(stop);
        return found.GroupBy(f => f.Id).ToDictionary(f => f.Key, f => f.Sum(s => s.Points));
    }

    /// <summary>By number, which the index of tags is ordered by: asked by date the database would walk the archive to find the few of a rare tag.</summary>
    private static IQueryable<Shared> Newest(NewsDb db, IQueryable<Article> published, int tag) =>
        db.Set<ArticleTag>().Where(t => t.TagId == tag).OrderByDescending(t => t.ArticleId).Take(NewestPerTag)
            .Join(published, t => t.ArticleId, a => a.Id, (_, a) => new Shared { Id = a.Id, Points = ForTag });

    private sealed class Shared
    {
        public int Id { get; init; }
        public int Points { get; init; }
    }
}
