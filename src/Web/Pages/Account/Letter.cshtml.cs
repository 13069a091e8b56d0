using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts;
using NewsSite.Web.Access;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Pages.Account;

/// <summary>The letter is on its way: here its code is typed. The same page whether or not there is such an address.</summary>
public sealed class LetterPage(MailedSignIn mail, Entry entry, Edition here) : AccountPage
{
    [BindProperty]
    public string? Code { get; set; }

    public void OnGet() => Head.Title = here["Letter.Title"];

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        OnGet();
        var result = await mail.ProveByCodeAsync(Code ?? "", entry.KnownBrowserOf(HttpContext), Visitor, stop);
        if (result.Outcome != SignInOutcome.SignedIn) return Again("code", result.Outcome == SignInOutcome.WrongCode ? "SignIn.WrongCode" : "SignIn.Dead");
        await entry.EnterAsync(HttpContext, result.Token!, SessionKind.Reader);
        return LocalRedirect(result.ReturnPath ?? here.Link("/account"));
    }
}
