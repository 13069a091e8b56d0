using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Articles;
using NewsSite.Articles.Search;
using NewsSite.Database;

namespace NewsSite.Site.Search;

/// <summary>What both databases promise alike. Every test has a word of its own, for the tests of a class share one site.</summary>
public abstract class SearchTests(NewsSiteHost site) : SiteTests(site)
{
    [Theory]
    [InlineData("zinnia")]
    [InlineData("zaffre")]
    [InlineData("zephyr")]
    [InlineData("zahir")]
    [InlineData("захір")]
    [InlineData("zodiac")]
    [InlineData("зодіак")]
    public async Task An_article_is_found_by_every_part_of_it_and_by_names_in_every_language(string word)
    {
        if ((await Find("zinnia")).Count == 0)
            await Site.Given("Zinnia", s => s.Says("Of *zephyr*.").By(new("zahir", "Zahir", "Захір")).But(a =>
            {
                a.Standfirst = "All in zaffre";
                a.Tag(new("zodiac", new Wording("en", "Zodiac").With("uk", "Зодіак")));
            }));

        Assert.Equal(["Zinnia"], await Find(word));
    }

    [Theory]
    [InlineData("пам'ять ґречна", "памʼять")]
    [InlineData("сім’я дружна", "сім'я")]
    [InlineData("подвірʼя чисте", "подвіря")]
    [InlineData("Їжак у КИЄВІ", "їжак києві")]
    [InlineData("ґудзик", "гудзик")]
    [InlineData("Крёстный ход", "крестный")]
    [InlineData("стрі\u0301чка", "стрічка")]
    [InlineData("Déjà-vu in Łódź", "deja lodz")]
    [InlineData("Plain naive cooperation", "naïve coöperation")]
    [InlineData("Große Fußgängerzone", "GROSSE FUSSGANGERZONE")]
    [InlineData("L’Arménie libre", "armenie")]
    [InlineData("مُحَمَّد في القاهرة", "محمد القاهره")]
    [InlineData("東京都の天気", "京都 天気")]
    [InlineData("नमस्ते दुनिया", "नमस्ते")]
    public async Task A_word_is_found_however_it_is_typed(string headline, string typed)
    {
        await Site.Given(headline, s => s.Called("folding-" + Guid.NewGuid()));

        Assert.Contains(headline, await Find(typed));
    }

    [Fact]
    public async Task Letters_that_differ_in_the_language_differ_in_search()
    {
        await Site.Given("Мойра чиїсь");

        Assert.Empty(await Find("моира"));
        Assert.Empty(await Find("чиісь"));
        Assert.Single(await Find("мойра чиїсь"));
    }

    [Theory]
    [InlineData("кві", true)]
    [InlineData("квітн", true)]
    [InlineData("квітникар", true)]
    [InlineData("квітникарка", true)]
    [InlineData("квітникарка на", true)]
    [InlineData("кв", false)]
    [InlineData("вітникарка", false)]
    [InlineData("квітникаркам", false)]
    [InlineData("квітникарка відсутня", false)]
    [InlineData("квітникарка н", false)]
    public async Task Three_letters_find_the_words_that_begin_with_them_and_every_word_must_occur(string typed, bool found)
    {
        if ((await Find("квітникарка")).Count == 0) await Site.Given("Квітникарка на ринку");

        Assert.Equal(found, (await Find(typed)).Count > 0);
    }

    [Fact]
    public async Task A_prefix_of_very_many_words_finds_them_too()
    {
        await Site.Given("Many", s => s.Says(string.Join(' ', Enumerable.Range(1000, 900).Select(i => $"quarkish{i}"))));

        Assert.Equal(["Many"], await Find("quarkish"));
        Assert.Equal(["Many"], await Find("quarkish11"));
        Assert.Equal(["Many"], await Find("quarkish1899"));
        Assert.Empty(await Find("quarkish2000"));
    }

    [Fact]
    public async Task Filters_narrow_by_language_section_subject_person_and_role()
    {
        var wanted = await Site.Given("Mandrake wanted", s => s.InLanguage("uk").In("botany").Tagged("roots").By(Cast.Anna, Role.Translator));
        await Site.Given("Mandrake other", s => s.InLanguage("en").In("magic").Tagged("poison").By(Cast.Anna));

        var person = wanted.Bylines[0].ContributorId;
        Func<SearchQuery, SearchQuery>[] filters =
        [
            q => q with { Language = "uk" },
            q => q with { SectionId = wanted.SectionId },
            q => q with { TagId = wanted.Tags[0].TagId },
            q => q with { ContributorId = person, Role = Role.Translator },
            q => q with { Role = Role.Translator },
            q => q with { Language = "UK", SectionId = wanted.SectionId, TagId = wanted.Tags[0].TagId, ContributorId = person, Role = Role.Translator },
        ];
        foreach (var filter in filters) Assert.Equal(["Mandrake wanted"], await Find("mandrake", filter));

        Assert.Equal(["Mandrake other", "Mandrake wanted"], await Find("mandrake", q => q with { ContributorId = person }));
        Assert.Empty(await Find("mandrake", q => q with { ContributorId = person, Role = Role.Editor }));
        Assert.Empty(await Find("mandrake", q => q with { Language = "u\"k' OR _" }));
    }

