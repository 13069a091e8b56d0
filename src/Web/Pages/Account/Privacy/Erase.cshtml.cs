using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts;
using NewsSite.Web.Access;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Pages.Account.Privacy;

/// <summary>Forgets a person at their wish. The address is typed by hand: nobody does this by a slip.</summary>
public sealed class ErasePage(Farewell farewell, Entry entry, Edition here) : AccountPage
{
    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Set when nothing of the person is left.</summary>
    public bool IsErased { get; private set; }

    public void OnGet() => Head.Title = here["Erase.Title"];

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        OnGet();
        if (NeedsFreshProof) return AskForProof();
        var account = Session!.Account;
        if (account.IsStaff) return Again("email", "Erase.Staff");
        if (!EmailAddress.TryRead(Email, out var typed) || typed != account.Email) return Again("email", "Erase.NotYours");
        IsErased = await farewell.EraseAsync(account.Id, Visitor, stop);
        if (!IsErased) return Again("email", "Erase.Staff");
        entry.Forget(HttpContext);
        Head.Title = here["Erase.Done.Title"];
        return Page();
    }
}
