using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Serving;

namespace NewsSite.Web.Pages.Lists;

/// <summary>A series in the order of its parts; what has no number comes after them, oldest first.</summary>
[Stored("before")]
public sealed class SeriesPage(NewsDb db, Edition here, EditionList editions, TimeProvider clock) : ListPage(db, here, editions, clock)
{
    public Series Series { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!Shared.Pager.TryRead(Request.Query, out var last)) return BadRequest();
        var series = await Db.Series.SingleOrDefaultAsync(s => s.Slug == slug, stop);
        if (series is null) return NotFound();
        Series = series;
        var all = Published.Where(a => a.SeriesId == series.Id);
        var found = await AfterAsync(all.In(Here.Language), last, stop);
        if (found.Count == 0 && (last is null || !await all.In(Here.Language).AnyAsync(stop))) return NotFound();

        Articles = [.. found.Take(Length)];
        Pager = new(Here.Link($"/series/{slug}"), last, found.Count > Length ? Place.Of(Articles[^1]) : null);
        Head.Title = series.Name.In(Here.Language);
        Head.Description = series.Description.IsEmpty ? null : series.Description.In(Here.Language);
        await TellAsync($"/series/{slug}", last, all, stop);
        return Page();
    }

    private static async Task<List<Article>> AfterAsync(IQueryable<Article> articles, Place? last, CancellationToken stop)
    {
        if (last is { } place)
        {
            var part = await articles.Where(a => a.Id == place.Id).Select(a => a.Part).SingleOrDefaultAsync(stop) ?? int.MaxValue;
            articles = articles.Where(a => (a.Part ?? int.MaxValue) > part
                || ((a.Part ?? int.MaxValue) == part && a.PublishedAt >= place.At && (a.PublishedAt > place.At || a.Id > place.Id)));
        }

        return await articles.OrderBy(a => a.Part ?? int.MaxValue).ThenBy(a => a.PublishedAt).ThenBy(a => a.Id).ForTeasers().Take(Length + 1).ToListAsync(stop);
    }
}
