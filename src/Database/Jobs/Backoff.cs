namespace NewsSite.Database;

/// <summary>How long a job that failed waits for its next try.</summary>
public static class Backoff
{
    /// <summary>After so many tries a job is dead: on average ten hours after the first.</summary>
    public const int MostAttempts = 12;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>Somewhere between half a minute and a bound that doubles with every try, six hours at most.</summary>
    /// <param name="attempts">How often it was tried, the failed one included.</param>
    /// <param name="chance">Spreads the tries (full jitter), so that all that failed together does not come back together.</param>
    public static TimeSpan After(int attempts, Random chance)
    {
        var bound = Math.Min(Shortest.TotalSeconds * Math.Pow(2, attempts), Longest.TotalSeconds);
        return Shortest + (TimeSpan.FromSeconds(bound) - Shortest) * chance.NextDouble();
    }
}
