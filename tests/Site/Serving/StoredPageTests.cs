using System.Net;

namespace NewsSite.Site.Serving;

public abstract class StoredPageTests(NewsSiteHost site) : SiteTests(site)
{
    [Fact]
    public async Task Every_reader_gets_the_same_bytes()
    {
        var article = await Site.Given("The same for all");

        var one = await Site.Send(HttpMethod.Get, article.Address!, null, ("Cookie", "a=1"), ("User-Agent", "One"), ("Accept-Language", "uk"));
        Site.Clock.Advance(TimeSpan.FromSeconds(10));
        var other = await Site.Send(HttpMethod.Get, article.Address! + "?utm_source=mail", null, ("Cookie", "b=2"), ("User-Agent", "Other"));

        Assert.Equal(one.Text, other.Text);
        Assert.Equal(one.Header("ETag"), other.Header("ETag"));
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        var article = await Site.Given("Known already");
        var tag = (await Site.Page(article.Address!)).Header("ETag")!;

        var again = await Site.Send(HttpMethod.Get, article.Address!, null, ("If-None-Match", tag));
        await Site.Edit(article, a => a.Headline = "Known already, but not like this");
        var changed = await Site.Send(HttpMethod.Get, article.Address!, null, ("If-None-Match", tag));

        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Empty(again.Text);
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Contains("but not like this", changed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData(null)]
    public async Task A_page_is_packed_as_the_browser_likes_it(string? encoding)
    {
        var article = await Site.Given("Packed " + encoding);

        var page = await Site.Send(HttpMethod.Get, article.Address!, null, ("Accept-Encoding", encoding ?? "identity"));

        Assert.Equal(encoding, page.Header("Content-Encoding"));
        Assert.Equal("Accept-Encoding", page.Header("Vary"));
    }
}

public sealed class StoredPageTestsOnSqlite(SqliteSite site) : StoredPageTests(site), IClassFixture<SqliteSite>;

public sealed class StoredPageTestsOnPostgres(PostgresSite site) : StoredPageTests(site), IClassFixture<PostgresSite>;
