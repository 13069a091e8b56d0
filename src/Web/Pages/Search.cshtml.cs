using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Articles.Search;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages;

/// <summary>Full text of all editions, narrowed by what the reader chose.</summary>
public sealed class SearchPage(NewsDb db, ISearchIndex index, Edition here, TimeProvider clock) : ReaderPage
{
    private const int Length = 20;

    /// <summary>A list longer than this helps nobody to choose; a name can be typed all the same.</summary>
    private const int MostNames = 200;

    public SearchForm Form { get; private set; } = null!;
    public IReadOnlyList<Article> Found { get; private set; } = [];
    public Pager Pager { get; private set; } = Pager.None;
    public IReadOnlyList<Section> Sections { get; private set; } = [];
    public IReadOnlyList<Tag> Tags { get; private set; } = [];
    public IReadOnlyList<Contributor> People { get; private set; } = [];

    /// <summary>False while there is only the form.</summary>
    public bool HasSearched { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Form = new(Request.Query);
        Pager = new(Form.Address(here.Link("/search")), Form.Before, null);
        Head.Title = Form["q"].Length > 0 && Form.Faults.Count == 0 ? here.Say("Search.TitleFor", Form["q"]) : here["Search.Title"];
        Head.IsIndexed = false;
        await ListNamesAsync(stop);
        if (Form.Faults.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (!Form.IsEmpty) await FindAsync(stop);
        return Page();
    }

    private async Task FindAsync(CancellationToken stop)
    {
        HasSearched = true;
        if (await Form.QueryAsync(db, here, clock.GetUtcNow(), stop) is not { } query) return;
        var ids = await index.FindAsync(db, query, Length + 1, stop);
        var shown = ids.Take(Length).ToList();
        var found = await db.Articles.Published(query.Now).Where(a => shown.Contains(a.Id)).ForTeasers().Include(a => a.Text).ToDictionaryAsync(a => a.Id, stop);
        Found = [.. shown.Select(found.GetValueOrDefault).OfType<Article>()];
        if (ids.Count > Length && Found.Count > 0) Pager = Pager with { Older = Place.Of(Found[^1]) };
    }

    private async Task ListNamesAsync(CancellationToken stop)
    {
        Sections = await db.Sections.OrderBy(s => s.Position).Take(MostNames).ToListAsync(stop);
        Tags = await db.Tags.OrderBy(t => t.Slug).Take(MostNames).ToListAsync(stop);
        People = await db.Contributors.OrderBy(c => c.Slug).Take(MostNames).ToListAsync(stop);
    }
}
