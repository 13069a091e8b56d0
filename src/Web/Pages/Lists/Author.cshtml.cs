using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Serving;

namespace NewsSite.Web.Pages.Lists;

/// <summary>A person, and everything the person had a part in.</summary>
[Stored("before")]
public sealed class AuthorPage(NewsDb db, Edition here, EditionList editions, TimeProvider clock) : ListPage(db, here, editions, clock)
{
    public Contributor Person { get; private set; } = null!;

    /// <summary>What the person did for this edition, and how often.</summary>
    public IReadOnlyList<KeyValuePair<Role, int>> Work { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        var person = await Db.Contributors.SingleOrDefaultAsync(c => c.Slug == slug, stop);
        if (person is null) return NotFound();
        Person = person;
        var published = Published.In(Here.Language);
        var work = await Db.Set<Byline>().Where(b => b.ContributorId == person.Id && published.Any(a => a.Id == b.ArticleId))
            .GroupBy(b => b.Role).Select(g => new { Role = g.Key, Times = g.Count() }).ToListAsync(stop);
        Work = [.. work.OrderByDescending(w => w.Times).ThenBy(w => w.Role).Select(w => KeyValuePair.Create(w.Role, w.Times))];
        Head.Person = person;
        Head.Title = person.Name.In(Here.Language);
        Head.Description = person.Bio.IsEmpty ? null : person.Bio.In(Here.Language);
        return await ListAsync($"/author/{slug}", Published.CreditedTo(person.Id), stop);
    }
}
