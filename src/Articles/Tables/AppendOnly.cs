using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsSite.Database;

namespace NewsSite.Articles;

/// <summary>Lifts the database's guard over corrections and revisions for the length of one transaction. For taking out demo content, which never was anybody's record.</summary>
public static class AppendOnly
{
    private static readonly string[] Guards = ["Corrections_never_deleted", "Revisions_never_deleted"];

    /// <param name="db">In a transaction of the <see cref="Writer"/>: if it fails, the guard was never lifted.</param>
    /// <param name="work">What is done meanwhile.</param>
    /// <param name="stop">Cancellation.</param>
    public static async Task SuspendedAsync(NewsDb db, Func<Task> work, CancellationToken stop)
    {
        if (!db.IsSqlite)
        {
            await db.Database.ExecuteSqlAsync($"""ALTER TABLE "Corrections" DISABLE TRIGGER USER""", stop);
            await db.Database.ExecuteSqlAsync($"""ALTER TABLE "Revisions" DISABLE TRIGGER USER""", stop);
            await work();
            await db.Database.ExecuteSqlAsync($"""ALTER TABLE "Corrections" ENABLE TRIGGER USER""", stop);
            await db.Database.ExecuteSqlAsync($"""ALTER TABLE "Revisions" ENABLE TRIGGER USER""", stop);
            return;
        }

        var definitions = await db.Database.SqlQuery<string>($"SELECT sql AS Value FROM sqlite_master WHERE type = 'trigger' AND name IN ({Guards[0]}, {Guards[1]})").ToListAsync(stop);
        await db.Database.ExecuteSqlAsync($"DROP TRIGGER Corrections_never_deleted", stop);
        await db.Database.ExecuteSqlAsync($"DROP TRIGGER Revisions_never_deleted", stop);
        await work();
        foreach (var definition in definitions)
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The migration's own words, read back a moment ago.
            command.CommandText = definition;
#pragma warning restore CA2100
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            await command.ExecuteNonQueryAsync(stop);
        }
    }
}
