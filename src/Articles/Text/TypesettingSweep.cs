using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Articles;

/// <summary>Sets anew the stored texts that an older <see cref="Typesetter"/> made. The words stay, so this is no revision.</summary>
public sealed class TypesettingSweep(Writer writer)
{
    private const int Batch = 100;

    /// <returns>How many texts were set.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var set = 0;
        for (int done; (done = await writer.WriteAsync(db => SetSomeAsync(db, stop), stop)) > 0;) set += done;
        return set + await writer.WriteAsync(db => SetPagesAsync(db, stop), stop);
    }

    private static async Task<int> SetSomeAsync(NewsDb db, CancellationToken stop)
    {
        var articles = await db.Articles.AsTracking().Include(a => a.Text)
            .Where(a => a.Text.RendererVersion != Typesetter.Version).OrderBy(a => a.Id).Take(Batch).ToListAsync(stop);
        foreach (var article in articles)
        {
            var keys = Typesetter.PhotoKeys(article.Text.Markdown);
            var photos = await db.Photos.Where(p => keys.Contains(p.Key)).ToDictionaryAsync(p => p.Key, stop);
            article.Text.Html = Typesetter.Set(article.Text.Markdown, article.Language, photos).Html;
            article.Text.RendererVersion = Typesetter.Version;
        }

        return articles.Count;
    }

    private static async Task<int> SetPagesAsync(NewsDb db, CancellationToken stop)
    {
        var pages = await db.SitePages.AsTracking().Where(p => p.RendererVersion != Typesetter.Version).ToListAsync(stop);
        foreach (var page in pages) await PageDesk.SetAsync(db, page, stop);
        return pages.Count;
    }
}
