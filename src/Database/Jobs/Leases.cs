using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace NewsSite.Database;

/// <summary>
/// The jobs that are one runner's for now: how it takes, keeps and gives them back. Whatever it says about a job it says under the condition that the job
/// is still its own in this very attempt; a runner that was away too long (stopped, cut off, its clock wrong) changes nothing.
/// </summary>
internal sealed class Leases(Writer writer, TimeProvider clock, TimeSpan length)
{
    private readonly string runner = RandomNumberGenerator.GetHexString(32, lowercase: true);
    private readonly ConcurrentDictionary<Job, bool> held = [];

    /// <summary>Takes up what has been due longest. What killed its runner every time is dead afterwards; it is among what is returned.</summary>
    public async Task<List<Job>> TakeAsync(int most)
    {
        var now = clock.GetUtcNow();
        var atWork = held.Keys.Select(j => j.Id).ToHashSet();
        var taken = await writer.WriteAsync(async db =>
        {
            var due = await OldestDue(db, now, most).ToListAsync();

            // Work goes on here whose lease ran out because the database did not answer: it is renewed, not done beside itself.
            var late = due.Where(j => j.LeasedBy == runner && atWork.Contains(j.Id)).ToList();
            foreach (var job in late) job.LeasedUntil = now + length;
            foreach (var job in due.Except(late)) Take(job, now);
            return due.Except(late).ToList();
        });
        foreach (var job in taken.Where(j => j.State == JobState.Waiting)) held[job] = true;
        return taken;
    }

    /// <summary>Says that this runner lives.</summary>
    public async Task RenewAsync()
    {
        var ids = held.Keys.Select(j => j.Id).ToList();
        if (ids.Count == 0) return;
        var until = clock.GetUtcNow() + length;
        await writer.WriteAsync(db => db.Jobs.Where(j => ids.Contains(j.Id) && j.LeasedBy == runner && j.State == JobState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, until)));
    }

    /// <summary>The job's end and its effect, in one transaction.</summary>
    /// <returns>False, and nothing has happened, when the job is somebody else's by now.</returns>
    public Task<bool> EndAsync(Job job, Func<NewsDb, Task> effect) => writer.WriteAsync(async db =>
    {
        var now = clock.GetUtcNow();
        var ended = await Mine(db, job).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.State, JobState.Done)
            .SetProperty(j => j.Payload, "")
            .SetProperty(j => j.EndedAt, now)
            .SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null)
            .SetProperty(j => j.LeasedBy, (string?)null)
            .SetProperty(j => j.LastFault, (string?)null));
        if (ended == 0) return false;
        await effect(db);
        return true;
    });

    /// <param name="job">One that could not be done.</param>
    /// <param name="fault">Words that hold nothing of a person.</param>
    /// <param name="again">When to try again; null: never.</param>
    public Task FailAsync(Job job, string fault, DateTimeOffset? again)
    {
        var (state, ended, due) = again is { } at ? (JobState.Waiting, (DateTimeOffset?)null, at) : (JobState.Dead, clock.GetUtcNow(), job.DueAt);
        return writer.WriteAsync(db => Mine(db, job).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.State, state)
            .SetProperty(j => j.EndedAt, ended)
            .SetProperty(j => j.DueAt, due)
            .SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null)
            .SetProperty(j => j.LeasedBy, (string?)null)
            .SetProperty(j => j.LastFault, fault)));
    }

    /// <summary>Gives back at once what was taken and not done; it counts as not tried.</summary>
    public Task ReleaseAsync(IReadOnlyCollection<Job> jobs)
    {
        var ids = jobs.Select(j => j.Id).ToList();
        return writer.WriteAsync(db => db.Jobs.Where(j => ids.Contains(j.Id) && j.LeasedBy == runner && j.State == JobState.Waiting)
            .ExecuteUpdateAsync(set => set
                .SetProperty(j => j.Attempts, j => j.Attempts - 1)
                .SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(j => j.LeasedBy, (string?)null)));
    }

    /// <summary>From now on the lease runs out by itself.</summary>
    public void LetGo(Job job) => held.TryRemove(job, out _);

    private void Take(Job job, DateTimeOffset now)
    {
        if (job.Attempts >= Backoff.MostAttempts) (job.State, job.EndedAt, job.LeasedUntil, job.LeasedBy, job.LastFault) = (JobState.Dead, now, null, null, "RunnerDied");
        else (job.Attempts, job.LeasedUntil, job.LeasedBy) = (job.Attempts + 1, now + length, runner);
    }

    private IQueryable<Job> Mine(NewsDb db, Job job) =>
        db.Jobs.Where(j => j.Id == job.Id && j.LeasedBy == runner && j.Attempts == job.Attempts && j.State == JobState.Waiting);

    /// <summary>On PostgreSQL runners pass over what another is taking at this moment; on SQLite there is one writer at a time.</summary>
    private static IQueryable<Job> OldestDue(NewsDb db, DateTimeOffset now, int most) => db.IsSqlite
        ? db.Jobs.Due(now).OrderBy(j => j.DueAt).ThenBy(j => j.Id).Take(most)
        : db.Jobs.FromSql($"""
            SELECT * FROM "Jobs" WHERE "State" = 'Waiting' AND "DueAt" <= {now.UtcTicks} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {now.UtcTicks})
            ORDER BY "DueAt", "Id" LIMIT {most} FOR UPDATE SKIP LOCKED
            """);
}
