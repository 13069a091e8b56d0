using Microsoft.EntityFrameworkCore;

namespace NewsSite.Database;

/// <summary>
/// The one way to change the database: a change runs in one transaction that takes the write lock at once, and is durable when the call returns.
/// On SQLite one change runs at a time in this process; another process (an import while the site serves) waits for the file's own lock.
/// </summary>
public sealed class Writer(Func<NewsDb> open, bool oneAtATime) : IDisposable
{
    private readonly SemaphoreSlim gate = new(oneAtATime ? 1 : int.MaxValue);

    /// <summary>Runs the change and commits it; anything thrown rolls all of it back.</summary>
    public async Task<T> WriteAsync<T>(Func<NewsDb, Task<T>> change, CancellationToken stop = default)
    {
        await gate.WaitAsync(stop);
        try
        {
            await using var db = open();

            // Immediate on SQLite: a deferred transaction that reads first and writes later fails with BUSY_SNAPSHOT and no wait helps it.
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            var result = await change(db);
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            return result;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<NewsDb, Task> change, CancellationToken stop = default) =>
        WriteAsync(async db =>
        {
            await change(db);
            return true;
        }, stop);

    /// <summary>
    /// Moves all that SQLite's log holds into the file and empties it: until then words that were deleted or overwritten are on the disk.
    /// Does not wait for readers: one that is in the way leaves it for the next time. PostgreSQL tends its own log.
    /// </summary>
    public async Task EmptyLogAsync(CancellationToken stop = default)
    {
        await gate.WaitAsync(stop);
        try
        {
            await using var db = open();
            if (db.IsSqlite) await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", stop);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>A context for work that brings its own transactions: migrations.</summary>
    internal NewsDb Open() => open();

    public void Dispose() => gate.Dispose();
}
