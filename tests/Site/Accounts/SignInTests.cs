using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;

namespace NewsSite.Site.Accounts;

/// <summary>Readers come in by a letter: a link for the browser that asked, a code for any other.</summary>
public abstract class SignInTests(NewsSiteHost site) : SiteTests(site)
{
    private const string Session = "__Host-session";

    [Fact]
    public async Task Whoever_opens_the_link_in_the_browser_that_asked_is_in_and_has_an_account()
    {
        var window = Site.Open();

        var answer = await window.SignIn("Iryna.One@Example.org");

        Assert.Equal((HttpStatusCode.Found, "/account"), (answer.Status, answer.Location));
        Assert.Equal("iryna.one@example.org", (await window.Go("/account")).Words("form strong"));
        Assert.Equal(1, await Site.ReadAsync(db => db.Accounts.CountAsync(a => a.Email == "iryna.one@example.org")));
    }

    [Fact]
    public async Task The_session_cookie_is_bound_to_the_host_and_out_of_reach_of_script()
    {
        var window = Site.Open();
        await window.Send("/account/sign-in", ("email", "cookie@example.org"));

        var answer = await window.Send("/account/sign-in/" + (await Site.LastLetterAsync()).Token);

        var cookie = Assert.Single(answer.SetCookies, c => c.StartsWith(Session + "=", StringComparison.Ordinal));
        foreach (var said in new[] { "secure", "httponly", "samesite=lax", "path=/" }) Assert.Contains(said, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task To_look_at_a_link_however_often_never_uses_it_up()
    {
        var window = Site.Open();
        await window.Send("/account/sign-in", ("email", "scanned@example.org"));
        var link = "/account/sign-in/" + (await Site.LastLetterAsync()).Token;
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Site.Open().Go(link)).Status);
            Assert.Equal(HttpStatusCode.OK, (await Site.Send(HttpMethod.Head, link, null, ("Purpose", "prefetch"))).Status);
        }

