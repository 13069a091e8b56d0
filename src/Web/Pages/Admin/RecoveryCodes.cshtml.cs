using NewsSite.Accounts;
using NewsSite.Web.Editions;
using NewsSite.Web.Pages.Account;

namespace NewsSite.Web.Pages.Admin;

/// <summary>Ten new recovery codes, shown once; the old ones are void.</summary>
public sealed class RecoveryCodesPage(OwnFactors factors, Edition here) : AccountPage
{
    public IReadOnlyList<string>? Codes { get; private set; }

    public void OnGet() => Head.Title = here["Recovery.Title"];

    public async Task OnPostAsync(CancellationToken stop)
    {
        OnGet();
        Codes = await factors.MakeRecoveryCodesAsync(Session!.AccountId, Visitor, stop);
    }
}
