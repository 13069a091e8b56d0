using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Pages.Account;

namespace NewsSite.Web.Pages.Admin;

/// <summary>One member of staff: change what they may do, end their sessions, let them go.</summary>
public sealed class MemberPage(NewsDb db, StaffDesk desk, Edition here) : AccountPage
{
    public StaffMember Member { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        if (await desk.ListAsync(db, id, stop) is not [var member]) return NotFound();
        Member = member;
        Head.Title = member.Account.Name ?? here["Staff.Title"];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, string? act, StaffRole? role, CancellationToken stop)
    {
        if (await OnGetAsync(id, stop) is NotFoundResult missing) return missing;
        if (act == "role" && (role is null || !Enum.IsDefined(role.Value))) return Again("role", "Staff.BadRole");
        var done = act switch
        {
            "role" => await desk.ChangeRoleAsync(id, role!.Value, Visitor, stop),
            "end" => await desk.EndSessionsAsync(id, Visitor, stop),
            "close" => await desk.CloseAsync(id, Visitor, stop),
            _ => false,
        };
        if (!done) return Again("act", "Staff.LastAdministrator");
        return LocalRedirect(act == "close" ? "/admin/staff" : $"/admin/staff/{id}");
    }
}
