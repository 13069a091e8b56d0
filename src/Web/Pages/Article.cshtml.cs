using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Web.Serving;

namespace NewsSite.Web.Pages;

[Stored]
public sealed class ArticlePage(NewsDb db, TimeProvider clock) : ReaderPage
{
    public Article Article { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var address = Request.Path.Value!;
        var article = await db.Articles.Published(clock.GetUtcNow()).Whole().SingleOrDefaultAsync(a => a.Address == address, stop);
        if (article is null) return NotFound();
        Article = article;
        Head.Title = article.Headline;
        return Page();
    }
}
