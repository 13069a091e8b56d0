using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using NewsSite.Articles;
using NewsSite.Database;

namespace NewsSite.Site.Feeds;

public abstract class FeedTests(NewsSiteHost site) : SiteTests(site)
{
    private static readonly string[] Files = ["feed.xml", "atom.xml", "feed.json"];

    [Fact]
    public async Task Every_list_has_the_three_feeds_in_every_edition()
    {
        foreach (var language in new[] { "en", "uk" })
            await Site.Given($"All in one, {language}", s => s.InLanguage(language).In("every-section").InSeries("every-series").Tagged("every-tag").By(Cast.Vitaliy).By(Cast.Anna, Role.Translator).But(Adorn));

        foreach (var edition in new[] { "", "/uk" })
            foreach (var list in new[] { "", "/latest", "/section/every-section", "/series/every-series", "/tag/every-tag", "/author/anna-melnyk" })
            {
                var (rss, atom, json) = await Read(edition + list);
                var headline = $"All in one, {(edition == "" ? "en" : "uk")}";
                Assert.Contains(rss.Descendants("item"), i => (string?)i.Element("title") == headline);
                Assert.Contains(atom.Descendants(Standard.Atom + "entry"), e => (string?)e.Element(Standard.Atom + "title") == headline);
                Assert.Contains(json["items"]!.AsArray(), i => (string?)i!["title"] == headline);
                Assert.Equal($"{NewsSiteHost.BaseUrl}{edition}{list}/feed.xml", rss.Descendants(Standard.Atom + "link").First(l => (string?)l.Attribute("rel") == "self").Attribute("href")!.Value);
            }
    }

