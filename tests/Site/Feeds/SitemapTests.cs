using System.Net;
using System.Xml.Linq;
using NewsSite.Articles;

namespace NewsSite.Site.Feeds;

public abstract class SitemapTests(NewsSiteHost site) : SiteTests(site)
{
    [Fact]
    public async Task The_index_names_a_file_for_every_month_and_each_holds_its_articles()
    {
        var old = await Site.Given("Long ago", s => s.At(new(2014, 12, 20, 8, 0, 0, TimeSpan.Zero)));
        var letters = await Site.Given("In letters of its own", s => s.Called("слово"));

        var files = await Files();

        Assert.Contains("https://paper.example/sitemap-2014-12.xml", files.Keys);
        Assert.Contains("https://paper.example/sitemap-pages.xml", files.Keys);
        var url = Assert.Single(files["https://paper.example/sitemap-2014-12.xml"].Root!.Elements());
        Assert.Equal("https://paper.example" + old.Address, url.Element(Standard.Sitemap + "loc")!.Value);
        Assert.Equal("2014-12-20T08:00:00Z", url.Element(Standard.Sitemap + "lastmod")!.Value);
        Assert.Contains(Urls(files), u => u.EndsWith("/%D1%81%D0%BB%D0%BE%D0%B2%D0%BE", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await Site.Page(letters.Address!)).Status);
    }

    [Fact]
    public async Task A_change_of_words_moves_the_date()
    {
        var article = await Site.Given("Dated", s => s.At(new(2015, 1, 5, 8, 0, 0, TimeSpan.Zero)));
        await Site.Edit(article, a => a.ChangedAt = Site.Now);

        var file = Standard.Xml((await Site.Page("/sitemap-2015-01.xml")).Text);

        Assert.Equal(Site.Now.AddSeconds(-5).ToString("yyyy-MM-ddTHH:mm:ssZ", null), file.Descendants(Standard.Sitemap + "lastmod").Single().Value);
    }

