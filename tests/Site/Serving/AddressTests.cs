using System.Net;
using NewsSite.Articles;

namespace NewsSite.Site.Serving;

public abstract class AddressTests(NewsSiteHost site) : SiteTests(site)
{
    [Theory]
    [InlineData("/2026/11/23/one-address/", "/2026/11/23/one-address")]
    [InlineData("/2026/11/23/One-Address", "/2026/11/23/one-address")]
    [InlineData("/SECTION/City/?before=1", "/section/city?before=1")]
    [InlineData("//evil.example/", "/evil.example")]
    [InlineData("/%5Cevil.example/", "/evil.example")]
    public async Task A_slash_too_many_or_a_capital_redirects_for_good(string asked, string given)
    {
        var answer = await Site.Page(NewsSiteHost.BaseUrl + asked);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.Status);
        Assert.Equal(given, answer.Location);
    }

    [Fact]
    public async Task An_article_is_read_at_its_address()
    {
        var article = await Site.Given("Bridge reopens", s => s.Says("The bridge **reopened** on Monday."));

        var page = await Site.Page(article.Address!);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("/2026/11/23/bridge-reopens", article.Address);
        Assert.Equal("Bridge reopens", page.Words("h1"));
        Assert.Contains(page.All("strong"), e => e.TextContent == "reopened");
    }

    [Theory]
    [InlineData("/old-site/story-12", "/old-site/story-12")]
    [InlineData("/old-site/story-12", "/Old-Site/Story-12/")]
    [InlineData("/?p=12", "/?p=12")]
    public async Task An_address_that_once_answered_redirects_for_good(string former, string asked)
    {
        var article = await Site.Given($"Moved here from {former} as {asked.Length}");
        await Site.WriteAsync(async db =>
        {
            if (await db.FormerAddresses.FindAsync([former], Stop) is { } known) known.ArticleId = article.Id;
            else db.Add(new FormerAddress(former) { ArticleId = article.Id });
            return true;
        });

        var answer = await Site.Page(asked);
        if (answer.Location == former) answer = await Site.Page(former);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.Status);
        Assert.Equal(article.Address, answer.Location);
    }

    [Theory]
    [InlineData("/2026/11/23/never-written")]
    [InlineData("/no/such/place")]
    [InlineData("/2026/13/45/bridge")]
    [InlineData("/appsettings.json")]
    [InlineData("/.git/config")]
    [InlineData("/error/404x")]
    public async Task What_is_not_there_is_not_found(string path) => Assert.Equal(HttpStatusCode.NotFound, (await Site.Page(path)).Status);

    [Fact]
    public async Task A_draft_has_no_address_and_a_withdrawn_article_is_not_found()
    {
        var draft = await Site.Given("Still being written", s => s.Still(Status.Draft));
        var withdrawn = await Site.Given("Taken back", s => s.Still(Status.Withdrawn));

        Assert.Null(draft.Address);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.Page("/2026/11/23/still-being-written")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.Page(withdrawn.Address!)).Status);
    }

    [Fact]
    public async Task A_scheduled_article_is_nowhere_before_its_minute_and_there_from_it()
    {
        var minute = Site.Now.AddHours(1);
        var scheduled = await Site.Given("Under embargo", s => s.At(minute));

        Site.Clock.SetUtcNow(minute.AddSeconds(-1));
        var before = await Site.Page(scheduled.Address!);
        Site.Clock.SetUtcNow(minute);
        var after = await Site.Page(scheduled.Address!);

        Assert.Equal(HttpStatusCode.NotFound, before.Status);
        Assert.DoesNotContain("Under embargo", before.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, after.Status);
    }
}

public sealed class AddressTestsOnSqlite(SqliteSite site) : AddressTests(site), IClassFixture<SqliteSite>;

public sealed class AddressTestsOnPostgres(PostgresSite site) : AddressTests(site), IClassFixture<PostgresSite>;
