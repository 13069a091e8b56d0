using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;

namespace NewsSite.Web.Editions;

/// <summary>The top sections in which an edition has something to read, in the paper's order. Asked once a page.</summary>
public sealed class Menu(NewsDb db, Edition here, TimeProvider clock)
{
    private List<Section>? sections;

    public async Task<IReadOnlyList<Section>> SectionsAsync(CancellationToken stop)
    {
        if (sections is not null) return sections;
        var published = db.Articles.Published(clock.GetUtcNow()).In(here.Language);
        var under = db.Sections;
        var found = await db.Sections
            .Where(s => s.ParentId == null && (published.Any(a => a.SectionId == s.Id) || under.Any(u => u.ParentId == s.Id && published.Any(a => a.SectionId == u.Id))))
            .ToListAsync(stop);
        return sections = [.. found.OrderBy(s => s.Position).ThenBy(s => s.Name.In(here.Language), StringComparer.Create(here.Culture, ignoreCase: true))];
    }
}
