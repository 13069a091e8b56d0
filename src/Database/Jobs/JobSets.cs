using Microsoft.EntityFrameworkCore;

namespace NewsSite.Database;

/// <summary>The jobs and the words to ask for them.</summary>
public static class JobSets
{
    extension(NewsDb db)
    {
        public DbSet<Job> Jobs => db.Set<Job>();

        public void Enqueue(string kind, string payload, DateTimeOffset now, string? key = null) => db.Add(new Job(kind, payload, now, now) { Key = key });
    }
}