    [Fact]
    public async Task Language_versions_name_each_other_and_themselves()
    {
        var story = new NewsSite.Articles.Story();
        var english = await Site.Given("One story", s => s.In("versions").But(a => a.Story = story));
        var id = await Site.ReadAsync(db => Task.FromResult(db.Articles.Where(a => a.Id == english.Id).Select(a => a.StoryId).Single()));
        await Site.Given("Одна історія", s => s.InLanguage("uk").In("versions").At(Site.Now.AddMonths(-2)).But(a => a.StoryId = id));
        await Site.Given("Eine Geschichte", s => s.InLanguage("de").In("versions").At(Site.Now.AddHours(1)).But(a => a.StoryId = id));

        var graph = (await Files()).Values.SelectMany(f => f.Root!.Elements()).ToDictionary(
            u => u.Element(Standard.Sitemap + "loc")!.Value,
            u => u.Elements(Standard.Html + "link").ToDictionary(l => l.Attribute("hreflang")!.Value, l => l.Attribute("href")!.Value));

        var mine = graph["https://paper.example" + english.Address];
        Assert.Equal(["en", "uk", "x-default"], mine.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(mine["en"], mine["x-default"]);
        Assert.Contains(graph, g => g.Key.EndsWith("/section/versions", StringComparison.Ordinal) && g.Value.Count == 3);
        foreach (var (address, versions) in graph.Where(g => g.Value.Count > 0))
        {
            Assert.Contains(address, versions.Where(v => v.Key != "x-default").Select(v => v.Value));
            Assert.All(versions.Values, other => Assert.Equal(versions, graph[other]));
        }
    }

    [Fact]
    public async Task Every_page_of_the_sitemap_answers_and_says_the_same_of_itself_as_the_sitemap_does()
    {
        await Site.Given("Said of itself", s => s.In("politics").Tagged("itself").InSeries("selves"));
        await Site.Given("Сказано про себе", s => s.InLanguage("uk").In("politics").Tagged("itself"));

        foreach (var url in (await Files()).Values.SelectMany(f => f.Root!.Elements()))
        {
            var address = url.Element(Standard.Sitemap + "loc")!.Value;
            var page = await Site.Page(address);
            Assert.Equal((HttpStatusCode.OK, address), (page.Status, address));
            Assert.Equal(address, page.Document.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
            Assert.Equal(
                url.Elements(Standard.Html + "link").Select(l => (l.Attribute("hreflang")!.Value, l.Attribute("href")!.Value)),
                page.All("link[hreflang]").Select(l => (l.GetAttribute("hreflang")!, l.GetAttribute("href")!)));
            Assert.NotEqual("noindex", page.Document.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
            foreach (var feed in page.All("link[rel=alternate][type]")) Assert.Equal(HttpStatusCode.OK, (await Site.Page(feed.GetAttribute("href")!)).Status);
            foreach (var script in page.All("script[type='application/ld+json']")) Assert.NotNull(System.Text.Json.Nodes.JsonNode.Parse(script.TextContent)!["@type"]);
        }
    }

    [Fact]
    public async Task What_is_not_public_is_in_no_sitemap_until_its_minute()
    {
        var minute = Site.Now.AddHours(3);
        var embargoed = await Site.Given("Secret until noon", s => s.At(minute).In("secret-section").Tagged("secret-tag"));
        var withdrawn = await Site.Given("Secret for good", s => s.Still(Status.Withdrawn));

        Assert.DoesNotContain("secret", await Everything(), StringComparison.Ordinal);
        Site.Clock.SetUtcNow(minute);
        var all = await Everything();
        Assert.Contains(embargoed.Address!, all, StringComparison.Ordinal);
        Assert.Contains("/section/secret-section", all, StringComparison.Ordinal);
        Assert.DoesNotContain(withdrawn.Address!, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_news_until_it_is_48_hours_old()
    {
        var article = await Site.Given("Fresh news", s => s.InLanguage("uk"));
        var published = article.PublishedAt!.Value;

        // Three seconds: a sitemap is kept for two.
        Site.Clock.SetUtcNow(published.AddHours(48).AddSeconds(-3));
        var last = Assert.Single(await News(), u => u.Element(Standard.Sitemap + "loc")!.Value == "https://paper.example" + article.Address);
        Site.Clock.SetUtcNow(published.AddHours(48));
        Assert.DoesNotContain(await News(), u => u.Element(Standard.Sitemap + "loc")!.Value == "https://paper.example" + article.Address);

        var news = last.Element(Standard.News + "news")!;
        Assert.Equal("Fresh news", news.Element(Standard.News + "title")!.Value);
        Assert.Equal(["The Daily Example", "uk"], news.Element(Standard.News + "publication")!.Elements().Select(e => e.Value));
        Assert.Equal(published, DateTimeOffset.Parse(news.Element(Standard.News + "publication_date")!.Value, null));
    }

    [Theory]
    [InlineData("/sitemap-1999-01.xml")]
    [InlineData("/sitemap-2014-13.xml")]
    [InlineData("/sitemap-pages-2.xml")]
    [InlineData("/sitemap-pages-1.xml")]
    [InlineData("/sitemap-pagesx.xml")]
    [InlineData("/sitemap-0.xml")]
    [InlineData("/sitemap-9999-12.xml")]
    [InlineData("/sitemap-2014-12-99999999999.xml")]
    public async Task A_file_that_is_not_there_is_not_found(string path) => Assert.Equal(HttpStatusCode.NotFound, (await Site.Page(path)).Status);

    private async Task<Dictionary<string, XDocument>> Files()
    {
        var files = new Dictionary<string, XDocument>();
        var index = Standard.Xml((await Site.Page("/sitemap.xml")).Text);
        foreach (var address in index.Descendants(Standard.Sitemap + "loc").Select(l => l.Value)) files[address] = Standard.Xml((await Site.Page(address)).Text);
        return files;
    }

    private static IEnumerable<string> Urls(Dictionary<string, XDocument> files) => files.Values.SelectMany(f => f.Descendants(Standard.Sitemap + "loc")).Select(l => l.Value);

    private async Task<IReadOnlyList<XElement>> News() => [.. Standard.Xml((await Site.Page("/news-sitemap.xml")).Text).Root!.Elements()];

    private async Task<string> Everything() => string.Concat((await Files()).Values.Select(f => f.ToString())) + (await Site.Page("/news-sitemap.xml")).Text;
}

public sealed class SitemapTestsOnSqlite(SqliteSite site) : SitemapTests(site), IClassFixture<SqliteSite>;

public sealed class SitemapTestsOnPostgres(PostgresSite site) : SitemapTests(site), IClassFixture<PostgresSite>;
