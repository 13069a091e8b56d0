using System.Net;

namespace NewsSite.Site.Serving;

public sealed class SecurityTests(SqliteSite site) : SiteTests(site), IClassFixture<SqliteSite>
{
    [Theory]
    [InlineData("TRACE")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("CONNECT-ME")]
    public async Task A_method_no_page_has_is_refused(string method)
    {
        var answer = await Site.Send(new(method), "/");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal("GET, HEAD, POST", answer.Header("Allow"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://paper.example")]
    [InlineData("X-Nothing", "said")]
    public async Task A_form_that_another_site_sends_is_refused(string header, string value)
    {
        using var form = new FormUrlEncodedContent([new("q", "x")]);

        Assert.Equal(HttpStatusCode.Forbidden, (await Site.Send(HttpMethod.Post, "/search", form, (header, value))).Status);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", NewsSiteHost.BaseUrl)]
    public async Task A_form_of_our_own_is_let_in(string header, string value)
    {
        using var form = new FormUrlEncodedContent([new("q", "x")]);

        Assert.NotEqual(HttpStatusCode.Forbidden, (await Site.Send(HttpMethod.Post, "/search", form, (header, value))).Status);
    }

    [Theory]
    [InlineData("GET", "/2026/11/23/every-answer", HttpStatusCode.OK)]
    [InlineData("HEAD", "/2026/11/23/every-answer", HttpStatusCode.OK)]
    [InlineData("GET", "/2026/11/23/Every-Answer", HttpStatusCode.MovedPermanently)]
    [InlineData("GET", "/no/such/place", HttpStatusCode.NotFound)]
    [InlineData("TRACE", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/health", HttpStatusCode.OK)]
    [InlineData("GET", "/a%01b", HttpStatusCode.BadRequest)]
    public async Task Every_answer_carries_the_headers_and_no_cookie(string method, string path, HttpStatusCode status)
    {
        if (path.EndsWith("every-answer", StringComparison.Ordinal) && (await Site.Page(path)).Status == HttpStatusCode.NotFound) await Site.Given("Every answer");

        var answer = await Site.Send(new(method), path);

        Assert.Equal(status, answer.Status);
        Assert.StartsWith("default-src 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("strict-origin-when-cross-origin", answer.Header("Referrer-Policy"));
        Assert.Contains("geolocation=()", answer.Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.StartsWith("max-age=63072000", answer.Header("Strict-Transport-Security"), StringComparison.Ordinal);
        Assert.Null(answer.Header("Set-Cookie"));
        Assert.Null(answer.Header("Server"));
        Assert.Null(answer.Header("X-Powered-By"));
    }

    [Fact]
    public async Task The_host_a_request_names_is_in_no_answer()
    {
        var article = await Site.Given("Who is asked");

        var page = await Site.Send(HttpMethod.Get, article.Address!, null, ("Host", "evil.example"));

        Assert.DoesNotContain("evil.example", page.Text + page.Location, StringComparison.Ordinal);
    }
}
