using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Database;
using NewsSite.Web.Access;
using NewsSite.Web.Editions;
using NewsSite.Web.Pages.Account;

namespace NewsSite.Web.Pages.Admin;

/// <summary>One's own ways in: passkeys, authenticator, recovery codes. One of the first two must remain.</summary>
public sealed class SecurityPage(NewsDb db, Passkeys passkeys, Entry entry, Edition here) : PasskeysPage(db, passkeys, entry, here)
{
    public DateTimeOffset? AuthenticatorSince { get; private set; }

    public int CodesLeft { get; private set; }

    public override string Address => "/admin/security";

    protected override string TitleKey => "Security.Title";

    protected override async Task FillAsync(NewsDb rows, CancellationToken stop)
    {
        var id = Session!.AccountId;
        AuthenticatorSince = await rows.Authenticators.Where(a => a.AccountId == id).Select(a => a.ConfirmedAt).SingleOrDefaultAsync(stop);
        CodesLeft = await rows.RecoveryCodes.CountAsync(c => c.AccountId == id && c.UsedAt == null, stop);
    }
}
