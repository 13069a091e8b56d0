using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsSite.Database;
using NewsSite.Site.Database;

namespace NewsSite.Site.Commands;

/// <summary>Jobs in processes that are killed with no chance to tidy up: every effect is there once, no job is lost, nothing stays locked.</summary>
[Collection("Killed workers")]
public abstract class JobKillTests(NewsSiteHost site) : SiteTests(site)
{
    private const int Processes = 3;

    /// <summary>So many stand ready, for on a busy machine a process takes longer to start than one lives.</summary>
    private const int Spares = 6;
    private const int Jobs = 10_000;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(2);

    /// <summary>Many times what it takes, on a machine that does other work as well.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private readonly List<string> tallies = [];

    [Fact]
    public async Task Ten_thousand_jobs_in_three_processes_of_which_one_is_killed_every_two_seconds_have_each_its_effect_once()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("NEWSSITE_FAST") == "1", "A fast run leaves out what takes a minute.");
        await GivenAsync("counted", Jobs);
        var seed = Environment.TickCount;
        var clock = Stopwatch.StartNew();

        var gaps = await WorkAndKillAsync(new Random(seed), clock);

        var begun = tallies.Where(File.Exists).Sum(f => File.ReadLines(f).LongCount());
        TestContext.Current.SendDiagnosticMessage($"{Site.Services.GetRequiredService<DatabaseSettings>().Provider}: {Jobs} jobs begun {begun} times in {tallies.Count} processes, {gaps.Count} killed, {string.Join(' ', gaps.Select(g => g.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)))} s apart, {clock.Elapsed.TotalSeconds:0} s; seed {seed}");
        var jobs = await Site.Jobs();
        Assert.Equal(Jobs, jobs.Count);
        Assert.All(jobs, j => Assert.Equal(JobState.Done, j.State));
        Assert.Equal(jobs.Select(j => j.Id), await Site.Effects());
        Assert.True(gaps.Count > 0, "Nothing was killed: all had been done before.");
    }

    [Fact]
    public async Task A_process_killed_in_the_middle_of_a_transaction_leaves_nothing_locked()
    {
        await GivenAsync("halfway", 1);
        using var worker = Start();
        await worker.BeginAsync();
        while (!File.Exists(tallies[0]) || new FileInfo(tallies[0]).Length == 0) Assert.False(worker.HasEnded);
        var later = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddHours(1));
        var other = Site.Runner(later, new(), Play.Counted("halfway"));

        // By the other's clock the lease has run out; on PostgreSQL the row is passed over, for it is locked.
        if (!await Site.ReadAsync(db => Task.FromResult(db.IsSqlite))) Assert.Equal(0, await other.RunDueAsync(Stop));
        Assert.Empty(await Site.Effects());
        Assert.True(await worker.KillAsync());

        // PostgreSQL rolls back when it sees that the connection has gone, which is soon and not at once.
        while (await other.RunDueAsync(Stop) == 0) later.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((await Site.Jobs()).Select(j => j.Id), await Site.Effects());
    }

    /// <summary>
    /// Works in three processes until nothing waits, and from their start on kills one every two seconds; one of those that stand ready takes its place.
    /// Where the machine is so busy that none stands ready, or that nothing was done since, the kill comes two seconds later: processes that are killed as they start get nowhere.
    /// </summary>
    /// <returns>How long after the one before each kill came.</returns>
    private async Task<List<TimeSpan>> WorkAndKillAsync(Random chance, Stopwatch clock)
    {
        var workers = Enumerable.Range(0, Processes).Select(_ => Start()).ToArray();
        var spares = new Queue<WorkerProcess>(Enumerable.Range(0, Spares).Select(_ => Start()));
        List<TimeSpan> gaps = [];
        try
        {
            foreach (var worker in workers.Concat(spares)) await worker.ReadyAsync();
            foreach (var worker in workers) await worker.BeginAsync();
            using var pace = new PeriodicTimer(BetweenKills);
            var (killed, before) = (clock.Elapsed, Jobs);
            while (await pace.WaitForNextTickAsync(Stop) && await LeftAsync() is > 0 and var left)
            {
                Assert.True(clock.Elapsed < Patience, $"After {Patience} {left} of {Jobs} jobs were waiting.");
                Assert.DoesNotContain(workers, w => w.HasEnded);
                if (!spares.Peek().IsReady || left == before) continue;
                var victim = chance.Next(Processes);
                Assert.True(await workers[victim].KillAsync());
                gaps.Add(clock.Elapsed - killed);
                (killed, before) = (clock.Elapsed, left);
                workers[victim].Dispose();
                workers[victim] = spares.Dequeue();
                await workers[victim].BeginAsync();
                spares.Enqueue(Start());
            }

            foreach (var worker in workers) Assert.Equal(0, await worker.StopAsync());
        }
        finally
        {
            foreach (var worker in workers.Concat(spares)) worker.Dispose();
        }

        return gaps;
    }

    private Task<int> LeftAsync() => Site.ReadAsync(db => db.Jobs.CountAsync(j => j.State == JobState.Waiting, Stop));

    private WorkerProcess Start()
    {
        tallies.Add(Path.Combine(Site.Folder, $"tally-{Guid.NewGuid():N}"));
        return new(Site.Services.GetRequiredService<DatabaseSettings>(), Lease, tallies[^1]);
    }

    private async Task GivenAsync(string kind, int count)
    {
        await Site.ClearJobs();
        await Site.WriteAsync(db =>
        {
            for (var n = 0; n < count; n++) db.Enqueue(kind, "{}", TimeProvider.System.GetUtcNow());
            return Task.FromResult(true);
        });
    }
}

public sealed class JobKillTestsOnSqlite(SqliteSite site) : JobKillTests(site), IClassFixture<SqliteSite>;

public sealed class JobKillTestsOnPostgres(PostgresSite site) : JobKillTests(site), IClassFixture<PostgresSite>;
