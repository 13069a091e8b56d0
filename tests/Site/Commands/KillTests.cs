using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace NewsSite.Site.Commands;

/// <summary>A program that was killed at the worst moment, and started again, goes on as if nothing had been: no hang, no half schema. Every command that writes for long has its test here.</summary>
/// <remarks>EF Core leaves a row in `__EFMigrationsLock` when it is killed, and waits for ever on it at the next start.</remarks>
public sealed class KillTests(PostgresServer server)
{
    /// <summary>A fast run shows that it can be done; the whole run shows that it does not matter when.</summary>
    private static readonly int Points = Environment.GetEnvironmentVariable("NEWSSITE_FAST") == "1" ? 1 : 4;
    private static readonly Lazy<Task<(string Schema, TimeSpan Took)>> Undisturbed = new(MigrateUndisturbedAsync);

    /// <summary>Much more than any migration takes, on a machine that does other work as well: a hang has no end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_migration_killed_anywhere_is_finished_by_the_next_one()
    {
        var (whole, took) = await Undisturbed.Value;
        var killed = 0;
        foreach (var (after, grown) in Moments(took))
        {
            using var program = new BuiltProgram();
            if (await program.KillAsync(after, () => IsAtLeast(program.DatabaseFile, grown), "migrate")) killed++;
            Assert.Equal(whole, await MigratedAsync(program, () => SchemaOfAsync(program)));
        }

        Assert.True(killed > Points / 2, $"Only {killed} runs were killed: the rest had ended, so this test has shown too little.");
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_program_holds_up_nobody()
    {
        var (whole, _) = await Undisturbed.Value;
        using var program = new BuiltProgram();
        await using (var connection = new SqliteConnection($"Data Source={program.DatabaseFile};Pooling=false"))
        {
            await connection.OpenAsync(Stop);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-23 12:00:00');
                """;
            await command.ExecuteNonQueryAsync(Stop);
        }

        Assert.Equal(whole, await MigratedAsync(program, () => SchemaOfAsync(program)));
    }

    [Fact]
    public async Task Two_migrations_at_once_do_the_work_once()
    {
        var (whole, _) = await Undisturbed.Value;
        using var program = new BuiltProgram();

        var said = await Task.WhenAll(program.RunAsync("migrate"), program.RunAsync("migrate"), program.RunAsync("migrate"));

        Assert.All(said, s => Assert.Equal((0, ""), (s.Code, s.Error)));
        Assert.Single(said, s => s.Out.Contains("applied", StringComparison.Ordinal));
        Assert.Equal(whole, await SchemaOfAsync(program));
    }

    [Fact]
    public async Task On_PostgreSQL_it_is_the_same()
    {
        var missing = await server.WhyNotAsync();
        Assert.SkipWhen(missing is not null, missing ?? "");
        var database = await server.NewDatabaseAsync();
        using var undisturbed = OnPostgres(database);
        var clock = Stopwatch.StartNew();
        var whole = await MigratedAsync(undisturbed, () => SchemaOfAsync(database));
        foreach (var (after, _) in Moments(clock.Elapsed).Where(m => m.Grown == long.MaxValue).TakeLast(2))
        {
            var fresh = await server.NewDatabaseAsync();
            using var program = OnPostgres(fresh);
            await program.KillAsync(after, () => false, "migrate");
            Assert.Equal(whole, await MigratedAsync(program, () => SchemaOfAsync(fresh)));
        }
    }

    /// <summary>Moments spread over the run, and the moments when the first bytes are on disk.</summary>
    private static IEnumerable<(TimeSpan After, long Grown)> Moments(TimeSpan took) =>
        [.. new long[] { 0, 100_000 }.Select(grown => (took * 2, grown)), .. Enumerable.Range(1, Points).Select(n => (took * n / (Points + 1), long.MaxValue))];

    private static bool IsAtLeast(string file, long bytes) => bytes != long.MaxValue
        && new[] { file, file + "-wal" }.Select(f => new FileInfo(f)).Where(f => f.Exists).Select(f => f.Length).DefaultIfEmpty(-1).Sum() >= bytes;

    private static BuiltProgram OnPostgres(string connection) => new(("Database:Provider", "Postgres"), ("ConnectionStrings:NewsSite", connection));

    private static async Task<(string Schema, TimeSpan Took)> MigrateUndisturbedAsync()
    {
        using var program = new BuiltProgram();
        var clock = Stopwatch.StartNew();
        return (await MigratedAsync(program, () => SchemaOfAsync(program)), clock.Elapsed);
    }

    private static async Task<string> MigratedAsync(BuiltProgram program, Func<Task<string>> schema)
    {
        var clock = Stopwatch.StartNew();
        var said = await program.RunAsync("migrate");
        Assert.Equal((0, ""), (said.Code, said.Error));
        Assert.True(clock.Elapsed < Patience, $"It took {clock.Elapsed}.");
        return await schema();
    }

    private static async Task<string> SchemaOfAsync(BuiltProgram program)
    {
        await using var connection = new SqliteConnection($"Data Source={program.DatabaseFile};Pooling=false");
        return await AskAsync(connection, """
            SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_master WHERE name NOT LIKE '\_\_EFMigrationsLock%' ESCAPE '\' AND name <> 'sqlite_sequence' ORDER BY name)
            UNION ALL SELECT group_concat(MigrationId) FROM (SELECT MigrationId FROM __EFMigrationsHistory ORDER BY 1) UNION ALL SELECT integrity_check FROM pragma_integrity_check
            """);
    }

    private static async Task<string> SchemaOfAsync(string postgres)
    {
        await using var connection = new NpgsqlConnection(postgres);
        return await AskAsync(connection, """
            SELECT string_agg(table_name || '.' || column_name || ' ' || data_type, chr(10) ORDER BY table_name, column_name) FROM information_schema.columns WHERE table_schema = 'public'
            UNION ALL SELECT string_agg(indexdef, chr(10) ORDER BY indexdef) FROM pg_indexes WHERE schemaname = 'public'
            UNION ALL SELECT string_agg(tgname, chr(10) ORDER BY tgname) FROM pg_trigger WHERE NOT tgisinternal
            UNION ALL SELECT string_agg("MigrationId", ' ' ORDER BY 1) FROM "__EFMigrationsHistory"
            """);
    }

    private static async Task<string> AskAsync(System.Data.Common.DbConnection connection, string question)
    {
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = question;
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync(Stop);
        var said = new List<string>();
        while (await rows.ReadAsync(Stop)) said.Add(rows.GetValue(0).ToString()!);
        return string.Join('\n', said);
    }
}
