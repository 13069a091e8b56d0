using System.Net;

namespace NewsSite.Site.Access;

/// <summary>A browser too old to say where a form comes from is asked, and loses nothing; nobody else can answer for it.</summary>
public sealed class AskedFormTests(SqliteSite site) : SiteTests(site), IClassFixture<SqliteSite>
{
    private const string Way = "/account/sign-in";
    private const string Cookie = "__Host-form";
    private static readonly (string Name, string Value)[] Typed = [("email", "old.browser@example.org"), ("return", "/search?q=a \"b\" <c>&d=é"), ("note", "one\r\ntwo"), ("tag", "x"), ("tag", "y")];

    [Fact]
    public async Task The_form_comes_back_whole_and_pressing_the_button_sends_it()
    {
        var question = await SendAsync(Typed);

        Assert.Equal(HttpStatusCode.Forbidden, question.Status);
        Assert.Equal("no-store", question.Header("Cache-Control"));
        var form = Assert.Single(question.All("form[method=post]"));
        Assert.Equal(Way, form.GetAttribute("action"));
        var kept = Fields(question);

        // A page's line ends are LF to its reader; the browser sends them as CRLF again.
        Assert.Equal(Typed.Select(f => (f.Name, f.Value.ReplaceLineEndings("\n"))).Order(), kept.Where(f => f.Name != "_asked").Order());

        var letters = await Site.LettersAsync();
        var answer = await SendAsync(kept, CookieOf(question));

        Assert.Equal((HttpStatusCode.Found, Way + "/letter"), (answer.Status, answer.Location));
        Assert.Equal(letters + 1, await Site.LettersAsync());
    }

    [Fact]
    public async Task An_answer_without_the_browsers_own_cookie_is_asked_again()
    {
        var question = await SendAsync(Typed);
        var letters = await Site.LettersAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(Fields(question))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(Fields(question), "another")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync([.. Typed, ("_asked", "")], CookieOf(question))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync([.. Typed, ("_asked", CookieOf(question))], CookieOf(question))).Status);
        Assert.Equal(letters, await Site.LettersAsync());
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Referer", "https://evil.example/page")]
    [InlineData("Referer", "https://paper.example.evil.example/")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Another_site_never_gets_the_question_not_even_with_the_right_answer(string header, string value)
    {
        var question = await SendAsync(Typed);

        foreach (var fields in new[] { Typed, Fields(question) })
        {
            var answer = await SendAsync(fields, CookieOf(question), (header, value));

            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
            Assert.Empty(answer.All("input[name=_asked]"));
            Assert.DoesNotContain(answer.SetCookies, c => c.StartsWith(Cookie, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_browser_that_names_the_page_it_comes_from_is_not_asked() =>
        Assert.Equal(HttpStatusCode.Found, (await SendAsync(Typed, null, ("Referer", NewsSiteHost.BaseUrl + Way))).Status);

    [Fact]
    public async Task What_was_typed_is_text_in_the_question()
    {
        var question = await SendAsync([("email", "\"><script>alert(1)</script>")]);

        Assert.Empty(question.All("script"));
        Assert.Equal("\"><script>alert(1)</script>", Fields(question)[0].Value);
    }

    private Task<Page> SendAsync((string Name, string Value)[] fields, string? cookie = null, params (string, string)[] headers)
    {
        var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return Site.Send(HttpMethod.Post, Way, form, cookie is null ? headers : [.. headers, ("Cookie", $"{Cookie}={cookie}")]);
    }

    private static (string Name, string Value)[] Fields(Page question) => [.. question.All("form input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))];

    private static string CookieOf(Page question) => Assert.Single(question.SetCookies, c => c.StartsWith(Cookie + "=", StringComparison.Ordinal)).Split('=', 2)[1].Split(';')[0];
}
