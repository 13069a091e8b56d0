using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;

namespace NewsSite.Site.Accounts;

/// <summary>How many letters go out in an hour, and that nobody can use the limits against whose mailbox it is. Each test asks from networks of its own.</summary>
public abstract class MailLimitTests(NewsSiteHost site) : SiteTests(site)
{
    [Fact]
    public async Task One_network_gets_three_letters_an_hour_for_one_address()
    {
        var window = Site.Open("10.1.1.1");

        for (var i = 0; i < 5; i++) await AskAsync(window, "three@example.org");

        Assert.Equal(3, await LettersToAsync("three@example.org"));
        Site.Clock.Advance(TimeSpan.FromHours(1));
        await AskAsync(window, "three@example.org");
        Assert.Equal(4, await LettersToAsync("three@example.org"));
    }

    [Theory]
    [InlineData("10.2.1.", "10.2.2.1")]
    [InlineData("2001:db8:2:1::", "2001:db8:3::1")]
    public async Task One_network_gets_twenty_letters_an_hour_for_all_addresses(string network, string neighbour)
    {
        var prefix = network.Replace(":", "", StringComparison.Ordinal).TrimEnd('.');

        for (var i = 1; i <= 22; i++) await AskAsync(Site.Open(network + i), $"net{prefix}{i}@example.org");
        await AskAsync(Site.Open(neighbour), $"net{prefix}.neighbour@example.org");

        Assert.Equal(21, await Site.ReadAsync(db => db.SignInRequests.CountAsync(r => r.IsMailed && r.Email.StartsWith("net" + prefix))));
        Assert.Equal(1, await LettersToAsync($"net{prefix}.neighbour@example.org"));
    }

    [Fact]
    public async Task Strangers_get_nine_letters_an_hour_for_one_address_however_many_networks_they_have()
    {
        for (var i = 1; i <= 12; i++) await AskAsync(Site.Open($"10.3.{i}.1"), "flooded@example.org");

        Assert.Equal(9, await LettersToAsync("flooded@example.org"));
    }

    [Fact]
    public async Task Whoever_is_at_home_in_a_network_gets_their_letter_while_strangers_flood_the_address()
    {
        await Site.Open("10.4.200.1").SignIn("victim@example.org");
        for (var i = 1; i <= 12; i++) await AskAsync(Site.Open($"10.4.{i}.1"), "victim@example.org");
        var flooded = await LettersToAsync("victim@example.org");
        await AskAsync(Site.Open("10.4.201.1"), "victim@example.org");
        Assert.Equal(flooded, await LettersToAsync("victim@example.org"));

        var home = Site.Open("10.4.200.77");
        await AskAsync(home, "victim@example.org");

        Assert.Equal(flooded + 1, await LettersToAsync("victim@example.org"));
        Assert.Equal("/account", (await home.Send("/account/sign-in/" + (await Site.LastLetterAsync()).Token)).Location);
    }

    [Fact]
    public async Task Who_is_over_the_limit_sees_the_same_answer_and_the_letter_that_came_still_works()
    {
        var window = Site.Open("10.5.1.1");
        await window.Send("/account/sign-in", ("email", "over@example.org"));
        var letter = await Site.LastLetterAsync();
        for (var i = 0; i < 2; i++) await window.Send("/account/sign-in", ("email", "over@example.org"));
        var within = await Site.Open("10.6.1.1").Send("/account/sign-in", ("email", "within@example.org"));

        var over = await Site.Open("10.5.1.1").Send("/account/sign-in", ("email", "over@example.org"));

        Assert.Equal(3, await LettersToAsync("over@example.org"));
        Assert.Equal((within.Status, within.Location, within.Text), (over.Status, over.Location, over.Text));
        Assert.Equal(Without(within), Without(over));
        Assert.Equal("/account", (await window.Send("/account/sign-in/" + letter.Token)).Location);
    }

    private static async Task AskAsync(Window window, string email) => Assert.Equal(HttpStatusCode.Found, (await window.Send("/account/sign-in", ("email", email))).Status);

    private Task<int> LettersToAsync(string email) => Site.ReadAsync(db => db.SignInRequests.CountAsync(r => r.Email == email && r.IsMailed));

    private static SortedDictionary<string, string> Without(Page answer) => new(answer.Headers.Where(h => h.Key != "Set-Cookie").ToDictionary());
}

public sealed class MailLimitTestsOnSqlite(SqliteSite site) : MailLimitTests(site), IClassFixture<SqliteSite>;

public sealed class MailLimitTestsOnPostgres(PostgresSite site) : MailLimitTests(site), IClassFixture<PostgresSite>;
