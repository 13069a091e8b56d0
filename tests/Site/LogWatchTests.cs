namespace NewsSite.Site;

/// <summary>A watch that sees nothing proves nothing.</summary>
public sealed class LogWatchTests(SqliteSite site) : SiteTests(site), IClassFixture<SqliteSite>
{
    [Theory]
    [InlineData("A letter went to iryna@example.org")]
    [InlineData("GET /account/sign-in/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("Saved by Olena Sydorenko")]
    public void A_person_in_a_line_is_seen(string line) => Assert.NotNull(LogWatch.Look(line));

    [Fact]
    public async Task The_watch_reads_what_the_site_says()
    {
        var before = LogWatch.Lines;
        await Site.Page("/latest");

        Assert.True(LogWatch.Lines > before, "The site said nothing.");
    }
}
