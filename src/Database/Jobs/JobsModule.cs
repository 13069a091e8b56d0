using Microsoft.Extensions.DependencyInjection;

namespace NewsSite.Database;

/// <summary>The doorway of the job queue.</summary>
public static class JobsModule
{
    /// <summary>Registers the <see cref="JobRunner"/>, a new one for whoever asks. Each kind of job is registered beside it, as an <see cref="IJobKind"/>.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, JobSettings settings)
    {
        services.AddSingleton(settings);
        services.AddTransient<JobRunner>();
        return services;
    }
}
