using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts;
using NewsSite.Web.Access;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Pages.Account;

/// <summary>Where a reader asks for a letter to sign in with, or shows a passkey.</summary>
public sealed class SignInPage(MailedSignIn mail, Passkeys passkeys, Entry entry, Edition here) : AccountPage
{
    /// <summary>What a passkey said; null when a letter is asked for.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public int Ceremony { get; set; }

    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>No person sees this field; who fills it in is a program.</summary>
    [BindProperty]
    public string? Website { get; set; }

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    public IActionResult OnGet()
    {
        Head.Title = here["SignIn.Title"];
        Return = ReturnPath.Read(Return);
        Email ??= Session?.Account.Email;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        OnGet();
        if (Credential is not null) return await ByPasskeyAsync(stop);
        if (!EmailAddress.TryRead(Email, out var address)) return Again("email", "SignIn.BadEmail");
        if (string.IsNullOrEmpty(Website)) await mail.AskAsync(address, here.Language, Return, entry.BrowserOf(HttpContext), Visitor, SignInPurpose.SignIn, stop);
        return LocalRedirect(here.Link("/account/sign-in/letter"));
    }

    private async Task<IActionResult> ByPasskeyAsync(CancellationToken stop)
    {
        if (await passkeys.SignInAsync(new(Ceremony, Credential, entry.KnownBrowserOf(HttpContext)), SessionKind.Reader, Visitor, stop) is not { } token) return Again("passkey", "Passkey.Refused");
        await entry.EnterAsync(HttpContext, token, SessionKind.Reader);
        return LocalRedirect(Return ?? here.Link("/account"));
    }
}
