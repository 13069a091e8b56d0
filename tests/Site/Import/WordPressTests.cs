using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Articles;
using NewsSite.Import;
using NewsSite.Import.WordPress;

namespace NewsSite.Site.Import;

/// <summary>An old site moves in: once, twice, half, and with a broken file.</summary>
public abstract class WordPressTests(NewsSiteHost site) : SiteTests(site), IAsyncLifetime
{
    private static readonly string Paper = Path.Combine(AppContext.BaseDirectory, "Import", "paper.xml");

    // One pixel.
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private ImportReport first = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(Media, "2015", "03"));
        await File.WriteAllBytesAsync(Path.Combine(Media, "2015", "03", "picture.png"), Picture);
        first = await Import(Paper, Media);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private string Media => Path.Combine(Site.Folder, "uploads");

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        var before = await CountsAsync();

        var again = await Import(Paper, Media);

        Assert.Equal((0, 0), (again.Created, again.Updated));
        Assert.Equal(first.Read, again.Read);
        Assert.Equal(first.Refused, again.Refused);
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public void Every_item_is_in_the_sums()
    {
        Assert.Equal(23, first.Items);
        Assert.Equal(first.Items, first.Read);
        Assert.Equal((1, 1), (first.Comments, first.Pingbacks));
        Assert.Equal(1, first.ControlCharacters);
        var refused = first.Refusals.ToDictionary(r => r.How, r => r.Count);
        Assert.Equal(1, refused["half an item: it has no number (wp:post_id)"]);
        Assert.Equal(1, refused["its number stands in the file twice"]);
        Assert.Equal(1, refused["'2015-13-45 10:00:00' is no date"]);
        Assert.Equal(1, refused["its status is 'trash'"]);
        Assert.Equal(1, refused["menus are not carried over"]);
        Assert.Contains(first.Refusals.Single(r => r.How.StartsWith("half", StringComparison.Ordinal)).Examples, e => e.StartsWith("line 4", StringComparison.Ordinal) && e.Contains("Half an item", StringComparison.Ordinal));
        Assert.Equal(5, first.Refused);
    }

    [Fact]
    public async Task The_seed_has_its_people_its_source_and_its_words()
    {
        var article = await ArticleAsync("/2015/03/04/item-11");

        Assert.Equal(["Vitaliy Portnikov", "Anna Mostovych"], article.Bylines.OrderBy(b => b.Position).Select(b => b.Contributor.Name.In("en")));
        Assert.Equal([Role.Author, Role.Translator], article.Bylines.OrderBy(b => b.Position).Select(b => b.Role));
        Assert.Equal(("Espreso TV", "https://espreso.tv/article/1"), (article.Source!.Outlet, article.Source.Url));
        Assert.Equal("What the story says.", article.Standfirst);
        Assert.Equal("The first words of the analysis.\n\nThe second paragraph, with **bold** and [a link home](/2015/03/04/item-11/#more).\n\nThe third paragraph.\n\nThe fourth.\n\nThe fifth.", article.Text.Markdown);
        Assert.Equal(("oldeurope", "oldworld"), (article.Section!.Slug, (await Site.ReadAsync(db => db.Sections.Include(s => s.Parent).SingleAsync(s => s.Slug == "oldeurope", Stop))).Parent!.Slug));
        Assert.Equal(["oldbridges", "oldworld"], article.Tags.Select(t => t.Tag.Slug).Order());
        Assert.Equal("oldopinion", (await ArticleAsync("/2015/03/04/item-12")).Section!.Slug);
        Assert.Equal(["Gustav One", "Olena Petrenko"], (await ArticleAsync("/2015/03/04/item-15")).Bylines.OrderBy(b => b.Position).Select(b => b.Contributor.Name.In("en")));
    }

    [Theory]
    [InlineData("/2015/03/04/item-11", 200, null)]
    [InlineData("/2015/03/04/item-11/", 301, "/2015/03/04/item-11")]
    [InlineData("/?p=11", 301, "/2015/03/04/item-11")]
    [InlineData("/?p=17", 301, "/2015/03/04/article-17")]
    [InlineData("/category/oldworld/oldeurope", 301, "/section/oldeurope")]
    [InlineData("/category/oldopinion", 301, "/section/oldopinion")]
    [InlineData("/author/olena", 301, "/author/olena-petrenko")]
    [InlineData("/2015/03/04/item-28/picture", 301, "/2015/03/04/item-28")]
    [InlineData("/uk/2015/03/04/%D0%BC%D1%96%D1%81%D1%82", 200, null)]
    [InlineData("/2015/03/04/%D0%BC%D1%96%D1%81%D1%82", 301, "/uk/2015/03/04/%D0%BC%D1%96%D1%81%D1%82")]
    [InlineData("/2031/01/01/item-18", 404, null)]
    [InlineData("/2015/03/04/item-20", 404, null)]
    public async Task Old_addresses_answer(string address, int status, string? place)
    {
        var page = await Site.Page(address);

        Assert.Equal((HttpStatusCode)status, page.Status);
        if (place is not null) Assert.Equal(place, page.Location);
    }

    [Fact]
    public async Task Pages_stand_below_their_parents_and_never_on_an_address_of_the_program()
    {
        var pages = await Site.ReadAsync(db => db.SitePages.ToDictionaryAsync(p => p.Address, p => p.Title, Stop));

        Assert.Equal("Our team", pages["/old-about/our-team"]);
        Assert.Equal("Search tips", pages["/search-page"]);
        Assert.NotNull(await Site.ReadAsync(db => db.FormerAddresses.SingleOrDefaultAsync(f => f.Address == "/?page_id=24", Stop)));
    }

    [Fact]
    public async Task Drafts_stay_drafts_and_language_versions_are_one_story()
    {
        var unpublished = await Site.ReadAsync(db => db.Articles.Where(a => a.Status == Status.Draft).Select(a => a.Headline).ToListAsync(Stop));

        Assert.Superset(new HashSet<string> { "A draft", "Private", "Secret" }, unpublished.ToHashSet());
        Assert.NotNull((await ArticleAsync("/2015/03/04/item-14")).StoryId);
        Assert.Equal((await ArticleAsync("/2015/03/04/item-14")).StoryId, (await ArticleAsync("/uk/2015/03/04/міст")).StoryId);
        Assert.Equal(new DateTimeOffset(2015, 3, 4, 8, 0, 0, TimeSpan.Zero), (await ArticleAsync("/2015/03/04/item-23")).PublishedAt);
    }

    [Fact]
    public async Task Pictures_given_are_ours_and_others_keep_their_address()
    {
        var article = await Site.ReadAsync(db => db.Articles.Include(a => a.Text).Include(a => a.LeadPhoto).SingleAsync(a => a.Address == "/2015/03/04/item-28", Stop));
        var key = article.LeadPhoto!.Key;

        Assert.Equal("A bridge", article.LeadPhoto.Alt.In("en"));
        Assert.Equal($"^^^\n![Bridge](media:{key})\n^^^ The *bridge* at night\n\n^^^\n![A bridge](media:{key})\n^^^ A caption\n\nAfter ![x](https://elsewhere.example/x.jpg)\\[unknown_thing a=\"b\"] it.", article.Text.Markdown);
        Assert.Equal("[unknown_thing]", Assert.Single(first.UnknownShortcodes).What);
    }

    [Fact]
    public async Task Footnotes_and_typed_paragraphs_come_along()
    {
        Assert.Equal("Fact[^1].\n\n[^1]: Seen *there*.", (await ArticleAsync("/2015/03/04/item-29")).Text.Markdown);
        var classic = await ArticleAsync("/2015/03/04/article-17");
        Assert.Equal("Classic words\\\non two lines.\n\nAnd a second paragraph with a control character and ]]> in it.", classic.Text.Markdown);
        Assert.StartsWith("Classic words on two lines.", classic.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_newsroom_changed_is_left_alone_and_what_the_old_site_changed_is_brought_up_to_date()
    {
        var other = Changed("old.example", "mine.example");
        await Import(other, null);
        var mine = await Site.ReadAsync(db => db.ImportedItems.Where(i => i.Source == "wordpress:mine.example" && i.ExternalId == "post:12").Select(i => i.Article!).SingleAsync(Stop));
        await Site.Edit(mine, a => a.Headline = "The newsroom's own");

        var report = await Import(Changed("old.example", "mine.example", ("Yoast knows best", "Yoast changed"), ("Two wrote it", "Three wrote it")), null);

        Assert.Equal(1, report.Updated);
        Assert.Contains(report.Refusals, r => r.How.StartsWith("the newsroom has changed it", StringComparison.Ordinal) && r.Count == 1);
        Assert.Equal("The newsroom's own", await Site.ReadAsync(db => db.Articles.Where(a => a.Id == mine.Id).Select(a => a.Headline).SingleAsync(Stop)));
        Assert.True(await Site.ReadAsync(db => db.Articles.AnyAsync(a => a.Headline == "Three wrote it", Stop)));
    }

    [Fact]
    public async Task A_page_comes_in_however_many_old_sites_had_one_of_its_name()
    {
        foreach (var site in new[] { "second.example", "third.example", "fourth.example" })
            Assert.DoesNotContain("the database refused it", Printed(await Import(Changed("old.example", site), Media)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_writes_nothing()
    {
        var before = await CountsAsync();
        var file = Changed("old.example", "dry.example", ("item-1", "dry-1"), ("oldeurope", "dryeurope"));

        var dry = await Import(file, Media, dryRun: true);

        Assert.Equal(before, await CountsAsync());
        Assert.Equal(Printed(dry), Printed(await Import(file, Media)));
        Assert.Equal(18, dry.Created);
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("bomb")]
    [InlineData("not an export")]
    [InlineData("empty")]
    public async Task A_broken_file_is_refused_by_line_and_writes_nothing(string fault)
    {
        var whole = (await File.ReadAllTextAsync(Paper, Stop)).Replace("old.example", "broken.example", StringComparison.Ordinal);
        var text = fault switch
        {
            "truncated" => whole[..whole.IndexOf("Without a clock", StringComparison.Ordinal)],
            "bomb" => whole.Replace("<rss", "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n<rss", StringComparison.Ordinal),
            "empty" => "",
            _ => "<rss version=\"2.0\"><channel><title>A feed</title><item><title>News</title></item></channel></rss>",
        };
        var before = await CountsAsync();

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => Import(Written(text), null));

        Assert.Equal(before, await CountsAsync());
        if (fault == "truncated") Assert.Matches("^line 2[0-9]{2}: the item after post 22 \"Thrown away\"", refused.Message);
        if (fault == "bomb") Assert.Equal(3, refused.Line);
    }

    private Task<ImportReport> Import(string file, string? media, bool dryRun = false) =>
        Site.Services.GetRequiredService<WordPressImport>().RunAsync(file, media, dryRun, null, Stop);

    private Task<Article> ArticleAsync(string address) => Site.ReadAsync(db => db.Articles.Whole().SingleAsync(a => a.Address == address, Stop));

    private Task<string> CountsAsync() => Site.ReadAsync(async db =>
        $"{await db.Articles.CountAsync(Stop)} {await db.Revisions.CountAsync(Stop)} {await db.SitePages.CountAsync(Stop)} {await db.ImportedItems.CountAsync(Stop)} {await db.FormerAddresses.CountAsync(Stop)} "
        + $"{await db.Contributors.CountAsync(Stop)} {await db.Tags.CountAsync(Stop)} {await db.Sections.CountAsync(Stop)} {await db.Photos.CountAsync(Stop)}");

    private string Changed(string from, string to, params (string From, string To)[] others) =>
        Written(others.Prepend((From: from, To: to)).Aggregate(File.ReadAllText(Paper), (text, change) => text.Replace(change.From, change.To, StringComparison.Ordinal)));

    private string Written(string text)
    {
        var path = Path.Combine(Site.Folder, $"{Guid.NewGuid():N}.xml");
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }

    private static string Printed(ImportReport report)
    {
        using var text = new StringWriter();
        report.Write(text);
        return text.ToString()[text.ToString().IndexOf('\n', StringComparison.Ordinal)..];
    }
}

public sealed class WordPressTestsOnSqlite(SqliteSite site) : WordPressTests(site), IClassFixture<SqliteSite>;

public sealed class WordPressTestsOnPostgres(PostgresSite site) : WordPressTests(site), IClassFixture<PostgresSite>;
