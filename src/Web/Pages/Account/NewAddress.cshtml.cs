using NewsSite.Accounts;
using NewsSite.Database;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Pages.Account;

/// <summary>Where the letter to a new address leads, in any browser in which its account is signed in. To look uses nothing up; the button does.</summary>
public sealed class NewAddressPage(NewsDb db, MailedSignIn mail, Edition here) : AccountPage
{
    /// <summary>The new address; null when the link is good for nothing here.</summary>
    public string? Email { get; private set; }

    /// <summary>Set when the account has it now.</summary>
    public bool IsTaken { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken stop)
    {
        Open();
        var (_, request) = await mail.LookAsync(db, SignInPurpose.NewAddress, token, null, stop);
        Say(request?.AccountId == Session!.AccountId ? request.Email : null);
    }

    public async Task OnPostAsync(string token, CancellationToken stop)
    {
        Open();
        Say(await mail.ProveAddressAsync(token, Session!, Visitor, stop));
        IsTaken = Email is not null;
    }

    private void Open()
    {
        Head.Title = here["Address.Title"];
        KeepAddressSecret();
    }

    /// <summary>Unknown, used, over, another's, or an address that somebody has: one answer for all.</summary>
    private void Say(string? email)
    {
        Email = email;
        if (email is null) Response.StatusCode = StatusCodes.Status410Gone;
    }
}
