using NewsSite.Articles;
using NewsSite.Database;

namespace NewsSite.Site.Pages;

public abstract class ArticlePageTests(NewsSiteHost site) : SiteTests(site)
{
    [Fact]
    public async Task The_story_comes_first_and_its_translator_is_named_above_and_at_the_end_from_one_record()
    {
        var article = await Site.Given("River crossed", s => s.Says("They crossed at dawn.").By(Cast.Vitaliy).By(Cast.Anna, Role.Translator).By(Cast.Olena, Role.Editor)
            .But(a => (a.Standfirst, a.Kind, a.Source) = ("Nobody had planned it.", Kind.Translation, new() { Outlet = "The River Post", Url = "https://river.example/1", Language = "uk", Headline = "Річку перейдено", Permission = "By kind permission." })));

        var page = await Site.Page(article.Address!);

        Assert.Contains("River crossed Nobody had planned it.", page.Words("main")![..200], StringComparison.Ordinal);
        var above = page.All(".byline li").Select(l => l.TextContent.Trim()).ToList();
        Assert.Equal(["Article by Vitaliy Portnyk", "Translated by Anna Melnyk", "Edited by Olena Sydorenko"], above);
        Assert.Equal("Translated by Anna Melnyk", page.Words(".article-end .credit-again"));
        Assert.Contains("/author/anna-melnyk", page.Links);
        var box = page.Words(".translation")!;
        foreach (var said in new[] { "Ukrainian", "Річку перейдено", "The River Post", "By kind permission." }) Assert.Contains(said, box, StringComparison.Ordinal);
        Assert.Contains("https://river.example/1", page.Links);
    }

    [Fact]
    public async Task A_translation_says_when_its_original_changed_after_it()
    {
        var original = await Site.Given("Оригінал змінено", s => s.InLanguage("uk").Called("stale-original").But(a => a.Story = new()));
        var translation = await Site.Given("Original changed", s => s.By(Cast.Anna, Role.Translator).But(a => (a.StoryId, a.Source) = (original.StoryId, new() { OriginalId = original.Id, OriginalSeenAt = original.ChangedAt, Language = "uk" })));
        Assert.Empty((await Site.Page(translation.Address!)).All(".translation-stale"));

        Site.Clock.Advance(TimeSpan.FromDays(2));
        await Site.Edit(original, a => a.ChangedAt = Site.Now);

        Assert.Single((await Site.Page(translation.Address!)).All(".translation-stale"));
        Assert.Contains(translation.Address, (await Site.Page(original.Address!)).Links);
        Assert.Contains(original.Address, (await Site.Page(translation.Address!)).Links);
    }

    [Fact]
    public async Task Corrections_and_age_and_the_newer_article_are_said_above_the_text()
    {
        var newer = await Site.Given("What holds now");
        var old = await Site.Given("What held then", s => s.In("archive").At(Site.Now.AddYears(-3)).But(a =>
        {
            a.Section!.AgeNoticeMonths = 12;
            a.SupersededById = newer.Id;
            a.Correct(CorrectionKind.Correction, "The year was wrong.", Site.Now.AddYears(-2));
        }));

        var page = await Site.Page(old.Address!);

        Assert.Contains("3 years old", page.Words(".notice")!, StringComparison.Ordinal);
        Assert.Contains(newer.Address, page.Links);
        Assert.Contains("Correction, ", page.Words(".corrections")!, StringComparison.Ordinal);
        Assert.Contains("The year was wrong.", page.Words(".corrections")!, StringComparison.Ordinal);
        Assert.Contains("The year was wrong.", (await Site.Page("/corrections")).Text, StringComparison.Ordinal);
        Assert.Contains($"© {Site.Now.Year - 3}", page.Words(".rights")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_keeps_the_funder_of_its_day_whoever_pays_now()
    {
        var section = await Site.Given("Then", s => s.In("funded").At(Site.Now.AddYears(-2)));
        var now = await Site.Given("Now", s => s.In("funded"));
        await Site.WriteAsync(db =>
        {
            var today = DateOnly.FromDateTime(Site.Now.UtcDateTime);
            var before = new Funder(new Wording("en", "The First Fund"), "https://first.example");
            before.Fund(FundingScope.Section, today.AddYears(-3), today.AddYears(-1)).SectionId = section.SectionId;
            var after = new Funder(new Wording("en", "The Second Fund"), "javascript:alert(1)");
            after.Fund(FundingScope.Section, today.AddYears(-1).AddDays(1), null).SectionId = section.SectionId;
            db.AddRange(before, after);
            return Task.FromResult(0);
        });

        Assert.Contains("The First Fund", (await Site.Page(section.Address!)).Words(".funder")!, StringComparison.Ordinal);
        Assert.Contains("The Second Fund", (await Site.Page(now.Address!)).Words(".funder")!, StringComparison.Ordinal);
        var funding = await Site.Page("/funding");
        Assert.Contains("https://first.example", funding.Links);
        Assert.DoesNotContain("javascript:", funding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Related_articles_are_the_editors_picks_and_then_what_shares_most_and_there_is_no_heading_over_nothing()
    {
        var alone = await Site.Given("Shares nothing");
        var picked = await Site.Given("Picked by hand");
        var near = await Site.Given("Two tags in common", s => s.Tagged("kin-a", "kin-b"));
        var far = await Site.Given("One tag in common", s => s.Tagged("kin-a"));
        var foreign = await Site.Given("Чужа мова", s => s.InLanguage("uk").Called("kin-uk").Tagged("kin-a", "kin-b"));
        var article = await Site.Given("Has kin", s => s.Tagged("kin-a", "kin-b"));
        await Site.WriteAsync(async db =>
        {
            var whole = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Articles, a => a.Id == article.Id);
            whole.Pick((await db.Articles.FindAsync(picked.Id))!);
            return 0;
        });

        var page = await Site.Page(article.Address!);

        Assert.Equal([picked.Address, near.Address, far.Address], page.All(".related .teaser-headline a").Select(a => a.GetAttribute("href")));
        Assert.DoesNotContain(foreign.Address, page.All(".related a").Select(a => a.GetAttribute("href")));
        Assert.Empty((await Site.Page(alone.Address!)).All(".related"));
    }
}

public sealed class ArticlePageTestsOnSqlite(SqliteSite site) : ArticlePageTests(site), IClassFixture<SqliteSite>;

public sealed class ArticlePageTestsOnPostgres(PostgresSite site) : ArticlePageTests(site), IClassFixture<PostgresSite>;
