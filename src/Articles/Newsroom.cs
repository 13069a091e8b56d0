using Microsoft.EntityFrameworkCore;
using NewsSite.Articles.Search;
using NewsSite.Database;

namespace NewsSite.Articles;

/// <summary>The one way an article is saved: set to HTML, kept as a revision, found by search, its pictures noted, all in the caller's transaction.</summary>
public sealed class Newsroom(ISearchIndex search)
{
    /// <summary>Saves articles that this context tracks or that are new, as <paramref name="by"/> left them.</summary>
    /// <param name="db">A context of the <see cref="Writer"/>.</param>
    /// <param name="articles">With text, credits, tags, section and series loaded.</param>
    /// <param name="by">A staff member's or a program's name.</param>
    /// <param name="now">The time of the save, UTC.</param>
    /// <param name="stop">Cancellation.</param>
    /// <exception cref="MarkdownException">A body cannot be set; the message says why.</exception>
    public async Task SaveAsync(NewsDb db, IReadOnlyList<Article> articles, string by, DateTimeOffset now, CancellationToken stop)
    {
        var photos = await PhotosInAsync(db, articles, stop);
        foreach (var article in articles)
        {
            Set(article, photos);
            if (db.Entry(article).State == EntityState.Detached) db.Add(article);
        }

        await db.SaveChangesAsync(stop);
        await AddRevisionsAsync(db, articles, by, now, stop);
        await search.PutAsync(db, articles, stop);
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Puts the indexes in their quickest form and tells the database what it holds, without which it may walk the archive to find a few rows. For the end of an import.</summary>
    /// <param name="db">A context of the <see cref="Writer"/>.</param>
    /// <param name="stop">Cancellation.</param>
    public async Task TidyAsync(NewsDb db, CancellationToken stop)
    {
        await search.TidyAsync(db, stop);
        if (db.IsSqlite) await db.Database.ExecuteSqlAsync($"PRAGMA analysis_limit=1000", stop);
        await db.Database.ExecuteSqlAsync($"ANALYZE", stop);
    }

    private static void Set(Article article, Dictionary<string, Photo> photos)
    {
        var set = Typesetter.Set(article.Text.Markdown, article.Language, photos);
        article.Text.Html = set.Html;
        article.Text.RendererVersion = Typesetter.Version;
        article.Words = PlainText.CountWords(PlainText.Of(set.Html));
        var shown = set.PhotoKeys.Select(photos.GetValueOrDefault).OfType<Photo>();
        article.Show(article.LeadPhoto is { } lead ? shown.Prepend(lead) : shown);
    }

    private static async Task<Dictionary<string, Photo>> PhotosInAsync(NewsDb db, IReadOnlyList<Article> articles, CancellationToken stop)
    {
        var keys = articles.SelectMany(a => Typesetter.PhotoKeys(a.Text.Markdown)).Distinct().ToList();
        var known = db.Photos.Local.Where(p => keys.Contains(p.Key)).ToDictionary(p => p.Key);
        var missing = keys.Where(k => !known.ContainsKey(k)).ToList();
        if (missing.Count > 0)
            foreach (var photo in await db.Photos.Where(p => missing.Contains(p.Key)).ToListAsync(stop)) known[photo.Key] = photo;
        return known;
    }

    private static async Task AddRevisionsAsync(NewsDb db, IReadOnlyList<Article> articles, string by, DateTimeOffset now, CancellationToken stop)
    {
        var ids = articles.Select(a => a.Id).ToList();
        var last = await db.Revisions.AsNoTracking()
            .Where(r => ids.Contains(r.ArticleId))
            .GroupBy(r => r.ArticleId)
            .Select(g => g.OrderByDescending(r => r.Number).First())
            .ToDictionaryAsync(r => r.ArticleId, stop);

        foreach (var article in articles)
        {
            var before = last.GetValueOrDefault(article.Id);
            db.Add(new Revision(article.Id, (before?.Number ?? 0) + 1, by, now, RevisionContent.Of(article).ToJson(), before?.Hash ?? ""));
        }
    }
}
