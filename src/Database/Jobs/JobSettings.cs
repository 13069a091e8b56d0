namespace NewsSite.Database;

/// <summary>How jobs are worked off in this process.</summary>
public sealed record JobSettings
{
    /// <summary>How many runners work here at the same time; none means that other nodes do the work.</summary>
    public int Runners { get; init; } = 1;

    /// <summary>How long a job is its runner's without a sign of life from it. So long does a job wait whose runner was killed.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many jobs a runner takes up in one transaction.</summary>
    public int BatchSize { get; init; } = 20;

    /// <summary>How many jobs a runner works on at the same time.</summary>
    public int Parallel { get; init; } = 4;
}
