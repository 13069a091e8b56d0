using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Database;

namespace NewsSite.Site.Database;

/// <summary>A kind of job that does what its test says.</summary>
internal sealed class Play(string name, Func<Job, CancellationToken, Task<Func<NewsDb, Task>>> work) : IJobKind
{
    public string Name => name;

    /// <summary>The plain one: nothing outside the database, and in it a row that nothing stops from being there twice.</summary>
    public static Play Counted(string name) => new(name, (job, _) => Task.FromResult(EffectOf(job)));

    public Task<Func<NewsDb, Task>> DoAsync(Job job, CancellationToken stop) => work(job, stop);

    public static Func<NewsDb, Task> EffectOf(Job job) => db => db.Database.ExecuteSqlAsync($"""INSERT INTO "Effects" ("JobId") VALUES ({job.Id})""");
}

/// <summary>Work that stands still until its test lets it go on.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Begun => begun.Task;

    public void Open() => open.SetResult();

    public async Task PassAsync(CancellationToken stop = default)
    {
        begun.TrySetResult();
        await open.Task.WaitAsync(stop);
    }
}

/// <summary>Jobs on a test's database, and what became of them.</summary>
internal static class JobsOfSite
{
    /// <summary>A runner as another node would be: with a writer, a clock and kinds of its own.</summary>
    public static JobRunner Runner(this NewsSiteHost site, TimeProvider clock, JobSettings settings, params IJobKind[] kinds) => site.Runner(clock, settings, () => false, kinds);

    /// <param name="site">Whose database it is.</param>
    /// <param name="clock">The runner's.</param>
    /// <param name="settings">The runner's.</param>
    /// <param name="isAway">While this says so, the runner cannot write.</param>
    /// <param name="kinds">What it knows.</param>
    public static JobRunner Runner(this NewsSiteHost site, TimeProvider clock, JobSettings settings, Func<bool> isAway, params IJobKind[] kinds)
    {
        var (database, rooms) = (site.Services.GetRequiredService<DatabaseSettings>(), site.Services.GetRequiredService<Rooms>());
        var writing = Providers.Options(database, mayWrite: true);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddNewsDb(database, rooms);
        services.AddSingleton(new Writer(() => isAway() ? throw new TimeoutException() : new(writing, rooms, mayWrite: true), oneAtATime: database.Provider == Provider.Sqlite));
        services.AddJobs(settings);
        foreach (var kind in kinds) services.AddSingleton(kind);
        return services.BuildServiceProvider().GetRequiredService<JobRunner>();
    }

    /// <summary>A table for effects without any key, and no job.</summary>
    public static Task<int> ClearJobs(this NewsSiteHost site) => site.WriteAsync(async db =>
    {
        await db.Database.ExecuteSqlAsync($"""CREATE TABLE IF NOT EXISTS "Effects" ("JobId" BIGINT NOT NULL)""");
        await db.Database.ExecuteSqlAsync($"""DELETE FROM "Effects" """);
        return await db.Jobs.ExecuteDeleteAsync();
    });

    /// <summary>The jobs whose effect is there, one entry for each time that it is.</summary>
    public static Task<List<long>> Effects(this NewsSiteHost site) =>
        site.ReadAsync(db => db.Database.SqlQuery<long>($"""SELECT "JobId" AS "Value" FROM "Effects" ORDER BY "JobId" """).ToListAsync());

    public static Task<List<Job>> Jobs(this NewsSiteHost site) => site.ReadAsync(db => db.Jobs.OrderBy(j => j.Id).ToListAsync());
}
