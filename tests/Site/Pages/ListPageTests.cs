using System.Net;

namespace NewsSite.Site.Pages;

public abstract class ListPageTests(NewsSiteHost site) : SiteTests(site)
{
    [Theory]
    [InlineData("section")]
    [InlineData("tag")]
    [InlineData("author")]
    public async Task A_list_is_paged_by_key_without_gap_or_double(string kind)
    {
        var slug = kind == "author" ? Cast.Marko.Slug : $"paged-{kind}";
        var told = new List<string?>();

        // Some share a second: then the later one told stands first.
        for (var i = 0; i < 45; i++)
        {
            var at = Site.Now.AddMinutes(-i / 2);
            var article = await Site.Given($"Paged {kind} {i}", s => kind switch
            {
                "section" => s.In(slug).At(at),
                "tag" => s.Tagged(slug).At(at),
                _ => s.By(Cast.Marko).At(at),
            });
            told.Add(article.Address);
        }

        var read = new List<string?>();
        for (var next = $"/{kind}/{slug}"; next is not null;)
        {
            var page = await Site.Page(next);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            read.AddRange(page.All("main .teaser-headline a").Select(a => a.GetAttribute("href")));
            next = page.Document.QuerySelector("main a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(told.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/latest?before=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/latest?before=99999999999999999999-1", HttpStatusCode.BadRequest)]
    [InlineData("/search?q=a&from=2026-13-45", HttpStatusCode.BadRequest)]
    [InlineData("/search?q=a&role=Astronaut", HttpStatusCode.BadRequest)]
    [InlineData("/search?q=%00a", HttpStatusCode.BadRequest)]
    [InlineData("/section/nothing-of-the-kind", HttpStatusCode.NotFound)]
    [InlineData("/author/nobody", HttpStatusCode.NotFound)]
    [InlineData("/2026/99/99/no-such-day", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_is_refused_with_a_page_and_never_breaks(string address, HttpStatusCode status)
    {
        var page = await Site.Page(address);

        Assert.Equal(status, page.Status);
        Assert.NotNull(page.Words("h1"));
        if (status == HttpStatusCode.NotFound) Assert.NotEmpty(page.All("form[role=search], form[action$='/search']"));
    }

    [Fact]
    public async Task A_search_result_shows_its_words_marked_and_nothing_between_them()
    {
        await Site.Given("Dredger", s => s.Says("In the harbour the quagswain, an old boat, turned round."));

        var page = await Site.Page("/search?q=quagswain");

        Assert.Equal("quagswain", page.Words("mark"));
        Assert.Contains("the quagswain, an old boat", page.Words(".snippet")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_holds_its_own_language_only()
    {
        var ours = await Site.Given("In English here");
        var theirs = await Site.Given("Українською тут", s => s.InLanguage("uk").Called("edition-uk"));

        Assert.Contains(theirs.Address, (await Site.Page("/uk/latest")).Links);
        Assert.DoesNotContain(ours.Address, (await Site.Page("/uk/latest")).Links);
        Assert.DoesNotContain(theirs.Address, (await Site.Page("/latest")).Links);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.Page("/en/latest")).Status);
    }
}

public sealed class ListPageTestsOnSqlite(SqliteSite site) : ListPageTests(site), IClassFixture<SqliteSite>;

public sealed class ListPageTestsOnPostgres(PostgresSite site) : ListPageTests(site), IClassFixture<PostgresSite>;
