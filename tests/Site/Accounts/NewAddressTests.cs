using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Database;

namespace NewsSite.Site.Accounts;

/// <summary>A reader takes another e-mail address by proving that letters to it reach them.</summary>
public abstract class NewAddressTests(NewsSiteHost site) : SiteTests(site)
{
    private const string Address = "/account/address";

    [Fact]
    public async Task The_letters_link_makes_the_new_address_theirs_and_ends_all_other_sessions()
    {
        var (window, other) = (await InAsync("old@example.org"), await InAsync("old@example.org"));
        var id = await IdOf("old@example.org");

        var link = await AskAsync(window, "New@Example.org");
        for (var i = 0; i < 3; i++) Assert.Equal("new@example.org", Assert.Single((await window.Go(link)).All(".standfirst bdi, .standfirst")).TextContent.Split(' ')[^1].TrimEnd('.'));
        var answer = await window.Send(link);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("new@example.org", answer.Words("[role=status]"), StringComparison.Ordinal);
        Assert.Equal(id, await IdOf("new@example.org"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.Go("/account")).Status);
        Assert.Equal("new@example.org", (await window.Go("/account")).Words("form strong"));
        Assert.Equal(1, await Site.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Act == Acts.AddressChanged && e.ActorId == id)));
        Assert.Equal(HttpStatusCode.Gone, (await window.Send(link)).Status);
    }

    [Fact]
    public async Task The_link_works_in_any_browser_where_the_account_is_signed_in_and_nowhere_else()
    {
        var (asked, phone, stranger) = (await InAsync("mine@example.org"), await InAsync("mine@example.org"), await InAsync("stranger@example.org"));
        var link = await AskAsync(asked, "mine.new@example.org");

        foreach (var (window, status) in new[] { (Site.Open(), HttpStatusCode.Unauthorized), (stranger, HttpStatusCode.Gone) })
        {
            Assert.Equal(status, (await window.Go(link)).Status);
            Assert.Equal(status, (await window.Send(link)).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await phone.Send(link)).Status);
    }

    [Fact]
    public async Task An_address_that_somebody_has_gets_the_same_answer_and_the_link_leads_nowhere()
    {
        await InAsync("taken@example.org");
        var window = await InAsync("wants@example.org");

        var free = await window.Send(Address, ("email", "free@example.org"));
        var taken = await window.Send(Address, ("email", "taken@example.org"));
        var link = LinkOf(await Site.LastLetterAsync());
        var answer = await window.Send(link);

        Assert.Equal(free.Text, taken.Text);
        Assert.Equal(HttpStatusCode.Gone, answer.Status);
        Assert.Equal((await window.Send(Address + "/" + Secret.New())).Text, answer.Text);
        Assert.Equal("wants@example.org", (await window.Go("/account")).Words("form strong"));
    }

    [Fact]
    public async Task After_ten_minutes_the_link_is_dead()
    {
        var window = await InAsync("slow@example.org");
        var link = await AskAsync(window, "slow.new@example.org");
        Site.Clock.Advance(SignInRequest.Lifetime);

        Assert.Equal(HttpStatusCode.Gone, (await window.Go(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await window.Send(link)).Status);
    }

    [Fact]
    public async Task The_link_signs_nobody_in_and_a_sign_in_link_changes_no_address()
    {
        var window = await InAsync("two.ways@example.org");
        await AskAsync(window, "two.ways.new@example.org");
        var letter = await Site.LastLetterAsync();

        Assert.Equal(HttpStatusCode.Gone, (await Site.Open().Send("/account/sign-in/" + letter.Token, ("code", letter.Code))).Status);
        await window.Send("/account/sign-in", ("email", "elsewhere@example.org"));
        Assert.Equal(HttpStatusCode.Gone, (await window.Send(Address + "/" + (await Site.LastLetterAsync()).Token)).Status);
    }

    [Fact]
    public async Task An_old_proof_is_not_enough_to_ask()
    {
        var window = await InAsync("stale.owner@example.org");
        Site.Clock.Advance(Session.FreshProof);
        var before = await Site.LettersAsync();

        var refused = await window.Send(Address, ("email", "thief@example.org"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("/account/sign-in?return=%2Faccount%2Faddress", refused.Links);
        Assert.Equal(before, await Site.LettersAsync());
    }

    [Fact]
    public async Task Letters_asked_for_under_the_old_address_are_dropped()
    {
        var window = await InAsync("moving@example.org");
        await Site.Open().Send("/account/sign-in", ("email", "moving@example.org"));
        var pending = await Site.LastLetterAsync();

        await window.Send(await AskAsync(window, "moved@example.org"));

        Assert.False(await Site.ReadAsync(db => db.SignInRequests.AnyAsync(r => r.Email == "moving@example.org")));
        Assert.False(await Site.ReadAsync(db => db.Jobs.AnyAsync(j => j.Key == MailedSignIn.KeyOf(pending.RequestId))));
    }

    [Fact]
    public async Task Two_who_prove_one_new_address_at_once_do_not_both_get_it()
    {
        var windows = new[] { await InAsync("first@example.org"), await InAsync("second@example.org") };
        var links = new[] { await AskAsync(windows[0], "wanted@example.org"), await AskAsync(windows[1], "wanted@example.org") };

        var answers = await Task.WhenAll(windows.Zip(links).Select(w => w.First.Send(w.Second)));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Gone], answers.Select(a => a.Status).Order());
    }

    [Fact]
    public async Task What_is_no_address_is_said_so_and_kept_as_typed()
    {
        var answer = await (await InAsync("typing@example.org")).Send(Address, ("email", "not an address"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("not an address", answer.Document.QuerySelector("input[name=email]")?.GetAttribute("value"));
    }

    private async Task<Window> InAsync(string email)
    {
        var window = Site.Open($"198.51.{Random.Shared.Next(256)}.1");
        await window.SignIn(email);
        return window;
    }

    private async Task<string> AskAsync(Window window, string address)
    {
        var answer = await window.Send(Address, ("email", address));
        Assert.NotNull(answer.Words("[role=status]"));
        return LinkOf(await Site.LastLetterAsync());
    }

    private static string LinkOf(SignInSecrets letter) => $"{Address}/{letter.Token}";

    private Task<int> IdOf(string email) => Site.ReadAsync(db => db.Accounts.Where(a => a.Email == email).Select(a => a.Id).SingleAsync());
}

public sealed class NewAddressTestsOnSqlite(SqliteSite site) : NewAddressTests(site), IClassFixture<SqliteSite>;

public sealed class NewAddressTestsOnPostgres(PostgresSite site) : NewAddressTests(site), IClassFixture<PostgresSite>;
