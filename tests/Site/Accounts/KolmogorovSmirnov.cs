namespace NewsSite.Site.Accounts;

/// <summary>Whether two samples come from one distribution, whatever it is.</summary>
/// <remarks>Source: the two-sample test of Kolmogorov and Smirnov with Stephens' correction of the asymptotic formula (Numerical Recipes, 14.3); good from some dozens of values on.</remarks>
internal static class KolmogorovSmirnov
{
    /// <summary>The chance of a difference as large as this or larger between two samples of one distribution.</summary>
    public static double P(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        var effective = Math.Sqrt((double)a.Count * b.Count / (a.Count + b.Count));
        return Tail((effective + 0.12 + (0.11 / effective)) * Distance(a, b));
    }

    /// <summary>The largest gap between the two shares of values below any limit.</summary>
    private static double Distance(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        var (first, second) = (a.Order().ToArray(), b.Order().ToArray());
        var (i, j, largest) = (0, 0, 0.0);
        while (i < first.Length && j < second.Length)
        {
            var limit = Math.Min(first[i], second[j]);
            while (i < first.Length && first[i] <= limit) i++;
            while (j < second.Length && second[j] <= limit) j++;
            largest = Math.Max(largest, Math.Abs(((double)i / first.Length) - ((double)j / second.Length)));
        }

        return largest;
    }

    private static double Tail(double lambda)
    {
        // Below this the sum of alternating terms, which hardly shrink, is 1 to more digits than anybody looks at.
        if (lambda < 0.2) return 1;
        var sum = 0.0;
        for (var k = 1; k <= 100; k++) sum += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2 * k * k * lambda * lambda);
        return Math.Clamp(sum, 0, 1);
    }
}
