using Microsoft.Extensions.DependencyInjection;
using NewsSite.Articles.Search;

namespace NewsSite.Site.Search;

/// <summary>A query is words and nothing else: none of the two databases' query languages can be reached through it.</summary>
public abstract class HostileQueryTests(NewsSiteHost site) : SiteTests(site)
{
    [Theory]
    [InlineData("\"")]
    [InlineData("\"\"\" OR \"")]
    [InlineData("'; DROP TABLE \"ArticleSearch\"; --")]
    [InlineData("*")]
    [InlineData("^nigella")]
    [InlineData("nigella:")]
    [InlineData("Words: nigella")]
    [InlineData("{Words}: nigella")]
    [InlineData("(nigella")]
    [InlineData("nigella))")]
    [InlineData("nigella + nigella")]
    [InlineData("nigella & | ! <-> :* \\")]
    [InlineData("!nigella")]
    [InlineData("-nigella")]
    [InlineData("$text @p0 {0} ? %s")]
    [InlineData("\u0000nigella\u0000")]
    [InlineData("\u0001\u001B\u007F\u0085\u2028")]
    [InlineData("\uD83C nigella \uDF89")]
    [InlineData("🎉👩‍👩‍👧🏳️‍🌈")]
    [InlineData("\uFFFF\uFFFE\uE000")]
    [InlineData(".,;:!?«»—…")]
    [InlineData("_ __ _s1 _len")]
    public async Task Signs_are_no_commands(string query)
    {
        var words = SearchWords.Sought(query);
        var found = await Find(query);

        if (words.Count == 0) Assert.Empty(found);
        Assert.NotEmpty(await Find("nigella sativa"));
    }

    [Theory]
    [InlineData("nigella AND sativa", true)]
    [InlineData("AND", true)]
    [InlineData("NOT nigella", true)]
    [InlineData("nigella NEAR sativa", true)]
    [InlineData("NEAR(nigella sativa, 3)", true)]
    [InlineData("nigella OR absent", false)]
    [InlineData("nigella \"sativa\"", true)]
    [InlineData("nigel*", true)]
    [InlineData("nigella 🎉 sativa", true)]
    public async Task The_words_of_the_databases_are_words_like_any_other(string query, bool found)
    {
        await GivenNigella();

        Assert.Equal(found, (await Find(query)).Count > 0);
    }

    [Theory]
    [InlineData("nigella ", 50_000)]
    [InlineData("н", 1_000_000)]
    [InlineData("а\u0301", 100_000)]
    [InlineData("東", 100_000)]
    [InlineData("' ", 100_000)]
    [InlineData("ab1 cd2 ef3 gh4 ", 10_000)]
    public async Task A_query_of_any_length_is_answered(string part, int times)
    {
        await GivenNigella();

        var found = await Find(string.Concat(Enumerable.Repeat(part, times)));

        Assert.Equal(part.StartsWith("nigella", StringComparison.Ordinal), found.Count > 0);
    }

    private async Task<IReadOnlyList<int>> Find(string text)
    {
        if (text == "nigella sativa") await GivenNigella();
        return await Site.ReadAsync(db => Site.Services.GetRequiredService<ISearchIndex>().FindAsync(db, new(text, Site.Now), 10, Stop));
    }

    private async Task GivenNigella()
    {
        var found = await Site.ReadAsync(db => Site.Services.GetRequiredService<ISearchIndex>().FindAsync(db, new("sativa", Site.Now), 1, Stop));
        if (found.Count == 0) await Site.Given("Nigella sativa", s => s.Says("and, or, not near 3."));
    }
}

public sealed class HostileQueryTestsOnSqlite(SqliteSite site) : HostileQueryTests(site), IClassFixture<SqliteSite>;

public sealed class HostileQueryTestsOnPostgres(PostgresSite site) : HostileQueryTests(site), IClassFixture<PostgresSite>;