    [Fact]
    public async Task The_first_day_is_in_and_the_last_is_not()
    {
        var day = new DateTimeOffset(1969, 12, 31, 0, 0, 0, TimeSpan.Zero);
        foreach (var i in Enumerable.Range(0, 4)) await Site.Given($"Calendula {i}", s => s.At(day.AddDays(i)));

        Assert.Equal(["Calendula 2", "Calendula 1"], await Find("calendula", q => q with { From = day.AddDays(1), To = day.AddDays(3) }));
        Assert.Equal(["Calendula 2"], await Find("calendula", q => q with { From = day.AddDays(1).AddTicks(1), To = day.AddDays(2).AddTicks(1) }));
        Assert.Equal(4, (await Find("", q => q with { To = day.AddDays(4) })).Count);
    }

    [Fact]
    public async Task Without_words_the_filters_list_and_without_filters_nothing_is_found()
    {
        var first = await Site.Given("Juniper one", s => s.In("shrubs"));
        await Site.Given("Juniper two", s => s.In("shrubs"));

        Assert.Equal(["Juniper two", "Juniper one"], await Find("", q => q with { SectionId = first.SectionId }));
        Assert.Equal(["Juniper two", "Juniper one"], await Find("?!", q => q with { SectionId = first.SectionId }));
        Assert.Empty(await Find(""));
        Assert.Empty(await Find(" \t "));
        Assert.Empty(await Find("?!"));
    }

    [Fact]
    public async Task Pages_follow_each_other_in_the_order_of_every_list_without_gap_or_double()
    {
        var day = new DateTimeOffset(2020, 2, 29, 10, 0, 0, TimeSpan.Zero);
        foreach (var i in Enumerable.Range(0, 17)) await Site.Given($"Tamarisk {i}", s => s.At(day.AddMilliseconds(400 * (i * 7 % 17))));

        var listed = await Site.ReadAsync(db => db.Articles.Published(Site.Now).Where(a => a.Headline.StartsWith("Tamarisk")).NewestFirst().Select(a => a.Headline).ToListAsync(Stop));
        var paged = new List<string>();
        for (Place? before = null; ;)
        {
            var page = await FindArticles("tamarisk", q => q with { Before = before }, take: 4);
            if (page.Count == 0) break;
            paged.AddRange(page.Select(a => a.Headline));
            before = Place.Of(page[^1]);
        }

        Assert.Equal(17, listed.Count);
        Assert.Equal(listed, paged);
    }

    [Fact]
    public async Task An_embargoed_story_is_not_found_before_its_time()
    {
        var lift = Site.Now.AddHours(1);
        await Site.Given("Belladonna", s => s.At(lift));

        Assert.Empty(await Find("belladonna"));
        Assert.Empty(await Find("belladonna", q => q with { Now = lift.AddTicks(-1) }));
        Assert.Empty(await Find("belladonna", q => q with { To = lift.AddDays(1) }));
        Assert.Single(await Find("belladonna", q => q with { Now = lift }));
    }

    [Fact]
    public async Task What_is_not_published_is_not_found_and_what_is_again_is_found_once()
    {
        await Site.Given("Oleander draft", s => s.Still(Status.Draft));
        var article = await Site.Given("Oleander");
        Assert.Equal(["Oleander"], await Find("oleander"));

        await Site.Edit(article, a => a.MoveTo(Status.Withdrawn));
        Assert.Empty(await Find("oleander"));

        await Site.Edit(article, a => a.Publish(Site.Now, a.Address!));
        await Site.Edit(article, a => a.Standfirst = "A standfirst");
        Assert.Equal(["Oleander"], await Find("oleander"));
    }

    [Fact]
    public async Task An_edit_takes_the_old_words_out()
    {
        var article = await Site.Given("Valerian", s => s.Says("about hemlock"));
        await Site.Edit(article, a =>
        {
            a.Headline = "Vervain";
            a.Text.Markdown = "about henbane";
        });

        Assert.Empty(await Find("valerian"));
        Assert.Empty(await Find("hemlock"));
        Assert.Equal(["Vervain"], await Find("vervain henbane"));
    }

    [Fact]
    public async Task Tidying_after_an_import_changes_no_result()
    {
        await Site.Given("Saxifrage");
        await Site.WriteAsync(async db =>
        {
            await Site.Services.GetRequiredService<ISearchIndex>().TidyAsync(db, Stop);
            return true;
        });

        Assert.Equal(["Saxifrage"], await Find("saxifrage"));
    }

    [Fact]
    public async Task A_text_of_too_many_words_is_still_saved_and_found_by_its_first()
    {
        var random = new Random(1);
        await Site.Given("Colossus", s => s.Says("gigantomania " + new string([.. Enumerable.Range(0, 300_000).Select(_ => (char)random.Next(0x4E00, 0x9F00))])));

        Assert.Equal(["Colossus"], await Find("colossus gigantomania"));
    }

    protected async Task<List<string>> Find(string text, Func<SearchQuery, SearchQuery>? narrowed = null) => [.. (await FindArticles(text, narrowed)).Select(a => a.Headline)];

    private Task<List<Article>> FindArticles(string text, Func<SearchQuery, SearchQuery>? narrowed = null, int take = 100) => Site.ReadAsync(async db =>
    {
        var query = new SearchQuery(text, Site.Now);
        var ids = await Site.Services.GetRequiredService<ISearchIndex>().FindAsync(db, narrowed?.Invoke(query) ?? query, take, Stop);
        var articles = await db.Articles.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, Stop);
        return ids.Select(id => articles[id]).ToList();
    });
}

public sealed class SearchTestsOnSqlite(SqliteSite site) : SearchTests(site), IClassFixture<SqliteSite>;

public sealed class SearchTestsOnPostgres(PostgresSite site) : SearchTests(site), IClassFixture<PostgresSite>;
