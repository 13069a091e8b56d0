using System.Globalization;

namespace NewsSite.Articles;

/// <summary>A place in a list that runs newest first: the last article shown. Written in addresses as `?before=`.</summary>
public readonly record struct Place(DateTimeOffset At, int Id)
{
    public static Place Of(Article article) => new(article.PublishedAt!.Value, article.Id);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <returns>False for anything else: a malformed address is the caller's 400.</returns>
    public static bool TryParse(string? text, out Place place)
    {
        place = default;
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        if (dash < 1
            || !long.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || !int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || ticks > DateTimeOffset.MaxValue.UtcTicks)
            return false;

        place = new(new DateTimeOffset(ticks, TimeSpan.Zero), id);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}-{Id}");
}
