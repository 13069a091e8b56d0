using System.Net;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace NewsSite.Site.Serving;

/// <summary>A site whose database can be taken away and given back while it runs.</summary>
public interface ITakenAway
{
    Task TakeAwayAsync();

    Task GiveBackAsync();
}

public sealed class SqliteTakenAway : SqliteSite, ITakenAway
{
    private string File => Path.Combine(Folder, "newssite.db");

    public Task TakeAwayAsync() => MoveAsync("", ".away");

    public Task GiveBackAsync() => MoveAsync(".away", "");

    private Task MoveAsync(string from, string to)
    {
        // An open connection would go on reading the file wherever it lies.
        SqliteConnection.ClearAllPools();
        foreach (var part in new[] { "", "-wal", "-shm" })
            if (System.IO.File.Exists(File + part + from)) System.IO.File.Move(File + part + from, File + part + to, overwrite: true);
        return Task.CompletedTask;
    }
}

public sealed class PostgresTakenAway(PostgresServer server) : PostgresSite(server), ITakenAway
{
    public Task TakeAwayAsync() => RenameAsync("", "_away");

    public Task GiveBackAsync() => RenameAsync("_away", "");

    private async Task RenameAsync(string from, string to)
    {
        var own = new NpgsqlConnectionStringBuilder(Told["ConnectionStrings:NewsSite"]);
        var name = own.Database;
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(own.ToString()) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A name of our own making.
        command.CommandText = $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}{from}'; ALTER DATABASE {name}{from} RENAME TO {name}{to}";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}

public abstract class DatabaseAwayTests(NewsSiteHost site) : SiteTests(site)
{
    [Fact]
    public async Task Without_its_database_the_site_shows_what_it_has_and_says_when_to_come_back()
    {
        var seen = await Site.Given("Seen before");
        var unseen = await Site.Given("Never seen");
        var before = await Site.Page(seen.Address!);
        Site.Clock.Advance(TimeSpan.FromMinutes(10));

        await ((ITakenAway)Site).TakeAwayAsync();
        try
        {
            var known = await Site.Page(seen.Address!);
            Assert.Equal(HttpStatusCode.OK, known.Status);
            Assert.Equal(before.Text, known.Text);

            var unknown = await Site.Page(unseen.Address!);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, unknown.Status);
            Assert.Equal("30", unknown.Header("Retry-After"));
            Assert.Equal("no-store", unknown.Header("Cache-Control"));
            Assert.StartsWith("default-src 'none'", unknown.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.NotNull(unknown.Words("h1"));
            Assert.DoesNotContain("Exception", unknown.Text, StringComparison.Ordinal);

            Assert.Equal(HttpStatusCode.OK, (await Site.Page("/health")).Status);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Site.Page("/health/ready")).Status);
        }
        finally
        {
            await ((ITakenAway)Site).GiveBackAsync();
        }

        Assert.Equal(HttpStatusCode.OK, (await Site.Page(unseen.Address!)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Site.Page("/health/ready")).Status);
    }
}

public sealed class DatabaseAwayTestsOnSqlite(SqliteTakenAway site) : DatabaseAwayTests(site), IClassFixture<SqliteTakenAway>
{
    [Fact]
    public async Task A_locked_database_is_a_database_that_is_away()
    {
        var article = await Site.Given("Behind a lock");
        SqliteConnection.ClearAllPools();
        await using var hog = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Site.Folder, "newssite.db"), Pooling = false }.ToString());
        await hog.OpenAsync(Stop);
        await using var command = hog.CreateCommand();
        command.CommandText = "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE;";
        await command.ExecuteNonQueryAsync(Stop);

        var answer = await Site.Page(article.Address!);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal("30", answer.Header("Retry-After"));
    }
}

public sealed class DatabaseAwayTestsOnPostgres(PostgresTakenAway site) : DatabaseAwayTests(site), IClassFixture<PostgresTakenAway>;
