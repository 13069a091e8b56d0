using Microsoft.EntityFrameworkCore;

namespace NewsSite.Database;

/// <summary>What staff do with jobs that are dead, and what is cleared away by itself. Each takes a context of the <see cref="Writer"/>, so that an audit entry goes into the same transaction.</summary>
public static class JobDesk
{
    /// <summary>How long what was done is remembered, and its key with it.</summary>
    private static readonly TimeSpan DoneIsKept = TimeSpan.FromDays(30);

    /// <summary>Lets a dead job be tried again from the start.</summary>
    /// <returns>False when no such job is dead.</returns>
    public static async Task<bool> RetryAsync(NewsDb db, long id, DateTimeOffset now, CancellationToken stop = default) =>
        await db.Jobs.Dead().Where(j => j.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(j => j.State, JobState.Waiting)
                .SetProperty(j => j.DueAt, now)
                .SetProperty(j => j.Attempts, 0)
                .SetProperty(j => j.EndedAt, (DateTimeOffset?)null),
            stop) == 1;

    /// <summary>Gives a dead job up for good; its payload goes with it.</summary>
    /// <returns>False when no such job is dead.</returns>
    public static async Task<bool> DropAsync(NewsDb db, long id, CancellationToken stop = default) =>
        await db.Jobs.Dead().Where(j => j.Id == id).ExecuteDeleteAsync(stop) == 1;

    /// <summary>Forgets what was done thirty days ago. What is dead stays until staff have looked at it.</summary>
    /// <returns>How many.</returns>
    public static Task<int> SweepAsync(NewsDb db, DateTimeOffset now, CancellationToken stop = default)
    {
        var before = now - DoneIsKept;
        return db.Jobs.Where(j => j.State == JobState.Done && j.EndedAt < before).ExecuteDeleteAsync(stop);
    }
}
