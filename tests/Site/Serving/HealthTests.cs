using System.Net;

namespace NewsSite.Site;

public abstract class HealthTests(NewsSiteHost site) : SiteTests(site)
{
    [Theory]
    [InlineData("/health", "alive\n")]
    [InlineData("/health/ready", "ready\n")]
    public async Task The_site_says_how_it_is(string path, string word)
    {
        var answer = await Site.Page(path);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(word, answer.Text);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }
}

public sealed class HealthTestsOnSqlite(SqliteSite site) : HealthTests(site), IClassFixture<SqliteSite>;

public sealed class HealthTestsOnPostgres(PostgresSite site) : HealthTests(site), IClassFixture<PostgresSite>;
