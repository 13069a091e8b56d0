using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts;
using NewsSite.Web.Access;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Pages.Account;

/// <summary>Where somebody asks for a letter to the address they want to have. The same answer whoever has that address.</summary>
public sealed class AddressPage(MailedSignIn mail, Entry entry, Edition here) : AccountPage
{
    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Set when the letter is on its way, if letters get there.</summary>
    public bool IsAsked { get; private set; }

    public void OnGet() => Head.Title = here["Address.Title"];

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        OnGet();
        if (NeedsFreshProof) return AskForProof();
        if (!EmailAddress.TryRead(Email, out var address)) return Again("email", "SignIn.BadEmail");
        await mail.AskAsync(address, here.Language, null, entry.BrowserOf(HttpContext), Visitor, SignInPurpose.NewAddress, stop);
        (IsAsked, Email) = (true, null);
        return Page();
    }
}
