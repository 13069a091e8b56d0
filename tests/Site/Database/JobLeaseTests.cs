using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using NewsSite.Database;

namespace NewsSite.Site.Database;

/// <summary>Several runners share a database: whose a job is, for how long, and what becomes of it when a runner dies, sleeps or is stopped.</summary>
public abstract class JobLeaseTests(NewsSiteHost site) : SiteTests(site), IAsyncLifetime
{
    private readonly Gate gate = new();

    public async ValueTask InitializeAsync() => await Site.ClearJobs();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_sleeping_runner_had_begun_is_taken_by_another_and_its_own_end_has_no_effect(bool fails)
    {
        await Given("slow");
        var asleep = Site.Runner(new FakeTimeProvider(Site.Now), new(), new Play("slow", async (job, stop) =>
        {
            await gate.PassAsync(stop);
            return fails ? throw new InvalidDataException() : Play.EffectOf(job);
        })).RunDueAsync(Stop);
        await gate.Begun;
        Assert.Equal(0, await Other("slow"));

        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(1, await Other("slow"));
        gate.Open();

        Assert.Equal(1, await asleep);
        Assert.Single(await Site.Effects());
        Assert.Equal((JobState.Done, 2, (string?)null), Assert.Single((await Site.Jobs()).Select(j => (j.State, j.Attempts, j.LastFault))));
    }

    [Fact]
    public async Task Slow_work_stays_its_runners_for_as_long_as_it_lives()
    {
        await Given("slow");
        var slow = Site.Runner(Site.Clock, new(), Slow()).RunDueAsync(Stop);
        await gate.Begun;

        for (var half = 0; half < 6; half++)
        {
            var until = (await Site.Jobs()).Single().LeasedUntil;
            Site.Clock.Advance(TimeSpan.FromSeconds(30));
            while ((await Site.Jobs()).Single().LeasedUntil == until) Stop.ThrowIfCancellationRequested();
            Assert.Equal(0, await Other("slow"));
        }

        gate.Open();
        Assert.Equal(1, await slow);
        Assert.Single(await Site.Effects());
    }

    [Fact]
    public async Task One_that_takes_long_holds_up_no_other()
    {
        await Given(["slow", .. Enumerable.Repeat("quick", 50)]);
        var runner = Site.Runner(Site.Clock, new() { Parallel = 2, BatchSize = 5 }, Slow(), Play.Counted("quick")).RunDueAsync(Stop);

        while ((await Site.Effects()).Count < 50) Stop.ThrowIfCancellationRequested();
        Assert.False(runner.IsCompleted);
        gate.Open();

        Assert.Equal(51, await runner);
        Assert.Equal(51, (await Site.Effects()).Distinct().Count());
    }

    [Fact]
    public async Task A_runner_that_is_stopped_finishes_what_it_has_begun_and_gives_back_the_rest()
    {
        await Given(["slow", .. Enumerable.Repeat("quick", 4)]);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var stopped = Site.Runner(Site.Clock, new() { Parallel = 1 }, Slow(), Play.Counted("quick")).RunAsync(stop.Token);
        await gate.Begun;
        Assert.Equal(0, await Other("quick"));

        await stop.CancelAsync();
        gate.Open();
        await stopped;

        var jobs = await Site.Jobs();
        Assert.Equal([JobState.Done, JobState.Waiting, JobState.Waiting, JobState.Waiting, JobState.Waiting], jobs.Select(j => j.State));
        Assert.All(jobs.Skip(1), j => Assert.Equal((0, null, null), (j.Attempts, j.LeasedBy, j.LeasedUntil)));
        Assert.Equal(4, await Other("quick"));
        Assert.Equal(jobs.Select(j => j.Id), await Site.Effects());
    }

    [Fact]
    public async Task Work_that_does_not_end_within_twenty_seconds_of_the_stop_is_broken_off_and_given_back()
    {
        await Given("slow");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var stopped = Site.Runner(Site.Clock, new(), Slow()).RunAsync(stop.Token);
        await gate.Begun;

        await stop.CancelAsync();
        Site.Clock.Advance(TimeSpan.FromSeconds(19));
        Assert.False(stopped.IsCompleted);
        Site.Clock.Advance(TimeSpan.FromSeconds(1));
        await stopped;

        Assert.Empty(await Site.Effects());
        Assert.Equal(1, await Other("slow"));
        Assert.Single(await Site.Effects());
    }

