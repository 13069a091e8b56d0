using NewsSite.Database;

namespace NewsSite.Unit.Database;

public sealed class BackoffTests
{
    private const int Tries = 2_000;

    private readonly int seed = Environment.TickCount;

    [Fact]
    public void Each_wait_lies_between_half_a_minute_and_a_bound_that_doubles_up_to_six_hours()
    {
        for (var attempt = 1; attempt <= Backoff.MostAttempts; attempt++)
        {
            var bound = TimeSpan.FromSeconds(Math.Min(30 * Math.Pow(2, attempt), TimeSpan.FromHours(6).TotalSeconds));
            Assert.All(Waits(attempt), wait => Assert.True(wait >= TimeSpan.FromSeconds(30) && wait <= bound, $"{wait} after attempt {attempt} (seed {seed})"));
        }
    }

    [Fact]
    public void On_average_each_wait_is_longer_than_the_one_before_until_it_is_three_hours()
    {
        var averages = Enumerable.Range(1, Backoff.MostAttempts - 1).Select(attempt => Waits(attempt).Average(w => w.TotalSeconds)).ToList();

        Assert.All(averages.Take(9).Zip(averages.Skip(1)), pair => Assert.True(pair.Second > 1.3 * pair.First, $"{pair} (seed {seed})"));
        Assert.InRange(averages[^1], 10_000, 12_000);
    }

    [Fact]
    public void All_that_failed_together_does_not_come_back_together() =>
        Assert.True(Waits(5).GroupBy(w => (int)w.TotalMinutes).All(g => g.Count() < Tries / 8), $"seed {seed}");

    private List<TimeSpan> Waits(int attempt)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, Tries).Select(_ => Backoff.After(attempt, chance))];
    }
}
