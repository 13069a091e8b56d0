using System.Net;
using System.Text.Json.Nodes;

namespace NewsSite.Site.Feeds;

public sealed class NoticeTests(SqliteSite site) : SiteTests(site), IClassFixture<SqliteSite>
{
    [Fact]
    public async Task Robots_are_told_what_is_not_for_them_and_where_the_sitemaps_are()
    {
        await Site.Given("Українська", s => s.InLanguage("uk"));

        var lines = (await Site.Page("/robots.txt")).Text.Split('\n');

        foreach (var path in new[] { "/admin", "/account", "/search", "/uk/search" }) Assert.Contains("Disallow: " + path, lines);
        Assert.Contains("Sitemap: https://paper.example/sitemap.xml", lines);
        Assert.Contains("Sitemap: https://paper.example/news-sitemap.xml", lines);
        Assert.All(lines.Where(l => l.Length > 0), l => Assert.Matches("^(#|User-agent: |Allow: /|Disallow: /|Sitemap: https://)", l));
    }

    [Fact]
    public async Task Programs_that_read_for_people_are_told_what_they_may_take()
    {
        await Site.Given("In a section", s => s.In("city-life"));

        var text = (await Site.Page("/llms.txt")).Text;

        Assert.StartsWith("# The Daily Example\n\n> ", text, StringComparison.Ordinal);
        Assert.Contains("500 characters", text, StringComparison.Ordinal);
        Assert.Contains("(https://paper.example/section/city-life)", text, StringComparison.Ordinal);
        Assert.Contains("(https://paper.example/feed.json)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-30T23:59:59Z")]
    [InlineData("2027-03-01T00:00:00Z")]
    public async Task The_security_contact_expires_within_a_year(string at)
    {
        Site.Clock.SetUtcNow(DateTimeOffset.Parse(at, null));
        var fields = (await Site.Page("/.well-known/security.txt")).Text.Trim().Split('\n').ToDictionary(l => l.Split(": ")[0], l => l.Split(": ")[1]);

        Assert.Equal("https://paper.example/contact", fields["Contact"]);
        Assert.Equal("https://paper.example/.well-known/security.txt", fields["Canonical"]);
        Assert.InRange(DateTimeOffset.Parse(fields["Expires"], null), Site.Now.AddMonths(9), Site.Now.AddDays(364));
    }

    [Fact]
    public async Task The_site_says_that_it_honours_privacy_control()
    {
        var notice = JsonNode.Parse((await Site.Page("/.well-known/gpc.json")).Text)!;

        Assert.True((bool)notice["gpc"]!);
        Assert.True(DateOnly.TryParseExact((string?)notice["lastUpdate"], "yyyy-MM-dd", out _));
    }

    [Fact]
    public async Task The_manifest_names_the_paper()
    {
        var answer = await Site.Page("/manifest.webmanifest");

        Assert.Equal("application/manifest+json", answer.Header("Content-Type"));
        Assert.Equal("The Daily Example", (string?)JsonNode.Parse(answer.Text)!["name"]);
    }

    [Theory]
    [InlineData("/feed.xml")]
    [InlineData("/atom.xml")]
    [InlineData("/feed.json")]
    [InlineData("/sitemap.xml")]
    [InlineData("/sitemap-pages.xml")]
    [InlineData("/news-sitemap.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/llms.txt")]
    [InlineData("/.well-known/security.txt")]
    [InlineData("/manifest.webmanifest")]
    [InlineData("/feed")]
    [InlineData("/rss/")]
    public async Task Whoever_the_request_says_we_are_no_address_of_ours_follows_it(string path)
    {
        await Site.Given($"Told to {path}");

        var answer = await Site.Send(HttpMethod.Get, path, null, ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"), ("Forwarded", "host=evil.example"));

        Assert.DoesNotContain("evil.example", answer.Text + answer.Location, StringComparison.Ordinal);
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.MovedPermanently or HttpStatusCode.BadRequest, answer.Status.ToString());
    }
}
