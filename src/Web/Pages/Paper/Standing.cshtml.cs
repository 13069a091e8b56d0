using Microsoft.AspNetCore.Mvc;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Serving;

namespace NewsSite.Web.Pages.Paper;

/// <summary>A standing page at whatever address an editor gave it; the last to be asked.</summary>
[Stored]
public sealed class StandingPage(NewsDb db, Edition here, Settings site, EditionList editions) : ReaderPage
{
    public StandingText Text { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string path, CancellationToken stop)
    {
        var address = "/" + path;
        var text = await StandingText.FindAsync(db, address, here.Language, site.Language, stop);
        if (text is null) return NotFound();
        Text = text;
        Head.Title = text.Page.Title;
        Head.Description = text.Page.Standfirst;
        Head.Canonical = new Edition(text.Page.Language, site).Link(address);
        Head.Alternates = editions.PathsIn(text.Languages, address);
        return Page();
    }
}
