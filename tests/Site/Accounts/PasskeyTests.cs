using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;

namespace NewsSite.Site.Accounts;

/// <summary>Passkeys: only the right key, for this site, asked by this browser, a moment ago, and once.</summary>
public abstract class PasskeyTests(NewsSiteHost site) : SiteTests(site)
{
    private const string Door = "/account/sign-in";

    [Fact]
    public async Task A_reader_adds_a_passkey_and_comes_in_by_it()
    {
        using var device = new Device();
        await ReaderAsync("adds@example.org", device);
        var another = Site.Open();

        var answer = await another.SignInBy(device, Door);

        Assert.Equal((HttpStatusCode.Found, "/account"), (answer.Status, answer.Location));
        Assert.Equal("adds@example.org", (await another.Go("/account")).Words("form strong"));
        Assert.NotNull(await Site.ReadAsync(db => db.Passkeys.Where(p => p.Account.Email == "adds@example.org").Select(p => p.UsedAt).SingleAsync(Stop)));
    }

    [Theory]
    [InlineData("another origin")]
    [InlineData("another port")]
    [InlineData("a foreign frame")]
    [InlineData("another place")]
    [InlineData("nobody there")]
    [InlineData("forged")]
    [InlineData("count backwards")]
    [InlineData("count repeated")]
    public async Task A_key_that_says_anything_wrong_opens_nothing(string wrong)
    {
        using var device = new Device { Count = 7 };
        await ReaderAsync($"wrong{Math.Abs(wrong.GetHashCode(StringComparison.Ordinal))}@example.org", device);
        Assert.Equal(HttpStatusCode.Found, (await Site.Open().SignInBy(device, Door)).Status);
        switch (wrong)
        {
            case "another origin": device.Origin = "https://evil.example"; break;
            case "another port": device.Origin = NewsSiteHost.BaseUrl + ":8443"; break;
            case "a foreign frame": device.IsInForeignFrame = true; break;
            case "another place": device.Place = "evil.example"; break;
            case "nobody there": device.IsTouched = false; break;
            case "forged": device.IsForger = true; break;
            case "count backwards": device.Count = 2; break;
            default: device.Count--; break;
        }

        var window = Site.Open();
        var answer = await window.SignInBy(device, Door);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Words("[role=alert]"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await window.Go("/account")).Status);
    }

    [Theory]
    [InlineData("another origin")]
    [InlineData("a foreign frame")]
    [InlineData("another place")]
    [InlineData("nobody there")]
    public async Task A_new_key_that_says_anything_wrong_is_not_added(string wrong)
    {
        using var device = new Device();
        var window = await Site.ReaderAsync($"new{Math.Abs(wrong.GetHashCode(StringComparison.Ordinal))}@example.org");
        switch (wrong)
        {
            case "another origin": device.Origin = "https://evil.example"; break;
            case "a foreign frame": device.IsInForeignFrame = true; break;
            case "another place": device.Place = "evil.example"; break;
            default: device.IsTouched = false; break;
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await window.AddPasskey(device)).Status);
        Assert.Empty((await window.Go("/account/passkeys")).All("ul.rows > li"));
    }

    [Fact]
    public async Task An_answer_works_once_also_when_it_is_sent_twice_at_the_same_moment()
    {
        using var device = new Device();
        await ReaderAsync("replay@example.org", device);
        var window = Site.Open();
        var (ceremony, options) = await window.AskPasskey(Door + "/passkey");
        var fields = new[] { ("ceremony", ceremony), ("credential", device.Sign(options)) };
        await Site.WriteAsync(db => db.Sessions.Where(s => s.Account.Email == "replay@example.org").ExecuteDeleteAsync(Stop));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => window.Send(Door, fields)));

        Assert.Single(answers, a => a.Status == HttpStatusCode.Found);
        Assert.Equal(1, await Site.ReadAsync(db => db.Sessions.CountAsync(s => s.Account.Email == "replay@example.org", Stop)));
    }

    [Fact]
    public async Task A_wrong_answer_uses_the_question_up_too()
    {
        using var device = new Device();
        await ReaderAsync("second@example.org", device);
        var window = Site.Open();
        var (ceremony, options) = await window.AskPasskey(Door + "/passkey");
        device.IsForger = true;
        await window.Send(Door, ("ceremony", ceremony), ("credential", device.Sign(options)));
        device.IsForger = false;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await window.Send(Door, ("ceremony", ceremony), ("credential", device.Sign(options)))).Status);
    }

    [Fact]
    public async Task A_question_is_answered_by_the_browser_it_was_put_to_and_within_five_minutes()
    {
        using var device = new Device();
        await ReaderAsync("tied@example.org", device);
        var (asked, other) = (Site.Open(), Site.Open());
        var (ceremony, options) = await asked.AskPasskey(Door + "/passkey");
        await other.AskPasskey(Door + "/passkey");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.Send(Door, ("ceremony", ceremony), ("credential", device.Sign(options)))).Status);

        (ceremony, options) = await asked.AskPasskey(Door + "/passkey");
        Site.Clock.Advance(Ceremony.Lifetime);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await asked.Send(Door, ("ceremony", ceremony), ("credential", device.Sign(options)))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"AA\",\"type\":\"public-key\",\"response\":{}}")]
    [InlineData("{\"id\":5}")]
    public async Task What_no_device_would_say_is_refused_in_words(string said)
    {
        var window = Site.Open();
        var (ceremony, _) = await window.AskPasskey(Door + "/passkey");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await window.Send(Door, ("ceremony", ceremony), ("credential", said))).Status);
    }

    [Fact]
    public async Task A_key_under_somebody_elses_name_opens_nothing()
    {
        using var device = new Device();
        await ReaderAsync("thief@example.org", device);
        await Site.ReaderAsync("victim@example.org");
        device.Pretend((await Site.ReadAsync(db => db.Accounts.Where(a => a.Email == "victim@example.org").Select(a => a.Id).SingleAsync(Stop))).ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Site.Open().SignInBy(device, Door)).Status);
    }

    [Fact]
    public async Task Ones_own_keys_are_renamed_and_removed_and_anothers_look_missing()
    {
        using var mine = new Device();
        using var theirs = new Device();
        var window = await ReaderAsync("owner@example.org", mine);
        await ReaderAsync("neighbour@example.org", theirs);
        var ids = await Site.ReadAsync(db => db.Passkeys.OrderBy(p => p.Id).Where(p => p.Account.Email == "owner@example.org" || p.Account.Email == "neighbour@example.org").Select(p => $"{p.Id}").ToListAsync(Stop));

        Assert.Equal(HttpStatusCode.NotFound, (await window.Send("/account/passkeys", ("act", "rename"), ("id", ids[1]), ("name", "mine now"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await window.Send("/account/passkeys", ("act", "remove"), ("id", ids[1]))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await window.Send("/account/passkeys", ("act", "remove"), ("id", "999999"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await window.Send("/account/passkeys", ("act", "rename"), ("id", ids[0]), ("name", new string('x', 101)))).Status);
        await window.Send("/account/passkeys", ("act", "rename"), ("id", ids[0]), ("name", "Телефон"));
        Assert.Equal("Телефон", (await window.Go("/account/passkeys")).Words("ul.rows strong"));
        await window.Send("/account/passkeys", ("act", "remove"), ("id", ids[0]));

        Assert.Empty((await window.Go("/account/passkeys")).All("ul.rows > li"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Site.Open().SignInBy(mine, Door)).Status);
        Assert.Equal(HttpStatusCode.Found, (await Site.Open().SignInBy(theirs, Door)).Status);
    }

    [Fact]
    public async Task A_person_has_at_most_ten()
    {
        var window = await Site.ReaderAsync("many@example.org");
        for (var i = 0; i < Passkey.MostOfOnePerson; i++)
        {
            using var device = new Device();
            Assert.Equal(HttpStatusCode.Found, (await window.AddPasskey(device, $"key {i}")).Status);
        }

        Assert.Equal(HttpStatusCode.Gone, (await window.Send("/account/passkeys/options")).Status);
        Assert.Empty((await window.Go("/account/passkeys")).All("form[data-passkey]"));
    }

    [Fact]
    public async Task A_device_that_cannot_tell_who_holds_it_does_for_a_reader()
    {
        using var device = new Device { Verifies = false };
        await ReaderAsync("simple@example.org", device);

        Assert.Equal(HttpStatusCode.Found, (await Site.Open().SignInBy(device, Door)).Status);
    }

    private async Task<Window> ReaderAsync(string email, Device device)
    {
        var window = await Site.ReaderAsync(email);
        Assert.Equal("/account/passkeys", (await window.AddPasskey(device)).Location);
        return window;
    }
}

public sealed class PasskeyTestsOnSqlite(SqliteSite site) : PasskeyTests(site), IClassFixture<SqliteSite>;

public sealed class PasskeyTestsOnPostgres(PostgresSite site) : PasskeyTests(site), IClassFixture<PostgresSite>;
