using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Worker;

/// <summary>What happened outside the database: a line a job begun, kept by the operating system when the process is killed.</summary>
internal sealed class Tally(string file) : IDisposable
{
    private readonly FileStream lines = new(file, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);

    public void Add(Job job)
    {
        var line = System.Text.Encoding.ASCII.GetBytes(FormattableString.Invariant($"{job.Id}\n"));
        lock (lines) lines.Write(line);
    }

    public void Dispose() => lines.Dispose();
}

/// <summary>A job whose effect is a row that nothing stops from being there twice.</summary>
internal sealed class Counted(Tally tally) : IJobKind
{
    public string Name => "counted";

    public Task<Func<NewsDb, Task>> DoAsync(Job job, CancellationToken stop)
    {
        tally.Add(job);
        return Task.FromResult<Func<NewsDb, Task>>(db => db.Database.ExecuteSqlAsync($"""INSERT INTO "Effects" ("JobId") VALUES ({job.Id})""", CancellationToken.None));
    }
}

/// <summary>A job that stops for ever in the middle of its last transaction, its effect written and not committed.</summary>
internal sealed class Halfway(Tally tally) : IJobKind
{
    public string Name => "halfway";

    public Task<Func<NewsDb, Task>> DoAsync(Job job, CancellationToken stop) => Task.FromResult<Func<NewsDb, Task>>(async db =>
    {
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "Effects" ("JobId") VALUES ({job.Id})""", CancellationToken.None);
        tally.Add(job);
        await new TaskCompletionSource().Task;
    });
}
