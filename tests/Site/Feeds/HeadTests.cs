using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Web;
using NewsSite.Web.Editions;
using NewsSite.Web.Feeds;
using NewsSite.Web.Pages;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Site.Feeds;

public sealed class HeadTests(SqliteSite site) : SiteTests(site), IClassFixture<SqliteSite>
{
    private Settings Settings => Site.Services.GetRequiredService<Settings>();

    [Fact]
    public async Task Search_engines_are_told_every_credit_the_source_the_corrections_and_who_paid()
    {
        var article = await Site.Given("A </script><script>alert(1)</script> & more", s => s
            .By(Cast.Vitaliy).By(Cast.Anna, Role.Translator).By(Cast.Olena, Role.Editor).By(Cast.Marko, Role.Photographer)
            .In("law").InSeries("courts").Tagged("judges").But(Adorn));
        var head = await HeadOf(article);
        head.Funders = [new(new("en", "A Foundation"), "https://foundation.example")];
        head.Alternates = new Dictionary<string, string> { ["en"] = article.Address!, ["uk"] = "/uk/2026/11/23/x" };

        var documents = JsonLd.Of(head, new("en", Settings), Settings, Site.Now);

        Assert.All(documents, d => Assert.DoesNotMatch("[<>&]", d));
        var ld = JsonNode.Parse(documents[0])!;
        Assert.Equal("AnalysisNewsArticle", (string?)ld["@type"]);
        Assert.Equal(article.Headline, (string?)ld["headline"]);
        Assert.Equal(article.PublishedAt, DateTimeOffset.Parse((string)ld["datePublished"]!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal([Cast.Vitaliy.Name, Cast.Anna.Name, Cast.Olena.Name, Cast.Marko.Name], new[] { "author", "translator", "editor", "contributor" }.Select(role => (string?)ld[role]![0]!["name"]));
        Assert.Equal("https://paper.example/author/vitaliy-portnyk", (string?)ld["author"]![0]!["url"]);
        Assert.Equal(("Перша розповідь", "uk", "Outlet"), ((string?)ld["translationOfWork"]!["name"], (string?)ld["translationOfWork"]!["inLanguage"], (string?)ld["translationOfWork"]!["publisher"]!["name"]));
        Assert.Equal("https://paper.example/uk/2026/11/23/x", (string?)ld["workTranslation"]![0]!["url"]);
        Assert.Equal("The court was another.", (string?)ld["correction"]![0]!["text"]);
        Assert.Equal("A Foundation", (string?)ld["funder"]![0]!["name"]);
        Assert.Equal("https://paper.example/corrections", (string?)ld["publisher"]!["correctionsPolicy"]);
        Assert.Equal(2026, (int)ld["copyrightYear"]!);
        Assert.Equal(("1200 px", "750 px"), ((string?)ld["image"]!["width"], (string?)ld["image"]!["height"]));
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", (string?)ld["image"]!["license"]);
        Assert.True((bool)ld["isAccessibleForFree"]!);
        Assert.Equal("courts", (string?)ld["isPartOf"]!["name"]);
        Assert.Equal(["The Daily Example", "law", article.Headline], JsonNode.Parse(documents[1])!["itemListElement"]!.AsArray().Select(i => (string?)i!["name"]));
    }

    [Fact]
    public async Task An_original_that_is_not_public_is_not_named()
    {
        var secret = await Site.Given("Unpublished original", s => s.At(Site.Now.AddDays(1)));
        var article = await Site.Given("Translated early", s => s.InLanguage("uk").In("early").But(a => a.Source = new() { OriginalId = secret.Id }));
        var head = await HeadOf(article);

        Assert.DoesNotContain("npublished", string.Concat(JsonLd.Of(head, new("uk", Settings), Settings, Site.Now)), StringComparison.Ordinal);
        Assert.DoesNotContain("npublished", (await Site.Page("/uk/section/early/feed.xml")).Text, StringComparison.Ordinal);
        Assert.Contains("npublished", string.Concat(JsonLd.Of(head, new("uk", Settings), Settings, Site.Now.AddDays(1))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Kind.News, "NewsArticle")]
    [InlineData(Kind.Opinion, "OpinionNewsArticle")]
    [InlineData(Kind.Explainer, "BackgroundNewsArticle")]
    [InlineData(Kind.Investigation, "ReportageNewsArticle")]
    [InlineData(Kind.Review, "ReviewNewsArticle")]
    public async Task Opinion_never_passes_for_news(Kind kind, string type)
    {
        var article = await Site.Given($"A piece of {kind}", s => s.But(a => a.Kind = kind));

        Assert.Equal(type, (string?)JsonNode.Parse(JsonLd.Of(await HeadOf(article), new("en", Settings), Settings, Site.Now)[0])!["@type"]);
    }

    [Fact]
    public async Task A_card_shows_headline_picture_and_dates()
    {
        var article = await Site.Given("On a card", s => s.In("cards").Tagged("paper").But(Adorn));

        var card = Card.Of(await HeadOf(article), new("en", Settings), Settings).ToLookup(p => p.Property, p => p.Content);

        Assert.Equal(["article"], card["og:type"]);
        Assert.Equal(["On a card"], card["og:title"]);
        Assert.Equal(["https://paper.example" + article.Address], card["og:url"]);
        Assert.Equal(["1200"], card["og:image:width"]);
        Assert.Equal(["A court"], card["og:image:alt"]);
        Assert.Equal(["en_GB"], card["og:locale"]);
        Assert.Equal(["cards"], card["article:section"]);
        Assert.Equal(["paper"], card["article:tag"]);
        Assert.Single(card["article:published_time"]);
    }

    [Fact]
    public void The_version_for_all_other_languages_is_the_papers_own_else_the_first()
    {
        Assert.Equal(["en", "ar", "uk", "x-default"], Alternate.Of([new("uk", "/uk/a"), new("en", "/a"), new("ar", "/ar/a")], Settings).Select(a => a.Language));
        Assert.Equal("/ar/a", Alternate.Of([new("uk", "/uk/a"), new("ar", "/ar/a")], Settings)[^1].Path);
        Assert.Empty(Alternate.Of([new("en", "/a")], Settings));
    }

    private static void Adorn(Article article)
    {
        article.Kind = Kind.Analysis;
        article.Standfirst = "What it is about.";
        article.Source = new() { Headline = "Перша розповідь", Author = "A. Writer", Outlet = "Outlet", Url = "https://outlet.example/story", Language = "uk", PublishedOn = new(2026, 11, 1) };
        article.LeadPhoto = new(Guid.NewGuid().ToString("N")[..16], "jpg", 1600, 1000) { Alt = new Wording("en", "A court"), Credit = "P. Grapher", Licence = "CC BY 4.0" };
        article.Correct(CorrectionKind.Correction, "The court was another.", article.ChangedAt);
    }

    private async Task<Head> HeadOf(Article article)
    {
        var whole = await Site.ReadAsync(db => db.Articles.Whole().SingleAsync(a => a.Id == article.Id, Stop));
        return new() { Title = whole.Headline, Canonical = whole.Address, Article = whole };
    }
}
