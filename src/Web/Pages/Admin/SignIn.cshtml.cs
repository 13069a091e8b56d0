using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts;
using NewsSite.Web.Access;
using NewsSite.Web.Editions;
using NewsSite.Web.Pages.Account;

namespace NewsSite.Web.Pages.Admin;

/// <summary>Staff come in: by passkey, or, when it is lost, by authenticator and recovery code together. Never by mail.</summary>
public sealed class SignInPage(Passkeys passkeys, BreakGlass glass, Entry entry, Edition here) : AccountPage
{
    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public int Ceremony { get; set; }

    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    public void OnGet()
    {
        Head.Title = here["Admin.SignIn.Title"];
        Return = ReturnPath.Read(Return);
    }

    public async Task<IActionResult> OnPostAsync(string? code, string? recovery, CancellationToken stop)
    {
        OnGet();
        var token = Credential is null
            ? await glass.ProveAsync(Email, code, recovery, Visitor, stop)
            : await passkeys.SignInAsync(new(Ceremony, Credential, entry.KnownBrowserOf(HttpContext)), SessionKind.Staff, Visitor, stop);
        if (token is null) return Again("proof", Credential is null ? "Glass.Wrong" : "Passkey.Refused");
        await entry.EnterAsync(HttpContext, token, SessionKind.Staff);
        return LocalRedirect(Return ?? "/admin");
    }
}
