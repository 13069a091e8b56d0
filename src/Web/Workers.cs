using NewsSite.Database;

namespace NewsSite.Web;

/// <summary>The runners of this node: they work off the jobs while the site serves.</summary>
internal sealed class Workers(JobSettings settings, IServiceProvider services) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, settings.Runners).Select(_ => services.GetRequiredService<JobRunner>().RunAsync(stop)));
}
