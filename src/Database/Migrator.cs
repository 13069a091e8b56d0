using Microsoft.EntityFrameworkCore;

namespace NewsSite.Database;

/// <summary>Brings the database to this version. Safe to run twice, at the same time, and after a kill.</summary>
public sealed class Migrator(Writer writer, DatabaseSettings settings)
{
    /// <summary>SQLite before 3.51.3 can lose commits when two connections meet at a checkpoint.</summary>
    private static readonly Version OldestSqlite = new(3, 51, 3);

    /// <returns>The names of the migrations that were applied.</returns>
    /// <exception cref="InvalidOperationException">The SQLite library is too old to be trusted.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken stop = default)
    {
        await using var turn = await TakeTurnAsync(stop);
        await using var db = writer.Open();
        if (settings.File is not null) await PrepareSqliteAsync(db, stop);

        var pending = (await db.Database.GetPendingMigrationsAsync(stop)).ToList();

        // With nothing to do EF Core would still take its lock, and wait for ever on one left by a killed program.
        if (pending.Count > 0) await db.Database.MigrateAsync(stop);
        if (settings.File is not null) await TellPlannerAsync(db, stop);
        return pending;
    }

    /// <summary>The operating system lets go of this lock when its holder dies, so holding it proves that a lock row in the database is stale.</summary>
    private async Task<FileStream?> TakeTurnAsync(CancellationToken stop)
    {
        if (settings.File is null) return null;
        Directory.CreateDirectory(Path.GetDirectoryName(settings.File)!);
        while (true)
        {
            try
            {
                return new FileStream(settings.File + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
            }
        }
    }

    private static async Task PrepareSqliteAsync(NewsDb db, CancellationToken stop)
    {
        var version = await db.Database.SqlQuery<string>($"SELECT sqlite_version() AS Value").SingleAsync(stop);
        if (Version.Parse(version) < OldestSqlite)
            throw new InvalidOperationException($"SQLite {version} can lose commits; {OldestSqlite} or newer is needed.");

        var locked = await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(stop);
        if (locked > 0) await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", stop);
    }

    /// <summary>Without figures about its tables SQLite may walk the whole archive to find a few rows. It counts only what has grown, a sample of it (sqlite.org, PRAGMA optimize).</summary>
    private static async Task TellPlannerAsync(NewsDb db, CancellationToken stop)
    {
        await db.Database.ExecuteSqlAsync($"PRAGMA analysis_limit=400", stop);
        await db.Database.ExecuteSqlAsync($"PRAGMA optimize=0x10002", stop);
    }
}
