using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Pages.Account;

namespace NewsSite.Web.Pages.Admin;

/// <summary>Who works here, and a way to let somebody in: the address of the invitation is shown once, here.</summary>
public sealed class StaffPage(NewsDb db, StaffDesk desk, Settings site, Edition here) : AccountPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public StaffRole? Role { get; set; }

    public IReadOnlyList<StaffMember> Members { get; private set; } = [];

    /// <summary>Of the invitation just made.</summary>
    public string? Address { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Head.Title = here["Staff.Title"];
        Members = await desk.ListAsync(db, null, stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await OnGetAsync(stop);
        if (!NewsSite.Accounts.Account.IsName(Name)) return Again("name", "SetUp.BadName");
        if (!EmailAddress.TryRead(Email, out var address)) return Again("email", "SignIn.BadEmail");
        if (Role is not { } role || !Enum.IsDefined(role)) return Again("role", "Staff.BadRole");
        var invited = await desk.InviteAsync(address, Name!.Trim(), role, site.Language, Visitor, stop);
        if (invited.Token is null) return Again("email", "Staff.Already");
        Address = site.Absolute("/admin/set-up/" + invited.Token);
        await OnGetAsync(stop);
        (Name, Email) = (null, null);
        return Page();
    }
}
