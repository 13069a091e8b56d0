using NewsSite.Articles;

namespace NewsSite.Web.Pages.Shared;

/// <summary>Where a page of a list stands, and where its neighbours are.</summary>
/// <param name="Path">The list's address; its query, if it has one, without `before`.</param>
/// <param name="Before">Null on the first page.</param>
/// <param name="Older">Null on the last page.</param>
public sealed record Pager(string Path, Place? Before, Place? Older)
{
    public static Pager None { get; } = new("", null, null);

    public string Self => Before is { } place ? At(place) : Path;

    public string? Next => Older is { } place ? At(place) : null;

    /// <returns>False when there is a place in the query that nobody can have been given.</returns>
    public static bool TryRead(IQueryCollection query, out Place? before)
    {
        before = null;
        if (!query.TryGetValue("before", out var text)) return true;
        if (!Place.TryParse(text, out var place)) return false;
        before = place;
        return true;
    }

    private string At(Place place) => $"{Path}{(Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}before={place}";
}