    [Fact]
    public async Task Work_that_is_done_while_the_database_is_away_is_not_done_again()
    {
        await Given("letter");
        var (done, refused, isAway) = (0, 0, false);
        var letter = new Play("letter", (job, _) =>
        {
            (done, isAway) = (done + 1, true);
            return Task.FromResult(Play.EffectOf(job));
        });
        var runner = Site.Runner(TimeProvider.System, new(), () => isAway && ++refused > 0, letter).RunDueAsync(Stop);

        while (refused < 3) Assert.Empty(await Site.Effects());
        isAway = false;

        Assert.Equal((1, 1), (await runner, done));
        Assert.Single(await Site.Effects());
    }

    [Fact]
    public async Task A_runner_that_goes_on_sees_what_comes_due_later()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var runner = Site.Runner(TimeProvider.System, new(), Slow()).RunAsync(stop.Token);

        await Given("slow");
        await gate.Begun;
        gate.Open();
        while ((await Site.Effects()).Count == 0) Stop.ThrowIfCancellationRequested();
        await stop.CancelAsync();
        await runner;

        Assert.Equal(JobState.Done, (await Site.Jobs()).Single().State);
    }

    [Fact]
    public async Task What_kills_its_runner_every_time_is_dead_after_twelve()
    {
        await Given("deadly", "quick");
        var id = (await Site.Jobs())[0].Id;
        await Site.WriteAsync(db => db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.Attempts, Backoff.MostAttempts).SetProperty(j => j.LeasedBy, "one who died").SetProperty(j => j.LeasedUntil, Site.Now), Stop));

        Assert.Equal(1, await Site.Runner(Site.Clock, new(), Play.Counted("deadly"), Play.Counted("quick")).RunDueAsync(Stop));

        Assert.Equal([(JobState.Dead, "RunnerDied"), (JobState.Done, null)], (await Site.Jobs()).Select(j => (j.State, j.LastFault)));
    }

    [Fact]
    public async Task Many_runners_at_once_do_each_job_once()
    {
        await Given([.. Enumerable.Repeat("quick", 200)]);

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Other("quick"))));

        Assert.Equal(200, taken.Sum());
        Assert.Equal((await Site.Jobs()).Select(j => j.Id), await Site.Effects());
    }

    protected Task<int> Other(string kind) => Site.Runner(Site.Clock, new(), Play.Counted(kind)).RunDueAsync(Stop);

    /// <summary>Enqueues what is due by any clock.</summary>
    protected Task<bool> Given(params string[] kinds) => Site.WriteAsync(async db =>
    {
        foreach (var kind in kinds)
        {
            db.Enqueue(kind, "{}", Site.Now, dueAt: DateTimeOffset.UnixEpoch);
            await db.SaveChangesAsync(Stop);
        }

        return true;
    });

    private Play Slow() => new("slow", async (job, stop) =>
    {
        await gate.PassAsync(stop);
        return Play.EffectOf(job);
    });
}

public sealed class JobLeaseTestsOnSqlite(SqliteSite site) : JobLeaseTests(site), IClassFixture<SqliteSite>
{
    [Fact]
    public async Task A_runner_with_nothing_to_do_never_waits_for_the_one_who_writes()
    {
        var (writing, written) = (new TaskCompletionSource(), new TaskCompletionSource());
        var writer = Site.WriteAsync(async _ =>
        {
            writing.SetResult();
            await written.Task;
            return true;
        });
        await writing.Task;

        Assert.Equal(0, await Other("quick"));
        Assert.False(writer.IsCompleted);
        written.SetResult();
        await writer;
    }
}

public sealed class JobLeaseTestsOnPostgres(PostgresSite site) : JobLeaseTests(site), IClassFixture<PostgresSite>;
