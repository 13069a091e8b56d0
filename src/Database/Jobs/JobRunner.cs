using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsSite.Database;

/// <summary>
/// Works off what is due, several jobs at a time. Any number of runners, in any number of processes, may share a database: a job is leased to one of them,
/// and the lease runs out when its runner dies. What a job does outside the database may happen twice then; its effect in the database never does.
/// </summary>
public sealed class JobRunner(Writer writer, IServiceScopeFactory scopes, TimeProvider clock, JobSettings settings, ILogger<JobRunner> log)
{
    /// <summary>Between two looks at a table in which nothing is due.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(500);

    /// <summary>How long work may still take once the runner is told to stop; shorter than the host's own patience of 30 seconds.</summary>
    private static readonly TimeSpan ToFinish = TimeSpan.FromSeconds(20);

    private readonly Leases leases = new(writer, clock, settings.Lease);
    private bool isAway;

    /// <summary>Works off everything that is due now, and what that work makes due at once.</summary>
    /// <returns>How many jobs were taken up.</returns>
    public Task<int> RunDueAsync(CancellationToken stop = default) => RunAsync(once: true, stop);

    /// <summary>Works until it is told to stop: then finishes what it has begun and gives back the rest.</summary>
    public Task RunAsync(CancellationToken stop) => RunAsync(once: false, stop);

    private async Task<int> RunAsync(bool once, CancellationToken stop)
    {
        using var tooLong = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        await using var stopping = stop.Register(() => tooLong.CancelAfter(ToFinish));
        using var ended = new CancellationTokenSource();
        var renewing = RenewAsync(ended.Token);
        var taken = 0;
        try
        {
            await Parallel.ForEachAsync(DueAsync(once, stop), new ParallelOptions { MaxDegreeOfParallelism = settings.Parallel }, async (job, _) =>
            {
                Interlocked.Increment(ref taken);
                await WorkAsync(job, tooLong.Token);
            });
        }
        finally
        {
            await ended.CancelAsync();
            await renewing;
        }

        return taken;
    }

    /// <summary>What is due, each job handed out when there is somebody to work on it: one that takes long holds up no other.</summary>
    private async IAsyncEnumerable<Job> DueAsync(bool once, [EnumeratorCancellation] CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var batch = once ? await TakeAsync() : await TakeIfAnswersAsync();
            if (batch.Count == 0 && once) yield break;
            if (batch.Count == 0) await Task.Delay(Idle, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            var waiting = new Queue<Job>(batch.Where(j => j.State == JobState.Waiting));
            while (!stop.IsCancellationRequested && waiting.TryDequeue(out var job)) yield return job;
            if (waiting.Count > 0) await GiveBackAsync(waiting);
        }
    }

    private async Task<List<Job>> TakeIfAnswersAsync()
    {
        try
        {
            var taken = await TakeAsync();
            isAway = false;
            return taken;
        }
        catch (Exception e)
        {
            if (!isAway) log.LogWarning("Jobs wait: they cannot be taken up now ({Fault})", e.GetType().Name);
            isAway = true;
            return [];
        }
    }

    /// <summary>Looks with a context that reads first, so that a runner with nothing to do never takes the write lock.</summary>
    private async Task<List<Job>> TakeAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<NewsDb>().Jobs.Due(clock.GetUtcNow()).AnyAsync()) return [];
        var taken = await leases.TakeAsync(settings.BatchSize);
        foreach (var job in taken.Where(j => j.State == JobState.Dead)) log.LogError("Job {Id} ({Kind}) is dead: each of {Attempts} runners died over it", job.Id, job.Kind, job.Attempts);
        return taken;
    }

    private async Task WorkAsync(Job job, CancellationToken tooLong)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var kind = scope.ServiceProvider.GetServices<IJobKind>().FirstOrDefault(k => k.Name == job.Kind) ?? throw new UnknownJobKindException();
            var effect = await kind.DoAsync(job, tooLong);
            if (!await EndAsync(job, effect, tooLong)) log.LogWarning("Job {Id} ({Kind}) took longer than its lease and is somebody else's: its effect is left to them", job.Id, job.Kind);
        }
        catch (OperationCanceledException) when (tooLong.IsCancellationRequested)
        {
            await GiveBackAsync([job]);
        }
        catch (Exception e)
        {
            await FailAsync(job, e);
        }
        finally
        {
            leases.LetGo(job);
        }
    }

    /// <summary>A database that does not answer when the work is done is asked again: else the letter that has gone would go a second time.</summary>
    private async Task<bool> EndAsync(Job job, Func<NewsDb, Task> effect, CancellationToken tooLong)
    {
        while (true)
        {
            var isBegun = false;
            try
            {
                return await leases.EndAsync(job, db =>
                {
                    isBegun = true;
                    return effect(db);
                });
            }
            catch (Exception e) when (!isBegun)
            {
                log.LogWarning("Job {Id} ({Kind}) is done, which cannot be written now ({Fault})", job.Id, job.Kind, e.GetType().Name);
                await Task.Delay(Idle, clock, tooLong);
            }
        }
    }

    private async Task FailAsync(Job job, Exception e)
    {
        // Only a refusal is worded by us; any other message may hold an address or a name.
        var fault = e is JobRefusedException ? $"{nameof(JobRefusedException)}: {e.Message}" : e.GetType().Name;
        var isDead = e is JobRefusedException || job.Attempts >= Backoff.MostAttempts;
        log.Log(isDead ? LogLevel.Error : LogLevel.Warning, "Job {Id} ({Kind}) failed at attempt {Attempt}{End}: {Fault}", job.Id, job.Kind, job.Attempts, isDead ? " and is dead" : "", fault);
        DateTimeOffset? again = isDead ? null : clock.GetUtcNow() + Backoff.After(job.Attempts, Random.Shared);
        await TryAsync(() => leases.FailAsync(job, fault.Length > 500 ? fault[..500] : fault, again));
    }

    private async Task GiveBackAsync(IReadOnlyCollection<Job> jobs)
    {
        foreach (var job in jobs) leases.LetGo(job);
        await TryAsync(() => leases.ReleaseAsync(jobs));
    }

    private async Task RenewAsync(CancellationToken ended)
    {
        using var half = new PeriodicTimer(settings.Lease / 2, clock);
        try
        {
            while (await half.WaitForNextTickAsync(ended)) await TryAsync(leases.RenewAsync);
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>When the database does not answer, the lease says the same a little later.</summary>
    private async Task TryAsync(Func<Task> say)
    {
        try
        {
            await say();
        }
        catch (Exception e)
        {
            log.LogWarning("A job's state could not be written ({Fault}): it is taken up again when its lease has run out", e.GetType().Name);
        }
    }

    /// <summary>No kind of this name is registered: a newer node may know it, so the job is tried again.</summary>
    private sealed class UnknownJobKindException : Exception;
}
