using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Pages.Account;

namespace NewsSite.Web.Pages.Admin;

/// <summary>What there is to do, for what one may do.</summary>
public sealed class IndexPage(NewsDb db, Edition here) : AccountPage
{
    /// <summary>False after a set-up without script, or when the key was lost: a notice stands until there is one.</summary>
    public bool HasPasskey { get; private set; }

    /// <summary>False: recovery codes alone open nothing, and a lost key means asking an administrator.</summary>
    public bool HasAuthenticator { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Head.Title = here["Admin.Title"];
        HasPasskey = await db.Passkeys.AnyAsync(p => p.AccountId == Session!.AccountId, stop);
        HasAuthenticator = await db.Authenticators.AnyAsync(a => a.AccountId == Session!.AccountId, stop);
    }
}