    [Fact]
    public async Task A_feed_holds_the_whole_text_with_addresses_that_hold_anywhere()
    {
        var article = await Site.Given("Text for elsewhere", s => s.Says("See [the list](/latest), [below](#p-1) and [a friend](https://friend.example/?a=1&b=2).\n\nThe last words stand here.[^1]\n\n[^1]: A note."));

        var html = (string)Item(await Feed("/feed.xml"), article).Element(Standard.Content + "encoded")!;

        Assert.Contains("The last words stand here.", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://paper.example/latest\"", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"https://paper.example{article.Address}#p-1\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://friend.example/?a=1&amp;b=2\"", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(href|src|srcset)=\"[/#]", html);
    }

    [Fact]
    public async Task A_feed_names_everyone_by_what_they_did_and_says_what_may_be_taken()
    {
        var article = await Site.Given("Credited", s => s.By(Cast.Vitaliy).By(Cast.Anna, Role.Translator).By(Cast.Olena, Role.Editor).But(Adorn));

        var (rss, atom, json) = await Read("");
        var item = Item(rss, article);
        Assert.Equal([Cast.Vitaliy.Name], item.Elements(Standard.Core + "creator").Select(e => e.Value));
        Assert.Equal(["Anna Melnyk (translator)", "Olena Sydorenko (editor)"], item.Elements(Standard.Core + "contributor").Select(e => e.Value));
        Assert.Equal("https://outlet.example/story", item.Element(Standard.Core + "source")!.Value);
        Assert.Contains("500 characters", rss.Descendants("copyright").Single().Value, StringComparison.Ordinal);
        Assert.StartsWith("© 2026 The Daily Example.", item.Element(Standard.Core + "rights")!.Value, StringComparison.Ordinal);
        Assert.Contains("The river was named wrongly.", item.Element(Standard.Content + "encoded")!.Value, StringComparison.Ordinal);

        var entry = atom.Descendants(Standard.Atom + "entry").Single(e => e.Element(Standard.Atom + "title")!.Value == "Credited");
        Assert.Equal(["translator", "editor"], entry.Elements(Standard.Atom + "contributor").Select(c => c.Elements().Last().Value));
        Assert.Equal(500, (int)json["_reuse"]!["extract_limit"]!);
    }

    [Fact]
    public async Task What_is_not_public_is_in_no_feed_until_its_minute()
    {
        await Site.Given("Public", s => s.In("embargo"));
        var minute = Site.Now.AddHours(1);
        await Site.Given("Embargoed", s => s.In("embargo").At(minute));
        foreach (var status in new[] { Status.Draft, Status.Ready, Status.Withdrawn }) await Site.Given($"Kept back {status}", s => s.In("embargo").Still(status));

        foreach (var file in Files) Assert.DoesNotMatch("Embargoed|Kept back", (await Site.Page("/section/embargo/" + file)).Text);

        // Three seconds: a feed is kept for two.
        Site.Clock.SetUtcNow(minute.AddSeconds(-3));
        foreach (var file in Files) Assert.DoesNotContain("Embargoed", (await Site.Page("/section/embargo/" + file)).Text, StringComparison.Ordinal);
        // A kept feed is made anew after two seconds: late by them at most, never early.
        Site.Clock.SetUtcNow(minute.AddSeconds(3));
        foreach (var file in Files) Assert.Contains("Embargoed", (await Site.Page("/section/embargo/" + file)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_keeps_its_id_whatever_is_edited()
    {
        var article = await Site.Given("First headline", s => s.In("ids"));
        var before = await Feed("/section/ids/feed.xml");
        await Site.Edit(article, a => (a.Headline, a.Slug, a.ChangedAt) = ("Second headline", "second", Site.Now));
        var after = await Feed("/section/ids/feed.xml");

        Assert.Equal("Second headline", after.Descendants("item").Single().Element("title")!.Value);
        Assert.Equal(before.Descendants("guid").Single().Value, after.Descendants("guid").Single().Value);
        Assert.StartsWith("tag:paper.example,2026-11-2", after.Descendants("guid").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_feed_is_not_sent_again()
    {
        await Site.Given("Stands", s => s.In("standing"));
        foreach (var file in Files)
        {
            var first = await Site.Page("/section/standing/" + file);
            var byTag = await Site.Send(HttpMethod.Get, "/section/standing/" + file, null, ("If-None-Match", first.Header("ETag")!));
            var byDate = await Site.Send(HttpMethod.Get, "/section/standing/" + file, null, ("If-Modified-Since", first.Header("Last-Modified")!));
            Assert.Equal((HttpStatusCode.NotModified, ""), (byTag.Status, byTag.Text));
            Assert.Equal((HttpStatusCode.NotModified, ""), (byDate.Status, byDate.Text));
        }

        var tag = (await Site.Page("/section/standing/feed.xml")).Header("ETag")!;
        await Site.Given("Moves", s => s.In("standing"));
        Assert.Equal(HttpStatusCode.OK, (await Site.Send(HttpMethod.Get, "/section/standing/feed.xml", null, ("If-None-Match", tag))).Status);
    }

    [Theory]
    [InlineData("/feed.xml", "application/rss+xml; charset=utf-8")]
    [InlineData("/atom.xml", "application/atom+xml; charset=utf-8")]
    [InlineData("/feed.json", "application/feed+json; charset=utf-8")]
    public async Task A_feed_says_what_it_is_and_answers_a_question_for_its_head(string path, string type)
    {
        var whole = await Site.Page(path);
        var head = await Site.Send(HttpMethod.Head, path);

        Assert.Equal((HttpStatusCode.OK, type), (whole.Status, whole.Header("Content-Type")));
        Assert.Equal((HttpStatusCode.OK, type, ""), (head.Status, head.Header("Content-Type"), head.Text));
        Assert.Equal(whole.Header("ETag"), head.Header("ETag"));
        Assert.Equal(whole.Header("Content-Length"), head.Header("Content-Length"));
    }

    [Fact]
    public async Task A_character_that_xml_cannot_hold_breaks_no_feed()
    {
        await Site.Given("Pasted\u000b from\u0001 elsewhere \U0001F30D ]]> & <b>", s => s.In("dirty").Says("A form feed \u000c and ]]> here."));

        var (rss, _, _) = await Read("/section/dirty");

        Assert.Equal("Pasted from elsewhere \U0001F30D ]]> & <b>", rss.Descendants("item").Single().Element("title")!.Value);
    }

    [Fact]
    public async Task A_feed_holds_the_thirty_newest()
    {
        for (var i = 0; i < 32; i++) await Site.Given($"Number {i}", s => s.In("many"));

        var (rss, _, json) = await Read("/section/many");

        Assert.Equal(30, rss.Descendants("item").Count());
        Assert.Equal("Number 31", (string?)json["items"]![0]!["title"]);
        Assert.DoesNotContain(json["items"]!.AsArray(), i => (string?)i!["title"] is "Number 0" or "Number 1");
    }

    [Theory]
    [InlineData("/feed", "/feed.xml")]
    [InlineData("/feed/", "/feed.xml")]
    [InlineData("/rss", "/feed.xml")]
    [InlineData("/rss.xml", "/feed.xml")]
    [InlineData("/atom", "/atom.xml")]
    [InlineData("/feed/atom", "/atom.xml")]
    [InlineData("/section/any/feed/", "/section/any/feed.xml")]
    [InlineData("/tag/any/feed", "/tag/any/feed.xml")]
    [InlineData("/author/any/feed/", "/author/any/feed.xml")]
    public async Task What_a_feed_is_called_elsewhere_redirects_for_good(string asked, string given)
    {
        var answer = await Site.Page(asked);

        Assert.Equal((HttpStatusCode.MovedPermanently, given), (answer.Status, answer.Location));
    }

    [Theory]
    [InlineData("/section/never-was")]
    [InlineData("/tag/never-was")]
    [InlineData("/series/never-was")]
    [InlineData("/author/never-was")]
    [InlineData("/xx")]
    [InlineData("/en")]
    public async Task A_list_that_is_not_there_has_no_feed(string list)
    {
        foreach (var file in Files) Assert.Equal(HttpStatusCode.NotFound, (await Site.Page($"{list}/{file}")).Status);
    }

    private static void Adorn(Article article)
    {
        article.Standfirst = "What it is about & why.";
        article.Source = new() { Headline = "The first telling", Author = "A. Writer", Outlet = "Outlet", Url = "https://outlet.example/story", Language = "pl" };
        article.LeadPhoto = new(Guid.NewGuid().ToString("N")[..16], "jpg", 1600, 1000) { Alt = new Wording("en", "A \"river\""), Caption = new Wording("en", "The river"), Credit = "P. Grapher", Licence = "CC BY 4.0" };
        article.Correct(CorrectionKind.Correction, "The river was named wrongly.", article.ChangedAt);
    }

    private async Task<(XDocument Rss, XDocument Atom, JsonObject Json)> Read(string list) =>
        (await Feed(list + "/feed.xml"), await Feed(list + "/atom.xml"), Standard.JsonFeed((await Site.Page(list + "/feed.json")).Text));

    private async Task<XDocument> Feed(string path) => Standard.Xml((await Site.Page(path)).Text);

    private static XElement Item(XDocument rss, Article article) => rss.Descendants("item").Single(i => i.Element("link")!.Value == NewsSiteHost.BaseUrl + article.Address);
}

public sealed class FeedTestsOnSqlite(SqliteSite site) : FeedTests(site), IClassFixture<SqliteSite>;

public sealed class FeedTestsOnPostgres(PostgresSite site) : FeedTests(site), IClassFixture<PostgresSite>;
