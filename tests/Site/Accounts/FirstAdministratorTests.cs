using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;

namespace NewsSite.Site.Accounts;

/// <summary>A site nobody works at yet, and the one who comes first and last. One story, on a site of its own.</summary>
public abstract class FirstAdministratorTests(NewsSiteHost site) : SiteTests(site)
{
    [Fact]
    public async Task The_first_administrator_says_who_they_are_makes_a_key_and_cannot_leave_the_site_to_nobody()
    {
        var replaced = "/admin/set-up/" + await Site.Desk.InviteFirstAsync(Stop);
        var address = "/admin/set-up/" + await Site.Desk.InviteFirstAsync(Stop);
        Assert.Equal(HttpStatusCode.Gone, (await Site.Page(replaced)).Status);

        // Nobody has said yet who they are: there is nothing to make a key for.
        var window = Site.Open();
        Assert.Equal(HttpStatusCode.Gone, (await window.Send(address + "/passkey")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await window.Send(address, ("act", "who"), ("name", " "), ("email", "first@example.org"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await window.Send(address, ("act", "who"), ("name", "Перша"), ("email", "first"))).Status);
        await window.Send(address, ("act", "who"), ("name", "Перша"), ("email", "frist@example.org"));
        Assert.Equal(address, (await window.Send(address, ("act", "who"), ("name", "Перша"), ("email", "first@example.org"))).Location);
        Assert.False(await Site.ReadAsync(db => db.Accounts.AnyAsync(a => a.Staff != null || a.Email == "frist@example.org", Stop)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await window.Go("/admin")).Status);

        using var device = new Device();
        Assert.Equal(HttpStatusCode.OK, (await window.SetUpBy(device, address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await window.Go("/admin/staff")).Status);
        Assert.Null(await Site.Desk.InviteFirstAsync(Stop));

        await TheLastStaysAsync(window);
    }

    private async Task TheLastStaysAsync(Window window)
    {
        var id = await Site.ReadAsync(db => db.Accounts.Where(a => a.Email == "first@example.org").Select(a => a.Id).SingleAsync(Stop));
        await Site.InviteAsync("not-in-yet@example.org", StaffRole.Administrator);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await window.Send($"/admin/staff/{id}", ("act", "close"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await window.Send($"/admin/staff/{id}", ("act", "role"), ("role", "Publisher"))).Status);

        // Two who let each other go at the same moment: one remains.
        var second = await Site.HireAsync("second@example.org", StaffRole.Administrator);
        var answers = await Task.WhenAll(window.Send($"/admin/staff/{second.Id}", ("act", "close")), second.Window.Send($"/admin/staff/{id}", ("act", "close")));
        Assert.Equal(1, await Site.ReadAsync(db => db.Accounts.CountAsync(a => a.ClosedAt == null && a.Staff == StaffRole.Administrator && a.Email != "not-in-yet@example.org", Stop)));
        Assert.Single(answers, a => a.Status == HttpStatusCode.Found);
    }
}

public sealed class FirstAdministratorTestsOnSqlite(SqliteSite site) : FirstAdministratorTests(site), IClassFixture<SqliteSite>;

public sealed class FirstAdministratorTestsOnPostgres(PostgresSite site) : FirstAdministratorTests(site), IClassFixture<PostgresSite>;
