using NewsSite.Accounts;
using NewsSite.Database;

namespace NewsSite.Web;

/// <summary>One thing that is tidied up every hour.</summary>
/// <param name="Name">For the log.</param>
/// <param name="RunAsync">Safe to run at any time, on several nodes at once.</param>
public sealed record Sweep(string Name, Func<CancellationToken, Task> RunAsync);

/// <summary>Takes out what is over, at the start and every hour while the site serves. What goes wrong with one sweep keeps no other from its work.</summary>
internal sealed class Upkeep(IEnumerable<Sweep> sweeps, TimeProvider clock, ILogger<Upkeep> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            foreach (var sweep in sweeps) await RunAsync(sweep, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RunAsync(Sweep sweep, CancellationToken stop)
    {
        try
        {
            await sweep.RunAsync(stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            // The message of a database's fault may hold a row's values; its kind does not.
            log.LogError("The sweep of {Sweep} failed ({Fault})", sweep.Name, e.GetBaseException().GetType().Name);
        }
    }
}

/// <summary>All that is swept.</summary>
internal static class Sweeps
{
    public static IServiceCollection AddUpkeep(this IServiceCollection services)
    {
        services.AddSingleton(p => new Sweep("sessions", p.GetRequiredService<Sessions>().SweepAsync));
        services.AddSingleton(p => new Sweep("requests to sign in", p.GetRequiredService<MailedSignIn>().SweepAsync));

        services.AddSingleton(p => new Sweep("jobs done long ago", stop =>
            p.GetRequiredService<Writer>().WriteAsync(db => JobDesk.SweepAsync(db, p.GetRequiredService<TimeProvider>().GetUtcNow(), stop), stop)));

        // Last: what the others took out leaves the disk too.
        services.AddSingleton(p => new Sweep("the database's log", p.GetRequiredService<Writer>().EmptyLogAsync));
        return services.AddHostedService<Upkeep>();
    }
}
