using NewsSite.Accounts;
using NewsSite.Database;
using NewsSite.Web.Access;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Pages.Account;

/// <summary>A reader's passkeys.</summary>
public sealed class OwnPasskeysPage(NewsDb db, Passkeys passkeys, Entry entry, Edition here) : PasskeysPage(db, passkeys, entry, here)
{
    private readonly Edition here = here;

    public override string Address => here.Link("/account/passkeys");

    protected override string TitleKey => "Passkeys.Title";
}
