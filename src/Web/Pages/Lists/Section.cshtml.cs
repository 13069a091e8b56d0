using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Serving;

namespace NewsSite.Web.Pages.Lists;

/// <summary>A section and those under it.</summary>
[Stored("before")]
public sealed class SectionPage(NewsDb db, Edition here, EditionList editions, TimeProvider clock) : ListPage(db, here, editions, clock)
{
    public Section Section { get; private set; } = null!;
    public IReadOnlyList<Section> Under { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        var section = await Db.Sections.Include(s => s.Parent).SingleOrDefaultAsync(s => s.Slug == slug, stop);
        if (section is null) return NotFound();
        Section = section;
        var under = await Db.Sections.Where(s => s.ParentId == section.Id).OrderBy(s => s.Position).ToListAsync(stop);
        var published = Published.In(Here.Language);
        Under = under.Count == 0 ? [] : await Db.Sections.Where(s => s.ParentId == section.Id && published.Any(a => a.SectionId == s.Id)).OrderBy(s => s.Position).ToListAsync(stop);
        Head.Title = section.Name.In(Here.Language);
        Head.Description = section.Description.IsEmpty ? null : section.Description.In(Here.Language);
        return await ListAsync($"/section/{slug}", Published.InSections([section.Id, .. under.Select(u => u.Id)]), stop);
    }
}
