using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts;
using NewsSite.Web.Editions;
using NewsSite.Web.Pages.Account;

namespace NewsSite.Web.Pages.Admin;

/// <summary>Sets up an authenticator app, in place of one there was; only a right code changes anything.</summary>
public sealed class AuthenticatorPage(OwnFactors factors, Edition here) : AccountPage
{
    public AuthenticatorOffer Offer { get; private set; } = null!;

    public void OnGet() => Show(null);

    public async Task<IActionResult> OnPostAsync(string? offer, string? code, CancellationToken stop)
    {
        if (await factors.SetAuthenticatorAsync(Session!.AccountId, offer, code, Visitor, stop)) return LocalRedirect("/admin/security");
        Show(offer);
        return Again("code", "Authenticator.Wrong");
    }

    private void Show(string? before)
    {
        Head.Title = here["Authenticator.Title"];
        Offer = factors.Offer(Session!.AccountId, before);
    }
}
