using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using OtpNet;

namespace NewsSite.Site.Accounts;

/// <summary>The day the passkey is lost: authenticator and recovery code together, each once, and no way to find out or to lock out.</summary>
public abstract class BreakGlassTests(NewsSiteHost site) : SiteTests(site)
{
    private const string Door = "/admin/sign-in";

    [Fact]
    public async Task Without_script_an_authenticator_is_set_up_and_a_notice_stands_until_there_is_a_passkey()
    {
        var window = Site.Open();
        var address = await Site.InviteAsync("noscript@example.org", StaffRole.Editor);

        var (answer, _) = await window.SetUpApp(address + "?by=app", "app", Site.Now);

        Assert.Equal(RecoveryCodes.Count, answer.All(".paper-codes li").Count());
        var desk = await window.Go("/admin");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.NotEmpty(desk.All("p.notice a[href='/admin/security']"));
        using var device = new Device();
        await window.AddPasskey(device);
        Assert.Empty((await window.Go("/admin")).All("p.notice"));
    }

    [Fact]
    public async Task A_wrong_code_sets_nothing_up_and_keeps_the_picture()
    {
        var address = await Site.InviteAsync("mistypes@example.org", StaffRole.Editor) + "?by=app";
        var window = Site.Open();
        var page = await window.Go(address);

        var answer = await window.Send(address, ("act", "app"), ("offer", page.Document.QuerySelector("input[name=offer]")!.GetAttribute("value")!), ("code", "000000"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(page.Words("code.secret"), answer.Words("code.secret"));
        Assert.DoesNotContain("style=", answer.Document.QuerySelector("svg")!.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await window.Go("/admin")).Status);
    }

    [Fact]
    public async Task Both_proofs_together_open_and_each_only_once()
    {
        var (colleague, app) = await PreparedAsync("breaks@example.org");
        var code = app.ComputeTotp(Site.Now.UtcDateTime);

        Assert.Null((await GlassAsync(colleague.Email, code, "WRONG-WRONG-WRONG-WRONG")).Location);
        Assert.Null((await GlassAsync(colleague.Email, "000000", colleague.Codes[0])).Location);
        Assert.Null((await GlassAsync(colleague.Email, code, colleague.Codes[0])).Location);
        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        code = app.ComputeTotp(Site.Now.UtcDateTime);
        var typed = colleague.Codes[0].ToLowerInvariant().Replace('-', ' ');
        Assert.Equal("/admin", (await GlassAsync(colleague.Email, $"{code[..3]} {code[3..]}", typed)).Location);

        Assert.Null((await GlassAsync(colleague.Email, code, colleague.Codes[1])).Location);
        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Null((await GlassAsync(colleague.Email, app.ComputeTotp(Site.Now.UtcDateTime), colleague.Codes[0])).Location);
        Assert.Equal(1, await Site.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Act == Acts.GlassBroken && e.ActorId == colleague.Id, Stop)));
        Assert.Equal(5, await Site.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Act == Acts.ProofFailed && e.Subject == $"account {colleague.Id}", Stop)));
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public async Task A_clock_may_be_one_step_off(int seconds, bool opens)
    {
        var (colleague, app) = await PreparedAsync($"clock{seconds}@example.org");
        Site.Clock.Advance(TimeSpan.FromMinutes(5));

        var answer = await GlassAsync(colleague.Email, app.ComputeTotp(Site.Now.AddSeconds(seconds).UtcDateTime), colleague.Codes[0]);

        Assert.Equal(opens ? "/admin" : null, answer.Location);
    }

    [Fact]
    public async Task Five_wrong_tries_lock_one_network_for_fifteen_minutes_and_no_other()
    {
        var (colleague, app) = await PreparedAsync("locked@example.org");
        var glass = Site.Services.GetRequiredService<BreakGlass>();
        var (stranger, home) = (new Visitor(null, "203.0.113.0/24"), new Visitor(null, "198.51.100.0/24"));
        Task<string?> Try(Visitor who, string code, int paper) => glass.ProveAsync(colleague.Email, code, colleague.Codes[paper], who, Stop);
        string Code() => app.ComputeTotp(Site.Now.UtcDateTime);
        for (var i = 0; i < FailedProof.Most; i++) Assert.Null(await Try(stranger, "000000", 0));

        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Null(await Try(stranger, Code(), 0));
        Assert.NotNull(await Try(home, Code(), 0));
        Site.Clock.Advance(FailedProof.Pause);
        Assert.NotNull(await Try(stranger, Code(), 1));
    }

    [Fact]
    public async Task Whatever_is_wrong_the_answer_is_the_same_and_keeps_the_address()
    {
        var (colleague, app) = await PreparedAsync("same-answer@example.org");
        await Site.ReaderAsync("only-reader@example.org");
        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        var answers = new List<string>();
        foreach (var (email, code) in new[] { (colleague.Email, "000000"), ("unknown@example.org", "000000"), ("only-reader@example.org", "000000"), ("no address", ""), (colleague.Email, app.ComputeTotp(Site.Now.UtcDateTime)) })
        {
            var answer = await GlassAsync(email, code, "AAAAA-AAAAA-AAAAA-AAAAA");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Equal(email, answer.Document.QuerySelector("input[name=email]")?.GetAttribute("value"));
            answers.Add(answer.Text.Replace(email, "", StringComparison.Ordinal));
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task New_recovery_codes_take_the_place_of_the_old()
    {
        var (colleague, app) = await PreparedAsync("reprints@example.org");
        var page = await colleague.Window.Send("/admin/security/recovery-codes");
        var fresh = page.All(".paper-codes li").Select(l => l.TextContent).ToList();
        Assert.Equal(RecoveryCodes.Count, fresh.Except(colleague.Codes).Count());
        Assert.Empty((await colleague.Window.Go("/admin/security/recovery-codes")).All(".paper-codes li"));

        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Null((await GlassAsync(colleague.Email, app.ComputeTotp(Site.Now.UtcDateTime), colleague.Codes[0])).Location);
        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("/admin", (await GlassAsync(colleague.Email, app.ComputeTotp(Site.Now.UtcDateTime), fresh[0])).Location);
    }

    private Task<Page> GlassAsync(string email, string code, string recovery) => Site.Open().Send(Door, ("email", email), ("code", code), ("recovery", recovery));

    private async Task<(Colleague Colleague, Totp App)> PreparedAsync(string email)
    {
        var colleague = await Site.HireAsync(email, StaffRole.Editor);
        var (answer, app) = await colleague.Window.SetUpApp("/admin/security/authenticator", "", Site.Now);
        Assert.Equal("/admin/security", answer.Location);
        return (colleague, app);
    }
}

public sealed class BreakGlassTestsOnSqlite(SqliteSite site) : BreakGlassTests(site), IClassFixture<SqliteSite>;

public sealed class BreakGlassTestsOnPostgres(PostgresSite site) : BreakGlassTests(site), IClassFixture<PostgresSite>;
