using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts;
using NewsSite.Database;
using NewsSite.Web.Access;
using NewsSite.Web.Editions;
using NewsSite.Web.Pages.Account;

namespace NewsSite.Web.Pages.Admin;

/// <summary>Where an invitation leads: make a passkey, or set up an authenticator. To look uses nothing up.</summary>
public sealed class SetUpPage(NewsDb db, SetUp setUp, Entry entry, Edition here) : AccountPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public int Ceremony { get; set; }

    public string Token { get; private set; } = "";

    /// <summary>Null: dead.</summary>
    public Invitation? Invitation { get; private set; }

    /// <summary>Set when the way by authenticator was chosen.</summary>
    public AuthenticatorOffer? Offer { get; private set; }

    /// <summary>Set once, when all is done.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, string? by, string? offer, CancellationToken stop)
    {
        Head.Title = here["SetUp.Title"];
        KeepAddressSecret();
        Token = token;
        Invitation = await setUp.LookAsync(db, token, stop);
        Name ??= Invitation?.Account?.Name;
        Email ??= Invitation?.Account?.Email;
        if (by == "app" && Invitation?.Account is { } account) Offer = setUp.Offer(account.Id, offer);
        if (Invitation is null) Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, string? by, string? act, string? offer, string? code, CancellationToken stop)
    {
        if (act == "who") return await SayWhoAsync(token, stop);
        var done = act == "app"
            ? await setUp.ByAuthenticatorAsync(token, offer, code, Visitor, stop)
            : await setUp.ByPasskeyAsync(token, new(Ceremony, Credential, entry.KnownBrowserOf(HttpContext)), Visitor.Device ?? here["Passkeys.Unnamed"], Visitor, stop);
        await OnGetAsync(token, by, offer, stop);
        if (done is null) return Invitation is null ? Page() : Again("proof", act == "app" ? "Authenticator.Wrong" : "Passkey.NotAdded");
        await entry.EnterAsync(HttpContext, done.Token, SessionKind.Staff);
        Response.StatusCode = StatusCodes.Status200OK;
        Codes = done.RecoveryCodes;
        return Page();
    }

    private async Task<IActionResult> SayWhoAsync(string token, CancellationToken stop)
    {
        await OnGetAsync(token, null, null, stop);
        if (Invitation is null) return Page();
        if (!NewsSite.Accounts.Account.IsName(Name)) return Again("name", "SetUp.BadName");
        if (!EmailAddress.TryRead(Email, out var address)) return Again("email", "SignIn.BadEmail");
        return await setUp.SayWhoAsync(token, address, Name!.Trim(), here.WordsLanguage, stop) ? LocalRedirect("/admin/set-up/" + token) : Again("email", "SetUp.NotThisAddress");
    }
}
