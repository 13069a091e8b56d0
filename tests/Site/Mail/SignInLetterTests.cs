using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Database;

namespace NewsSite.Site.Mail;

public abstract class SignInLetterTests(NewsSiteHost site) : MailTests(site)
{
    private const string Token = "Zm9yLXRlc3RzLW9ubHktbm90LXJhbmRvbS1hdC1hbGw";
    private const string Code = "K7MPQ2XW";

    [Fact]
    public async Task The_letter_holds_the_link_and_the_code()
    {
        await DoAsync(await GivenAsync("plain@out.example"));

        var letter = Assert.Single(LettersTo("plain@out.example"));
        Assert.Equal("Sign in to The Daily Example", letter.Subject);
        foreach (var part in new[] { letter.TextBody, letter.HtmlBody })
        {
            Assert.Contains("https://paper.example/account/sign-in/" + Token, part, StringComparison.Ordinal);
            Assert.Contains(Code, part, StringComparison.Ordinal);
            Assert.Contains("ten minutes", part, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Neither_is_to_be_read_in_the_table()
    {
        var job = await GivenAsync("sealed@out.example");

        Assert.DoesNotContain(Token, job.Payload, StringComparison.Ordinal);
        Assert.DoesNotContain(Code, job.Payload, StringComparison.Ordinal);
        Assert.StartsWith("sign-in-letter ", job.Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_leads_into_the_readers_edition_where_there_is_one()
    {
        await Site.Given("Лист", s => s.InLanguage("uk"));
        await DoAsync(await GivenAsync("uk@out.example", language: "uk"));
        await DoAsync(await GivenAsync("ar@out.example", language: "ar"));

        Assert.Contains("https://paper.example/uk/account/sign-in/" + Token, Assert.Single(LettersTo("uk@out.example")).TextBody, StringComparison.Ordinal);
        Assert.Equal("Вхід на сайт «The Daily Example»", LettersTo("uk@out.example")[0].Subject);
        Assert.Contains("https://paper.example/account/sign-in/" + Token, Assert.Single(LettersTo("ar@out.example")).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_address_is_asked_to_confirm_itself()
    {
        var account = await GivenAccountAsync("before@out.example");
        await DoAsync(await GivenAsync("after@out.example", SignInPurpose.NewAddress, account.Id));

        var letter = Assert.Single(LettersTo("after@out.example"));
        Assert.Equal("Confirm your new address at The Daily Example", letter.Subject);
        Assert.Contains("https://paper.example/account/address/" + Token, letter.TextBody, StringComparison.Ordinal);
        Assert.Empty(LettersTo("before@out.example"));
    }

    [Fact]
    public async Task Staff_are_told_of_the_passkey_and_get_no_way_in()
    {
        await GivenAccountAsync("staff@out.example", a => a.Staff = StaffRole.Editor);
        await DoAsync(await GivenAsync("staff@out.example"));

        var letter = Assert.Single(LettersTo("staff@out.example"));
        Assert.Contains("https://paper.example/admin/sign-in", letter.TextBody, StringComparison.Ordinal);
        foreach (var secret in new[] { Token, Code })
            Assert.DoesNotContain(secret, letter.TextBody + letter.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_closed_out_hears_nothing()
    {
        var reader = await GivenAccountAsync("closed@out.example", a => a.ClosedAt = Site.Now);
        await GivenAccountAsync("closed-staff@out.example", a => (a.Staff, a.ClosedAt) = (StaffRole.Editor, Site.Now));
        await DoAsync(await GivenAsync("closed@out.example"));
        await DoAsync(await GivenAsync("closed-staff@out.example"));
        await DoAsync(await GivenAsync("closed-new@out.example", SignInPurpose.NewAddress, reader.Id));
        await DoAsync(await GivenAsync("nobodys-new@out.example", SignInPurpose.NewAddress));

        Assert.All(["closed@out.example", "closed-staff@out.example", "closed-new@out.example", "nobodys-new@out.example"], (string to) => Assert.Empty(LettersTo(to)));
    }

    [Fact]
    public async Task A_request_that_is_over_sends_nothing()
    {
        var (late, used, gone) = (await GivenAsync("late@out.example"), await GivenAsync("used@out.example"), await GivenAsync("gone@out.example"));
        await Get<Writer>().WriteAsync(async db =>
        {
            await db.SignInRequests.Where(r => r.Email == "used@out.example").ExecuteUpdateAsync(r => r.SetProperty(x => x.UsedAt, Site.Now), Stop);
            await db.SignInRequests.Where(r => r.Email == "gone@out.example").ExecuteDeleteAsync(Stop);
        }, Stop);
        await DoAsync(used);
        await DoAsync(gone);
        Site.Clock.Advance(TimeSpan.FromMinutes(10));
        await DoAsync(late);

        Assert.All(["late@out.example", "used@out.example", "gone@out.example"], (string to) => Assert.Empty(LettersTo(to)));
    }

    private async Task<Job> GivenAsync(string email, SignInPurpose purpose = SignInPurpose.SignIn, int? accountId = null, string language = "en")
    {
        var request = await Site.WriteAsync(db => Task.FromResult(db.Add(new SignInRequest(purpose, email, language, Site.Now) { AccountId = accountId, TokenHash = NewsSite.Accounts.Secret.HashOf(email) }).Entity));
        return await JobOfAsync(db => MailedSignIn.Enqueue(db, Get<IDataProtectionProvider>(), request, Token, Code, Site.Now));
    }
}

public sealed class SignInLetterTestsOnSqlite(SqliteMailSite site) : SignInLetterTests(site), IClassFixture<SqliteMailSite>;

public sealed class SignInLetterTestsOnPostgres(PostgresMailSite site) : SignInLetterTests(site), IClassFixture<PostgresMailSite>;
