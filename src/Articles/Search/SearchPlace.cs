namespace NewsSite.Articles.Search;

/// <summary>The order of search in one number: the second of publication, then the article's id, as in every list of readers.</summary>
internal static class SearchPlace
{
    private const int IdBits = 24;

    public static long Of(DateTimeOffset at, int id) =>
        id >> IdBits == 0 ? (at.ToUnixTimeSeconds() << IdBits) | (long)id : throw new ArgumentOutOfRangeException(nameof(id), id, "Search holds ids up to 16,777,215.");

    public static int ArticleId(long place) => (int)(place & ((1 << IdBits) - 1));

    /// <summary>The first and the last place that a query lets through; the last is excluded.</summary>
    public static (long First, long End) Range(SearchQuery query)
    {
        // An embargo ends with its second, so what is of this very second is found.
        var end = StartOf(query.Now.ToUnixTimeSeconds() + 1);
        if (query.To is { } to) end = Math.Min(end, StartOf(SecondAtOrAfter(to)));
        if (query.Before is { } before) end = Math.Min(end, Of(before.At, before.Id & ((1 << IdBits) - 1)));
        return (query.From is { } from ? StartOf(SecondAtOrAfter(from)) : long.MinValue, end);
    }

    private static long StartOf(long second) => second << IdBits;

    private static long SecondAtOrAfter(DateTimeOffset at) => at.Ticks % TimeSpan.TicksPerSecond == 0 ? at.ToUnixTimeSeconds() : at.ToUnixTimeSeconds() + 1;
}
