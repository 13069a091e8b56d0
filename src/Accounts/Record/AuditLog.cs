using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>The one way an entry comes into the audit log: in the transaction of what it records.</summary>
public static class AuditLog
{
    /// <summary>A number of ours for the lock: the chain has one writer at a time on every node.</summary>
    private const long ChainLock = 7_233_942_301;

    /// <param name="db">A context of the <see cref="Writer"/>.</param>
    /// <param name="who">Who did it and from where.</param>
    /// <param name="act">A word of <see cref="Acts"/>.</param>
    /// <param name="subject">A kind and a number, such as `account 12`.</param>
    /// <param name="now">UTC.</param>
    /// <param name="detail">Words that name nobody.</param>
    public static async Task RecordAsync(this NewsDb db, Visitor who, string act, string? subject, DateTimeOffset now, string? detail = null)
    {
        if (!db.IsSqlite) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ChainLock})");
        await db.SaveChangesAsync();
        var last = await db.AuditEntries.OrderByDescending(e => e.Id).Select(e => e.Hash).FirstOrDefaultAsync();
        db.Add(new AuditEntry(now, who.AccountId, act, subject, who.Network, detail, last ?? ""));
        await db.SaveChangesAsync();
    }

    /// <summary>The first entry whose words or whose place in the chain are not what was recorded; null when the whole log is intact.</summary>
    public static async Task<long?> FirstBrokenAsync(NewsDb db, CancellationToken stop)
    {
        var previous = "";
        await foreach (var entry in db.AuditEntries.OrderBy(e => e.Id).AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!entry.IsIntact || entry.PreviousHash != previous) return entry.Id;
            previous = entry.Hash;
        }

        return null;
    }
}
