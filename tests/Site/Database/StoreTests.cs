using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;

namespace NewsSite.Site.Database;

public abstract class StoreTests(NewsSiteHost site) : SiteTests(site)
{
    [Fact]
    public async Task The_migrations_say_all_that_the_model_says() =>
        Assert.False(await Site.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())), "bin/migration NAME is needed");

    [Fact]
    public async Task A_page_cannot_write()
    {
        await Site.Given("Nobody writes here");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Site.ReadAsync(db => db.SaveChangesAsync(Stop)));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Site.ReadAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Articles" SET "Headline" = 'Taken over'""", Stop)));
    }

    [Theory]
    [InlineData("UPDATE")]
    [InlineData("DELETE")]
    public async Task Corrections_and_revisions_cannot_be_changed_even_by_sql(string how)
    {
        await Site.Given("Put right " + how, s => s.But(a => a.Correct(CorrectionKind.Correction, "The bridge has four lanes, not three.", Site.Now)));

        foreach (var statement in Statements(how))
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Site.WriteAsync(db => db.Database.ExecuteSqlAsync(statement, Stop)));
            Assert.Contains("can be added only", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_save_is_a_revision_and_each_carries_the_hash_of_the_one_before()
    {
        var article = await Site.Given("Three saves");
        await Site.Edit(article, a => a.Headline = "Three saves, second");
        await Site.Edit(article, a => a.Text.Markdown = "New words.");

        var chain = await Site.ReadAsync(db => db.Revisions.Where(r => r.ArticleId == article.Id).OrderBy(r => r.Number).ToListAsync(Stop));

        Assert.Equal([1, 2, 3], chain.Select(r => r.Number));
        Assert.All(chain, r => Assert.True(r.IsIntact));
        Assert.Equal(["", chain[0].Hash, chain[1].Hash], chain.Select(r => r.PreviousHash));
        Assert.Contains("Three saves, second", chain[1].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => Site.WriteAsync<bool>(async db =>
        {
            db.Add(new Tag("half-done", new("en", "Half done")));
            await db.SaveChangesAsync(Stop);
            throw new InvalidDataException();
        }));

        Assert.False(await Site.ReadAsync(db => db.Tags.AnyAsync(t => t.Slug == "half-done", Stop)));
    }

    [Fact]
    public async Task Twenty_changes_at_once_are_all_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Site.WriteAsync(db =>
        {
            db.Add(new Tag($"at-once-{n}", new("en", "At once")));
            return Task.FromResult(true);
        })));

        Assert.Equal(20, await Site.ReadAsync(db => db.Tags.CountAsync(t => t.Slug.StartsWith("at-once-"), Stop)));
    }

    [Fact]
    public async Task The_database_refuses_words_that_no_enum_knows() =>
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Site.WriteAsync(async db =>
        {
            var article = new Article("en", "unknown-kind", "Unknown kind");
            db.Add(article);
            await db.SaveChangesAsync(Stop);
            return await db.Database.ExecuteSqlAsync($"""UPDATE "Articles" SET "Kind" = 'Advertisement' WHERE "Id" = {article.Id}""", Stop);
        }));

    private static IEnumerable<FormattableString> Statements(string how) => how == "UPDATE"
        ? [$"""UPDATE "Corrections" SET "Text" = 'x'""", $"""UPDATE "Revisions" SET "Content" = 'x'"""]
        : [$"""DELETE FROM "Corrections" """, $"""DELETE FROM "Revisions" """];
}

public sealed class StoreTestsOnSqlite(SqliteSite site) : StoreTests(site), IClassFixture<SqliteSite>
{
    [Fact]
    public async Task The_connection_that_writes_is_durable_and_checks_references()
    {
        Assert.Equal("wal", await WritingAsync<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode"));
        Assert.Equal(2, await WritingAsync<long>($"SELECT synchronous AS Value FROM pragma_synchronous"));
        Assert.Equal(1, await WritingAsync<long>($"SELECT foreign_keys AS Value FROM pragma_foreign_keys"));
        Assert.Equal(0, await WritingAsync<long>($"SELECT trusted_schema AS Value FROM pragma_trusted_schema"));
    }

    [Fact]
    public async Task The_connection_that_reads_is_told_so() =>
        Assert.Equal(1, await Site.ReadAsync(db => db.Database.SqlQuery<long>($"SELECT query_only AS Value FROM pragma_query_only").SingleAsync(Stop)));

    [Fact]
    public async Task The_library_has_the_fix_without_which_commits_can_be_lost() =>
        Assert.True(Version.Parse(await WritingAsync<string>($"SELECT sqlite_version() AS Value")) >= new Version(3, 51, 3));

    [Fact]
    public async Task Every_table_keeps_its_columns_types()
    {
        var loose = await Site.ReadAsync(db => db.Database.SqlQuery<string>(
            $"SELECT name AS Value FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'").ToListAsync(Stop));

        Assert.Empty(loose);
    }

    private Task<T> WritingAsync<T>(FormattableString question) => Site.WriteAsync(db => db.Database.SqlQuery<T>(question).SingleAsync(Stop));
}

public sealed class StoreTestsOnPostgres(PostgresSite site) : StoreTests(site), IClassFixture<PostgresSite>
{
    [Theory]
    [InlineData("Corrections")]
    [InlineData("Revisions")]
    public async Task Nor_can_the_record_be_emptied(string table) =>
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Site.WriteAsync(db => table == "Corrections"
            ? db.Database.ExecuteSqlAsync($"""TRUNCATE "Corrections" CASCADE""", Stop)
            : db.Database.ExecuteSqlAsync($"""TRUNCATE "Revisions" CASCADE""", Stop)));
}
