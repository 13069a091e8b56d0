using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Articles;

/// <summary>Sets a standing page's Markdown to HTML, as an article's is.</summary>
public static class PageDesk
{
    /// <exception cref="MarkdownException">The body cannot be set; the message says why.</exception>
    public static async Task SetAsync(NewsDb db, SitePage page, CancellationToken stop)
    {
        var keys = Typesetter.PhotoKeys(page.Markdown);
        var photos = keys.Count == 0 ? [] : await db.Photos.Where(p => keys.Contains(p.Key)).ToDictionaryAsync(p => p.Key, stop);
        page.Html = Typesetter.Set(page.Markdown, page.Language, photos).Html;
        page.RendererVersion = Typesetter.Version;
    }
}