        Assert.Equal("/account", (await window.Send(link)).Location);
    }

    [Fact]
    public async Task A_link_works_once()
    {
        var window = Site.Open();
        await window.SignIn("once@example.org");

        var again = await window.Send("/account/sign-in/" + (await Site.LastLetterAsync()).Token);

        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Contains("/account/sign-in", again.Links);
    }

    [Fact]
    public async Task After_ten_minutes_link_and_code_are_dead()
    {
        var window = Site.Open();
        await window.Send("/account/sign-in", ("email", "late@example.org"));
        var letter = await Site.LastLetterAsync();
        Site.Clock.Advance(SignInRequest.Lifetime - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await window.Go("/account/sign-in/" + letter.Token)).Status);
        Site.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Gone, (await window.Go("/account/sign-in/" + letter.Token)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await window.Send("/account/sign-in/" + letter.Token)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await window.Send("/account/sign-in/letter", ("code", letter.Code))).Status);
    }

    [Fact]
    public async Task Another_browser_needs_the_code_too()
    {
        var (asked, other) = (Site.Open(), Site.Open());
        await asked.Send("/account/sign-in", ("email", "phone@example.org"));
        var letter = await Site.LastLetterAsync();
        var link = "/account/sign-in/" + letter.Token;

        Assert.NotEmpty((await other.Go(link)).All("input[name=code]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.Send(link)).Status);
        Assert.DoesNotContain(Session, other.Cookies.Keys);
        var typed = $" {letter.Code[..4].ToLowerInvariant()}-{letter.Code[4..]} ";
        Assert.Equal("/account", (await other.Send(link, ("code", typed))).Location);
    }

    [Fact]
    public async Task The_code_alone_is_good_in_the_browser_that_asked_and_in_no_other()
    {
        var (asked, other) = (Site.Open(), Site.Open());
        await asked.Send("/account/sign-in", ("email", "typed@example.org"));
        await other.Send("/account/sign-in", ("email", "stranger@example.org"));
        await asked.Send("/account/sign-in", ("email", "typed@example.org"));
        var letter = await Site.LastLetterAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.Send("/account/sign-in/letter", ("code", letter.Code))).Status);
        Assert.Equal("/account", (await asked.Send("/account/sign-in/letter", ("code", letter.Code))).Location);
    }

    [Fact]
    public async Task Five_wrong_codes_and_the_right_one_is_worth_nothing()
    {
        var window = Site.Open();
        await window.Send("/account/sign-in", ("email", "guessed@example.org"));
        var letter = await Site.LastLetterAsync();

        for (var i = 0; i < SignInRequest.MostTries; i++)
        {
            var answer = await window.Send("/account/sign-in/letter", ("code", "AAAAAAAA"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Equal("AAAAAAAA", answer.Document.QuerySelector("input[name=code]")?.GetAttribute("value"));
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await window.Send("/account/sign-in/letter", ("code", letter.Code))).Status);
        Assert.Equal(HttpStatusCode.Gone, (await window.Send("/account/sign-in/" + letter.Token)).Status);
    }

    [Fact]
    public async Task Two_browsers_that_prove_one_new_address_at_once_share_one_account()
    {
        var windows = Enumerable.Range(0, 3).Select(_ => Site.Open()).ToList();
        var links = new List<string>();
        foreach (var window in windows)
        {
            await window.Send("/account/sign-in", ("email", "race@example.org"));
            links.Add("/account/sign-in/" + (await Site.LastLetterAsync()).Token);
        }

        var answers = await Task.WhenAll(windows.Zip(links).Select(w => w.First.Send(w.Second)));

        Assert.All(answers, a => Assert.Equal("/account", a.Location));
        Assert.Equal(1, await Site.ReadAsync(db => db.Accounts.CountAsync(a => a.Email == "race@example.org")));
    }

    [Fact]
    public async Task One_link_pressed_twice_at_once_is_one_session()
    {
        var window = Site.Open();
        await window.Send("/account/sign-in", ("email", "twice@example.org"));
        var link = "/account/sign-in/" + (await Site.LastLetterAsync()).Token;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => window.Send(link)));

        Assert.Single(answers, a => a.Status == HttpStatusCode.Found);
        Assert.Equal(1, await Site.ReadAsync(db => db.Sessions.CountAsync(s => s.Account.Email == "twice@example.org")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@b")]
    [InlineData("a b@example.org")]
    [InlineData("Olha <olha@example.org>")]
    [InlineData("olha@example.org\nBcc: all@example.org")]
    public async Task What_is_no_address_is_said_so_and_kept_as_typed(string typed)
    {
        var answer = await Site.Open().Send("/account/sign-in", ("email", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Words("[role=alert]"));
        Assert.Equal(typed.Replace('\n', ' '), answer.Document.QuerySelector("input[name=email]")?.GetAttribute("value")?.Replace('\n', ' ') ?? "");
    }

    [Theory]
    [InlineData("/search?q=x", "/search?q=x")]
    [InlineData("//evil.example", "/account")]
    [InlineData("/\\evil.example", "/account")]
    [InlineData("https://evil.example", "/account")]
    [InlineData("/a\r\nSet-Cookie: x=y", "/account")]
    public async Task After_the_sign_in_the_reader_goes_on_where_they_were_on_this_site_only(string asked, string leads)
    {
        var window = Site.Open();
        await window.Send("/account/sign-in", ("email", $"back{Math.Abs(asked.GetHashCode(StringComparison.Ordinal))}@example.org"), ("return", asked));

        Assert.Equal(leads, (await window.Send("/account/sign-in/" + (await Site.LastLetterAsync()).Token)).Location);
    }

    [Fact]
    public async Task A_program_that_fills_in_every_field_gets_the_same_answer_and_no_letter()
    {
        var before = await Site.LettersAsync();

        var answer = await Site.Open().Send("/account/sign-in", ("email", "bot@example.org"), ("website", "https://spam.example"));

        Assert.Equal("/account/sign-in/letter", answer.Location);
        Assert.Equal(before, await Site.LettersAsync());
    }
}

public sealed class SignInTestsOnSqlite(SqliteSite site) : SignInTests(site), IClassFixture<SqliteSite>;

public sealed class SignInTestsOnPostgres(PostgresSite site) : SignInTests(site), IClassFixture<PostgresSite>;
