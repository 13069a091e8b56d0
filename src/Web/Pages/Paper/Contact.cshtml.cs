using Microsoft.AspNetCore.Mvc;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Serving;

namespace NewsSite.Web.Pages.Paper;

/// <summary>How to write to the newsroom. The address comes only after a form is sent: what a collector of addresses reads does not hold it.</summary>
[Stored]
public sealed class ContactPage(NewsDb db, Edition here, Settings site, EditionList editions) : ReaderPage
{
    public StandingText? Text { get; private set; }

    /// <summary>Null until it is asked for.</summary>
    public string? Address { get; private set; }

    public bool HasAddress => site.Contact is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Text = await StandingText.FindAsync(db, "/contact", here.Language, site.Language, stop);
        Head.Title = Text?.Page.Title ?? here["Contact.Title"];
        Head.Description = Text?.Page.Standfirst;
        Head.Canonical = here.Link("/contact");
        Head.Alternates = editions.Everywhere("/contact");
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Address = site.Contact;
        Head.IsIndexed = false;
        Response.Headers.CacheControl = "no-store";
        return OnGetAsync(stop);
    }
}
