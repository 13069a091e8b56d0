using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.Lists;

/// <summary>A page that lists articles of this edition newest first, twenty at a time.</summary>
public abstract class ListPage(NewsDb db, Edition here, EditionList editions, TimeProvider clock) : ReaderPage
{
    protected const int Length = 20;

    public IReadOnlyList<Article> Articles { get; protected set; } = [];
    public Pager Pager { get; protected set; } = Pager.None;

    protected NewsDb Db => db;
    protected Edition Here => here;
    protected IQueryable<Article> Published => db.Articles.Published(clock.GetUtcNow());

    /// <param name="path">The list's own, without language.</param>
    /// <param name="all">What is in the list, in every language.</param>
    /// <param name="stop">Cancellation.</param>
    protected async Task<IActionResult> ListAsync(string path, IQueryable<Article> all, CancellationToken stop)
    {
        if (!Shared.Pager.TryRead(Request.Query, out var before)) return BadRequest();
        var articles = all.In(here.Language);
        var found = await articles.Before(before).NewestFirst().ForTeasers().Take(Length + 1).ToListAsync(stop);
        if (found.Count == 0 && (before is null || !await articles.AnyAsync(stop))) return NotFound();

        Articles = [.. found.Take(Length)];
        Pager = new(here.Link(path), before, found.Count > Length ? Place.Of(Articles[^1]) : null);
        await TellAsync(path, before, all, stop);
        return Page();
    }

    protected async Task TellAsync(string path, Place? before, IQueryable<Article> all, CancellationToken stop)
    {
        Head.Canonical = Pager.Self;
        Head.FeedOf = here.Link(path);
        if (before is null) Head.Alternates = editions.PathsIn(await all.Select(a => a.Language).Distinct().OrderBy(l => l).ToListAsync(stop), path);
    }
}
