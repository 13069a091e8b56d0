using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts;
using NewsSite.Database;
using NewsSite.Web.Access;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Pages.Account;

/// <summary>Where a mailed link leads. To look uses nothing up, for scanners look at every link; the button does.</summary>
public sealed class LinkPage(NewsDb db, MailedSignIn mail, Entry entry, Edition here) : AccountPage
{
    [BindProperty]
    public string? Code { get; set; }

    public SignInOutcome Outcome { get; private set; }

    /// <summary>Whose link it is, while it is good for something.</summary>
    public string? Email { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken stop)
    {
        Head.Title = here["SignIn.Title"];
        KeepAddressSecret();
        (Outcome, var request) = await mail.LookAsync(db, SignInPurpose.SignIn, token, entry.KnownBrowserOf(HttpContext), stop);
        Email = request?.Email;
        if (Outcome == SignInOutcome.Dead) Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken stop)
    {
        var result = await mail.ProveByLinkAsync(token, Code, entry.KnownBrowserOf(HttpContext), Visitor, stop);
        if (result.Outcome == SignInOutcome.SignedIn)
        {
            await entry.EnterAsync(HttpContext, result.Token!, SessionKind.Reader);
            return LocalRedirect(result.ReturnPath ?? here.Link("/account"));
        }

        await OnGetAsync(token, stop);
        return result.Outcome == SignInOutcome.Dead ? Page() : Again("code", result.Outcome == SignInOutcome.WrongCode ? "SignIn.WrongCode" : "SignIn.NeedsCode");
    }
}
