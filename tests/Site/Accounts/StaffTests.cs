using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;

namespace NewsSite.Site.Accounts;

/// <summary>Staff come in by invitation and passkey, may do what their role says from the next request on, and somebody always remains who can let others in.</summary>
public abstract class StaffTests(NewsSiteHost site) : SiteTests(site)
{
    private const string Door = "/admin/sign-in";

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/security")]
    [InlineData("/admin/security/authenticator")]
    [InlineData("/admin/security/recovery-codes")]
    [InlineData("/admin/staff")]
    [InlineData("/admin/staff/1")]
    public async Task Nothing_opens_before_there_is_a_second_factor(string path)
    {
        var invited = Site.Open();
        await invited.Go(await Site.InviteAsync("waiting@example.org", StaffRole.Administrator));
        var reader = await Site.ReaderAsync($"reads{path.Replace('/', '-')}@example.org");

        Assert.Equal(HttpStatusCode.Unauthorized, (await invited.Go(path)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await invited.Send(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Go(path)).Status);
    }

    [Fact]
    public async Task An_invitation_is_looked_at_freely_and_used_once()
    {
        var address = await Site.InviteAsync("once-only@example.org", StaffRole.Editor);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Site.Open().Go(address)).Status);
            Assert.Equal(HttpStatusCode.OK, (await Site.Send(HttpMethod.Head, address)).Status);
        }

        using var device = new Device();
        var window = Site.Open();
        var done = await window.SetUpBy(device, address);

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal(RecoveryCodes.Count, done.All(".paper-codes li").Count());
        Assert.Equal(HttpStatusCode.OK, (await window.Go("/admin")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await Site.Open().Go(address)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await Site.Open().Send(address + "/passkey")).Status);
        var id = await Site.ReadAsync(db => db.Accounts.Where(a => a.Email == "once-only@example.org").Select(a => a.Id).SingleAsync(Stop));
        var acts = await Site.ReadAsync(db => db.AuditEntries.Where(e => e.Subject == $"account {id}").Select(e => e.Act).ToListAsync(Stop));
        Assert.Superset(new HashSet<string> { Acts.Invited, Acts.PasskeyAdded, Acts.RecoveryCodesMade, Acts.SignedIn }, acts.ToHashSet());
    }

    [Fact]
    public async Task An_invitation_is_over_after_three_days_and_when_a_newer_one_is_made()
    {
        var first = await Site.InviteAsync("twice-asked@example.org", StaffRole.Editor);
        var second = await Site.InviteAsync("twice-asked@example.org", StaffRole.Editor);
        Assert.Equal(HttpStatusCode.Gone, (await Site.Page(first)).Status);
        Site.Clock.Advance(Invitation.Lifetime);

        Assert.Equal(HttpStatusCode.Gone, (await Site.Page(second)).Status);
    }

    [Fact]
    public async Task Whoever_lost_their_keys_makes_new_ones_and_the_old_open_nothing()
    {
        var colleague = await Site.HireAsync("lost@example.org", StaffRole.Editor);
        using var found = new Device();
        var window = Site.Open();
        await window.SetUpBy(found, await Site.InviteAsync("lost@example.org", StaffRole.Editor));

        Assert.Equal(HttpStatusCode.Unauthorized, (await colleague.Window.Go("/admin")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Site.Open().SignInBy(colleague.Device, Door)).Status);
        Assert.Equal("/admin", (await Site.Open().SignInBy(found, Door)).Location);
    }

    [Fact]
    public async Task A_device_that_did_not_check_its_holder_lets_nobody_into_the_newsroom()
    {
        var colleague = await Site.HireAsync("unchecked@example.org", StaffRole.Editor);
        colleague.Device.Verifies = false;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Site.Open().SignInBy(colleague.Device, Door)).Status);

        // The same with a question from the readers' door, which does not insist.
        var window = Site.Open();
        var (ceremony, options) = await window.AskPasskey("/account/sign-in/passkey");
        Assert.Equal("preferred", options.GetProperty("userVerification").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await window.Send(Door, ("ceremony", ceremony), ("credential", colleague.Device.Sign(options)))).Status);
        colleague.Device.Verifies = true;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await window.SignInBy(colleague.Device, "/account/sign-in")).Status);

        using var careless = new Device { Verifies = false };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Site.Open().SetUpBy(careless, await Site.InviteAsync("careless@example.org", StaffRole.Editor))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await colleague.Window.AddPasskey(careless)).Status);
        Assert.Equal(0, await Site.ReadAsync(db => db.Sessions.CountAsync(s => s.Account.Email == "careless@example.org", Stop)));
    }

    [Fact]
    public async Task A_readers_key_and_mailbox_are_no_way_in_once_they_are_staff()
    {
        using var device = new Device();
        var reader = await Site.ReaderAsync("promoted@example.org");
        await reader.AddPasskey(device);
        await Site.InviteAsync("promoted@example.org", StaffRole.Contributor);

        Assert.Equal(HttpStatusCode.Unauthorized, (await reader.Go("/account")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Site.Open().SignInBy(device, Door)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Site.Open().SignInBy(device, "/account/sign-in")).Status);
        var byLetter = Site.Open();
        await byLetter.SignIn("promoted@example.org");
        Assert.Equal(HttpStatusCode.Unauthorized, (await byLetter.Go("/account")).Status);
    }

    [Fact]
    public async Task A_role_acts_at_the_next_request()
    {
        var chief = await Site.HireAsync("chief@example.org", StaffRole.Administrator);
        var colleague = await Site.HireAsync("climbs@example.org", StaffRole.Editor);
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.Window.Go("/admin/staff")).Status);

        Assert.Equal(HttpStatusCode.Found, (await chief.Window.Send($"/admin/staff/{colleague.Id}", ("act", "role"), ("role", "Administrator"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await colleague.Window.Go("/admin")).Status);
        await colleague.Window.SignInBy(colleague.Device, Door);
        Assert.Equal(HttpStatusCode.OK, (await colleague.Window.Go("/admin/staff")).Status);

        await chief.Window.Send($"/admin/staff/{colleague.Id}", ("act", "role"), ("role", "Contributor"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await colleague.Window.Go("/admin/staff")).Status);
        await colleague.Window.SignInBy(colleague.Device, Door);
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.Window.Go("/admin/staff")).Status);
        Assert.Equal(HttpStatusCode.OK, (await colleague.Window.Go("/admin")).Status);
    }

    [Fact]
    public async Task Whoever_was_let_go_is_out_at_the_next_request_and_stays_out()
    {
        var chief = await Site.HireAsync("chief2@example.org", StaffRole.Administrator);
        var colleague = await Site.HireAsync("leaves@example.org", StaffRole.Publisher);

        Assert.Equal("/admin/staff", (await chief.Window.Send($"/admin/staff/{colleague.Id}", ("act", "close"))).Location);

        Assert.Equal(HttpStatusCode.Unauthorized, (await colleague.Window.Go("/admin")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Site.Open().SignInBy(colleague.Device, Door)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await chief.Window.Go($"/admin/staff/{colleague.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await chief.Window.Send("/admin/staff/999999", ("act", "end"))).Status);
    }

    [Fact]
    public async Task The_list_says_who_works_here_and_the_invitation_made_there_works()
    {
        var chief = await Site.HireAsync("chief3@example.org", StaffRole.Administrator);

        var answer = await chief.Window.Send("/admin/staff", ("name", "Нова Людина"), ("email", "newcomer@example.org"), ("role", "Editor"));

        Assert.Contains("Нова Людина", answer.Words("table"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Site.Page(new Uri(answer.Words("code.secret")!).AbsolutePath)).Status);
        Assert.Empty((await chief.Window.Go("/admin/staff")).All("code.secret"));
        foreach (var (name, email, role) in new[] { ("", "a@example.org", "Editor"), ("A", "no address", "Editor"), ("A", "a@example.org", "Emperor"), ("A", "a@example.org", "7"), ("A", "newcomer@example.org", "Publisher") })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await chief.Window.Send("/admin/staff", ("name", name), ("email", email), ("role", role))).Status);
    }

    [Fact]
    public async Task The_last_way_in_stays()
    {
        var colleague = await Site.HireAsync("last-key@example.org", StaffRole.Editor);
        var key = await Site.ReadAsync(db => db.Passkeys.Where(p => p.AccountId == colleague.Id).Select(p => $"{p.Id}").SingleAsync(Stop));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await colleague.Window.Send("/admin/security", ("act", "remove"), ("id", key))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await colleague.Window.Send("/account/passkeys", ("act", "remove"), ("id", key))).Status);
        await colleague.Window.SetUpApp("/admin/security/authenticator", "", Site.Now);
        Assert.Equal("/admin/security", (await colleague.Window.Send("/admin/security", ("act", "remove"), ("id", key))).Location);
        Assert.NotEmpty((await colleague.Window.Go("/admin")).All("p.notice"));
    }

    [Fact]
    public async Task The_desk_speaks_the_language_of_whoever_sits_at_it()
    {
        var colleague = await Site.HireAsync("ukrainian@example.org", StaffRole.Administrator);
        await Site.WriteAsync(db => db.Accounts.Where(a => a.Id == colleague.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Language, "uk"), Stop));

        var page = await colleague.Window.Go("/admin");

        Assert.Equal("uk", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.All(page.Links.Where(l => l.StartsWith('/')), l => Assert.True(l == "/" || l.StartsWith("/admin", StringComparison.Ordinal), l));
    }
}

public sealed class StaffTestsOnSqlite(SqliteSite site) : StaffTests(site), IClassFixture<SqliteSite>;

public sealed class StaffTestsOnPostgres(PostgresSite site) : StaffTests(site), IClassFixture<PostgresSite>;
