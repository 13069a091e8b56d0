using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Serving;

namespace NewsSite.Web.Pages;

/// <summary>The front page.</summary>
[Stored]
public sealed class IndexPage(NewsDb db, Edition here, Menu menu, TimeProvider clock) : ReaderPage
{
    public FrontPage Front { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromServices] EditionList editions, CancellationToken stop)
    {
        var sections = await menu.SectionsAsync(stop);
        Front = await FrontPage.MakeAsync(db, sections, here.Language, clock.GetUtcNow(), stop);
        Head.Title = here["Front.Title"];
        Head.Description = here["Front.Description"];
        Head.Canonical = here.Link("/");
        Head.Alternates = editions.Everywhere("/");
        Head.FeedOf = here.Prefix;
        Head.Image = Front.Lead?.LeadPhoto;
        return Page();
    }
}
