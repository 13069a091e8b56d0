using Microsoft.EntityFrameworkCore;

namespace NewsSite.Database;

/// <summary>The jobs and the words to ask for them.</summary>
public static class JobSets
{
    extension(NewsDb db)
    {
        public DbSet<Job> Jobs => db.Set<Job>();

        /// <summary>Asks for work in the transaction of the change that needs it: inside <see cref="Writer.WriteAsync{T}"/>, and neither is there without the other.</summary>
        /// <param name="kind">The <see cref="IJobKind.Name"/> of the work.</param>
        /// <param name="payload">JSON for the work to read.</param>
        /// <param name="now">UTC.</param>
        /// <param name="key">Two jobs of one key are one: while one is there, waiting or ended, this enqueues nothing. Null: each is its own.</param>
        /// <param name="dueAt">Not before; null means now. What is due earlier goes first.</param>
        public void Enqueue(string kind, string payload, DateTimeOffset now, string? key = null, DateTimeOffset? dueAt = null)
        {
            var due = dueAt ?? now;
            if (key is null)
            {
                db.Add(new Job(kind, payload, now, due));
                return;
            }

            // Left to the index: a look before would miss the one another node is enqueuing just now, and its refusal would cost the whole change.
            db.Database.ExecuteSql($"""
                INSERT INTO "Jobs" ("Kind", "Payload", "Key", "State", "CreatedAt", "DueAt", "Attempts")
                VALUES ({kind}, {payload}, {key}, 'Waiting', {now.UtcTicks}, {due.UtcTicks}, 0) ON CONFLICT ("Key") DO NOTHING
                """);
        }
    }

    extension(IQueryable<Job> jobs)
    {
        /// <summary>What somebody may take up at this moment: its time has come, and it is nobody's or its runner has died.</summary>
        public IQueryable<Job> Due(DateTimeOffset now) =>
            jobs.Where(j => j.State == JobState.Waiting && j.DueAt <= now && (j.LeasedUntil == null || j.LeasedUntil <= now));

        /// <summary>What staff look at.</summary>
        public IQueryable<Job> Dead() => jobs.Where(j => j.State == JobState.Dead);
    }
}
