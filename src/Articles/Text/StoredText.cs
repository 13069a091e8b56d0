using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Articles;

/// <summary>The HTML of a text as this version sets it, also while the <see cref="TypesettingSweep"/> has not come to it yet.</summary>
public static class StoredText
{
    public static Task<string> HtmlOfAsync(NewsDb db, Article article, CancellationToken stop) =>
        HtmlAsync(db, article.Text.Html, article.Text.RendererVersion, article.Text.Markdown, article.Language, stop);

    public static Task<string> HtmlOfAsync(NewsDb db, SitePage page, CancellationToken stop) =>
        HtmlAsync(db, page.Html, page.RendererVersion, page.Markdown, page.Language, stop);

    private static async Task<string> HtmlAsync(NewsDb db, string html, int version, string markdown, string language, CancellationToken stop)
    {
        if (version == Typesetter.Version) return html;
        var keys = Typesetter.PhotoKeys(markdown);
        var photos = keys.Count == 0 ? [] : await db.Photos.Where(p => keys.Contains(p.Key)).ToDictionaryAsync(p => p.Key, stop);
        return Typesetter.Set(markdown, language, photos).Html;
    }
}
