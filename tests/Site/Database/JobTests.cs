using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;

namespace NewsSite.Site.Database;

/// <summary>Jobs come with their change, are done once, and what goes wrong with one is its own affair.</summary>
public abstract class JobTests(NewsSiteHost site) : SiteTests(site), IAsyncLifetime
{
    private const string Secret = "reader@somewhere.example";

    public async ValueTask InitializeAsync() => await Site.ClearJobs();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(null)]
    [InlineData("a key")]
    public async Task A_job_is_enqueued_with_its_change_or_not_at_all(string? key)
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => Site.WriteAsync<bool>(db =>
        {
            db.Enqueue("letter", "{}", Site.Now, key);
            throw new InvalidDataException();
        }));
        Assert.Empty(await Site.Jobs());

        await Given("letter", key: key);
        Assert.Equal(("letter", "{}", key, JobState.Waiting, Site.Now), await One(j => (j.Kind, j.Payload, j.Key, j.State, j.DueAt)));
    }

    [Fact]
    public async Task Two_jobs_of_one_key_are_one_even_when_the_first_is_done()
    {
        await Site.WriteAsync(db =>
        {
            db.Enqueue("letter", "first", Site.Now, "welcome 7");
            db.Enqueue("letter", "second", Site.Now, "welcome 7");
            db.Enqueue("letter", "other", Site.Now, "welcome 8");
            return Task.FromResult(true);
        });
        Assert.Equal(["first", "other"], (await Site.Jobs()).Select(j => j.Payload));

        Assert.Equal(2, await Run(Play.Counted("letter")));
        await Given("letter", key: "welcome 7");
        Assert.Equal(0, await Run(Play.Counted("letter")));
    }

    [Fact]
    public async Task Ten_changes_at_once_that_enqueue_the_same_key_are_all_kept_with_one_job()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(n => Site.WriteAsync(db =>
        {
            db.Add(new Tag($"asks-{n}", new("en", "Asks")));
            db.Enqueue("letter", "{}", Site.Now, "asked at once");
            return Task.FromResult(true);
        })));

        Assert.Single(await Site.Jobs());
        Assert.Equal(10, await Site.ReadAsync(db => db.Tags.CountAsync(t => t.Slug.StartsWith("asks-"), Stop)));
    }

    [Fact]
    public async Task A_job_is_done_once_when_it_is_due_and_nothing_of_its_payload_stays()
    {
        await Given("letter", payload: $$"""{"to":"{{Secret}}"}""", dueAt: Site.Now.AddHours(1));
        Assert.Equal(0, await Run(Play.Counted("letter")));

        Site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await Run(Play.Counted("letter")));
        Assert.Equal(0, await Run(Play.Counted("letter")));

        Assert.Equal((JobState.Done, "", 1, (string?)null, Site.Now), await One(j => (j.State, j.Payload, j.Attempts, j.LeasedBy, j.EndedAt)));
        Assert.Single(await Site.Effects());
    }

    [Fact]
    public async Task What_fails_is_tried_again_later_and_is_dead_after_twelve_times()
    {
        await Given("letter", payload: "still here");
        var failing = new Play("letter", (_, _) => throw new InvalidDataException(Secret));

        for (var attempt = 1; attempt < Backoff.MostAttempts; attempt++)
        {
            Assert.Equal(1, await Run(failing));
            Assert.Equal((JobState.Waiting, attempt, "InvalidDataException"), await One(j => (j.State, j.Attempts, j.LastFault)));
            var wait = await One(j => j.DueAt) - Site.Now;
            Assert.InRange(wait, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(Math.Min(30 * Math.Pow(2, attempt), 6 * 60 * 60)));
            Site.Clock.Advance(wait - TimeSpan.FromTicks(1));
            Assert.Equal(0, await Run(failing));
            Site.Clock.Advance(TimeSpan.FromTicks(1));
        }

        Assert.Equal(1, await Run(failing));
        Assert.Equal((JobState.Dead, 12, "InvalidDataException", "still here", Site.Now), await One(j => (j.State, j.Attempts, j.LastFault, j.Payload, j.EndedAt)));
        Site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await Run(failing));
    }

    [Fact]
    public async Task What_is_refused_is_dead_at_once_and_says_why()
    {
        await Given("letter");

        Assert.Equal(1, await Run(new Play("letter", (_, _) => throw new JobRefusedException("The address takes no mail."))));

        Assert.Equal((JobState.Dead, 1, "JobRefusedException: The address takes no mail."), await One(j => (j.State, j.Attempts, j.LastFault)));
    }

    [Fact]
    public async Task A_kind_that_this_node_does_not_know_is_not_lost()
    {
        await Given("of-a-newer-node");

        Assert.Equal(1, await Run(Play.Counted("letter")));
        Assert.Equal((JobState.Waiting, "UnknownJobKindException"), await One(j => (j.State, j.LastFault)));

        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await Run(Play.Counted("of-a-newer-node")));
        Assert.Equal(JobState.Done, await One(j => j.State));
    }

    [Fact]
    public async Task A_poisoned_job_stops_no_other_and_half_an_effect_is_none()
    {
        var kinds = new Dictionary<string, Play>
        {
            ["throws"] = new("throws", (_, _) => throw new InvalidDataException()),
            ["gives-up"] = new("gives-up", (_, _) => throw new OperationCanceledException()),
            ["half"] = new("half", (job, _) => Task.FromResult<Func<NewsDb, Task>>(async db =>
            {
                await Play.EffectOf(job)(db);
                await db.SaveChangesAsync();
                throw new InvalidDataException();
            })),
            ["breaks-a-rule"] = new("breaks-a-rule", (job, _) => Task.FromResult<Func<NewsDb, Task>>(async db =>
            {
                await Play.EffectOf(job)(db);
                db.Add(new Tag(new string('x', 5_000), new("en", "Far too long")));
            })),
            ["good"] = Play.Counted("good"),
        };
        foreach (var kind in kinds.Keys.Concat(["good", "half", "good"])) await Given(kind);

        Assert.Equal(8, await Run([.. kinds.Values]));

        var jobs = await Site.Jobs();
        Assert.Equal(jobs.Where(j => j.Kind == "good").Select(j => j.Id), await Site.Effects());
        Assert.All(jobs, j => Assert.Equal(j.Kind == "good" ? JobState.Done : JobState.Waiting, j.State));
        Assert.All(jobs, j => Assert.Null(j.LeasedBy));
    }

    [Fact]
    public async Task Staff_let_a_dead_job_be_tried_again_or_give_it_up()
    {
        foreach (var name in new[] { "mended", "given up" }) await Given("letter", payload: name);
        await Run(new Play("letter", (_, _) => throw new JobRefusedException("No.")));
        var dead = await Site.Jobs();

        Assert.True(await Site.WriteAsync(db => JobDesk.RetryAsync(db, dead[0].Id, Site.Now, Stop)));
        Assert.True(await Site.WriteAsync(db => JobDesk.DropAsync(db, dead[1].Id, Stop)));
        Assert.Equal((JobState.Waiting, 0, "mended", (DateTimeOffset?)null), await One(j => (j.State, j.Attempts, j.Payload, j.EndedAt)));

        // Neither is for a job that lives.
        Assert.False(await Site.WriteAsync(db => JobDesk.RetryAsync(db, dead[0].Id, Site.Now, Stop)));
        Assert.False(await Site.WriteAsync(db => JobDesk.DropAsync(db, dead[0].Id, Stop)));
        Assert.Equal(1, await Run(Play.Counted("letter")));
        Assert.Equal([dead[0].Id], await Site.Effects());
    }

    [Fact]
    public async Task What_was_done_is_forgotten_after_thirty_days_and_what_is_dead_is_not()
    {
        await Given("letter", key: "said once");
        await Given("refused");
        await Run(Play.Counted("letter"), new Play("refused", (_, _) => throw new JobRefusedException("No.")));

        Assert.Equal(0, await Site.WriteAsync(db => JobDesk.SweepAsync(db, Site.Now.AddDays(30), Stop)));
        Assert.Equal(1, await Site.WriteAsync(db => JobDesk.SweepAsync(db, Site.Now.AddDays(30).AddTicks(1), Stop)));
        Assert.Equal("refused", await One(j => j.Kind));
    }

    private Task<bool> Given(string kind, string payload = "{}", string? key = null, DateTimeOffset? dueAt = null) => Site.WriteAsync(db =>
    {
        db.Enqueue(kind, payload, Site.Now, key, dueAt);
        return Task.FromResult(true);
    });

    private Task<int> Run(params Play[] kinds) => Site.Runner(Site.Clock, new(), kinds).RunDueAsync(Stop);

    private async Task<T> One<T>(Func<Job, T> question) => question(Assert.Single(await Site.Jobs()));
}

public sealed class JobTestsOnSqlite(SqliteSite site) : JobTests(site), IClassFixture<SqliteSite>;

public sealed class JobTestsOnPostgres(PostgresSite site) : JobTests(site), IClassFixture<PostgresSite>;
