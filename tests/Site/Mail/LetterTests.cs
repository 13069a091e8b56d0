using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Web.Mail;

namespace NewsSite.Site.Mail;

/// <summary>Every letter in every language, once as HTML and once as text.</summary>
public sealed class LetterTests(SqliteSite site) : SiteTests(site), IClassFixture<SqliteSite>
{
    private const string Code = "K7MPQ2XW";
    private static readonly string[] Names = [.. Enum.GetNames<Notice>(), "SignIn", "NewAddress", "StaffSignIn"];

    public static TheoryData<string, string> All => [.. from name in Names from language in new[] { "en", "uk", "ar" } select (name, language)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Html_and_text_say_the_same(string name, string language)
    {
        var letter = await GivenAsync(name, language);
        var (html, text) = await PaperAsync(letter);
        var body = new HtmlParser().ParseDocument(html).Body!.TextContent;

        string[] facts = [.. letter.Paragraphs, letter.Fine, Code, .. letter.Action is { } action ? new[] { action.Label, action.Link } : []];
        Assert.All(facts, fact => Assert.Contains(fact, body, StringComparison.Ordinal));
        Assert.All(facts, fact => Assert.Contains(fact, text, StringComparison.Ordinal));
        Assert.Contains(letter.Subject, body, StringComparison.Ordinal);
        Assert.DoesNotContain("&#", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text + html.Replace("style=", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.True(line == "-- " || line == "    " + Code || line == line.Trim(), $"[{line}]"));
        Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_letter_fetches_nothing_and_counts_nobody(string name, string language)
    {
        var letter = await GivenAsync(name, language);
        var (html, _) = await PaperAsync(letter);
        var document = new HtmlParser().ParseDocument(html);

        var allowed = new[] { "html", "head", "meta", "title", "body", "h1", "p", "a", "span" };
        Assert.All(document.All, element => Assert.Contains(element.LocalName, allowed));
        var attributes = new[] { "lang", "dir", "charset", "name", "content", "style", "href" };
        Assert.All(document.All.SelectMany(e => e.Attributes), attribute => Assert.Contains(attribute.Name, attributes));
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("import", html, StringComparison.OrdinalIgnoreCase);

        // The link is the page it says, with nothing added that would tell one reader's click from another's.
        Assert.All(document.QuerySelectorAll("a"), a => Assert.Equal(letter.Action!.Link, a.GetAttribute("href")));
        if (letter.Action is { } action) Assert.Matches(@"^https://paper\.example(/[a-z-]+)*$", action.Link);
    }

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("uk", "ltr")]
    [InlineData("ar", "rtl")]
    public async Task A_letter_runs_in_the_direction_of_its_language(string language, string direction)
    {
        var (html, _) = await PaperAsync(await GivenAsync("SignIn", language));
        var document = new HtmlParser().ParseDocument(html);

        Assert.Equal(language, document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(direction, document.DocumentElement.GetAttribute("dir"));
        Assert.All(document.QuerySelectorAll("span"), latin => Assert.Equal("ltr", latin.GetAttribute("dir")));
    }

    [Fact]
    public async Task A_language_without_words_gets_english_ones_and_says_so()
    {
        var letter = await GivenAsync("SignIn", "de");

        Assert.Equal("en", letter.Language);
        Assert.Equal("Sign in to The Daily Example", letter.Subject);
    }

    [Fact]
    public async Task A_name_is_text_and_makes_no_paragraph_of_its_own()
    {
        var letter = await Site.Services.GetRequiredService<LetterWords>().WriteAsync("GlassBroken", "en", "/admin", Site.Now, "<b>Olena</b>\r\n\r\nCall\u2029us", Stop);
        var (html, text) = await PaperAsync(letter);

        Assert.StartsWith("<b>Olena</b>    Call us signed in to the staff pages", letter.Paragraphs[0], StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Olena&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.StartsWith("<b>Olena</b>    Call us signed in", text, StringComparison.Ordinal);
    }

    private async Task<Letter> GivenAsync(string name, string language) =>
        await Site.Services.GetRequiredService<LetterWords>().WriteAsync(name, language, name == nameof(Notice.Erased) ? null : "/account/sign-in", Site.Now, Cast.Olena.Name, Stop) with { Code = Code };

    private Task<(string Html, string Text)> PaperAsync(Letter letter) => Site.Services.GetRequiredService<LetterPaper>().WriteAsync(letter);
}
