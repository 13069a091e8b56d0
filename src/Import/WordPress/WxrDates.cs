using System.Globalization;

namespace NewsSite.Import.WordPress;

/// <summary>When an item was published, as far as the export knows.</summary>
internal static class WxrDates
{
    /// <returns>Null for an empty date, which WordPress writes as year 0.</returns>
    /// <exception cref="FormatException">No day of any calendar.</exception>
    public static DateTime? Parse(string text)
    {
        if (text.Length == 0 || text.StartsWith("0000-00-00", StringComparison.Ordinal)) return null;
        if (DateTime.TryParseExact(text, ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        throw new FormatException($"'{text}' is no date");
    }

    /// <summary>The moment, UTC: from `post_date_gmt`, else from the feed's date, else the local date as it stands.</summary>
    public static DateTimeOffset? Moment(WxrItem item)
    {
        if (Parse(item.Field("post_date_gmt")) is { } gmt) return Utc(gmt);
        if (DateTimeOffset.TryParse(item.PubDate, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var said) && said.Year > 1) return said.ToUniversalTime();
        return Parse(item.Field("post_date")) is { } local ? Utc(local) : null;
    }

    /// <summary>The day in the article's address: as the paper's own clocks showed it.</summary>
    public static DateOnly? Day(WxrItem item) =>
        Parse(item.Field("post_date")) is { } local ? DateOnly.FromDateTime(local) : Moment(item) is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null;

    public static DateTimeOffset? Changed(WxrItem item) => Parse(item.Field("post_modified_gmt")) is { } at ? Utc(at) : null;

    private static DateTimeOffset Utc(DateTime at) => new(DateTime.SpecifyKind(at, DateTimeKind.Utc));
}
