using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Pages.Shared;
using NewsSite.Web.Serving;

namespace NewsSite.Web.Pages.Paper;

/// <summary>Every correction of the edition, newest first. None is ever taken off.</summary>
[Stored("before")]
public sealed class CorrectionsPage(NewsDb db, Edition here, EditionList editions, TimeProvider clock) : ReaderPage
{
    private const int Length = 20;

    public IReadOnlyList<Correction> Corrections { get; private set; } = [];
    public Pager Pager { get; private set; } = Pager.None;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!Shared.Pager.TryRead(Request.Query, out var before)) return BadRequest();
        var published = db.Articles.Published(clock.GetUtcNow()).In(here.Language);
        var corrections = db.Corrections.Where(c => published.Any(a => a.Id == c.ArticleId));
        if (before is { } p) corrections = corrections.Where(c => c.At <= p.At && (c.At < p.At || c.Id < p.Id));
        var found = await corrections.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Include(c => c.Article).Take(Length + 1).ToListAsync(stop);

        Corrections = [.. found.Take(Length)];
        Pager = new(here.Link("/corrections"), before, found.Count > Length ? new(Corrections[^1].At, Corrections[^1].Id) : null);
        Head.Title = here["Corrections.Title"];
        Head.Description = here["Corrections.Text"];
        Head.Canonical = Pager.Self;
        if (before is null) Head.Alternates = editions.Everywhere("/corrections");
        return Page();
    }
}
