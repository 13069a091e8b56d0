using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Articles.Search;

/// <summary>
/// The words that begin with a word looked for. Both databases answer a prefix by gathering every article of every such word first, tens of milliseconds in a large archive;
/// the same words said one by one they read side by side, newest first, and stop at the page's last line. Each word is kept once for each language.
/// </summary>
internal static class SearchForms
{
    /// <summary>With more forms than this, gathering costs less than opening each.</summary>
    private const int Most = 200;

    /// <summary>The words of these articles that a prefix may find, in one order for all writers: two that wait for each other's words would never end.</summary>
    public static IReadOnlyList<(string Word, string Language)> In(IEnumerable<SearchEntry> entries) =>
        [.. entries
            .SelectMany(e => e.Words.Where(w => w[0] != '_' && w.Length >= SearchWords.ShortestPrefix).Select(w => (w, e.Language)))
            .Distinct()
            .OrderBy(w => w.w, StringComparer.Ordinal)
            .ThenBy(w => w.Language, StringComparer.Ordinal)];

    /// <returns>Null when there are too many; none when no article has such a word.</returns>
    public static async Task<IReadOnlyList<string>?> OfAsync(NewsDb db, SoughtWord word, string? language, CancellationToken stop)
    {
        var last = word.Folded + "\U0010FFFF";
        var forms = await (language is null
            ? db.Database.SqlQuery<string>($"""SELECT DISTINCT "Word" AS "Value" FROM "ArticleSearchWords" WHERE "Word" >= {word.Folded} AND "Word" < {last} LIMIT {Most}""")
            : db.Database.SqlQuery<string>($"""SELECT "Word" AS "Value" FROM "ArticleSearchWords" WHERE "Language" = {Facets.Language(language)} AND "Word" >= {word.Folded} AND "Word" < {last} LIMIT {Most}"""))
            .ToListAsync(stop);
        return forms.Count == Most ? null : forms;
    }
}
