using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Database;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Pages.Account;

/// <summary>Every browser that is signed in, and a button to end each.</summary>
public sealed class SessionsPage(NewsDb db, Writer writer, Sessions sessions, Edition here) : AccountPage
{
    public IReadOnlyList<Session> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Head.Title = here["Sessions.Title"];
        All = await db.Sessions.Where(s => s.AccountId == Session!.AccountId).OrderByDescending(s => s.SeenAt).ToListAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken stop)
    {
        if (id is { } one)
        {
            if (!await sessions.EndAsync(one, Session!.AccountId, Visitor, stop)) return NotFound();
        }
        else
        {
            await writer.WriteAsync(change => sessions.EndAllAsync(change, Session!.AccountId, Session.Id, Visitor), stop);
        }

        return LocalRedirect(here.Link("/account/sessions"));
    }
}
