using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsSite.Database;

namespace NewsSite.Articles.Search;

/// <summary>Search by SQLite's FTS5. The row's number is the article's place, so newest first is the order in which the index lies.</summary>
/// <remarks>
/// FTS5 answers a prefix of the lengths its table names as fast as a whole word. For any other it would first gather every article of every such word,
/// tens of milliseconds in a large archive: a longer prefix is therefore replaced by the words that begin with it, of which a table of its own is kept.
/// </remarks>
internal sealed class SqliteSearch : ISearchIndex
{
    /// <summary>The longest prefix that the table is made for.</summary>
    private const int LongestIndexed = 5;

    /// <summary>With more forms than this, gathering costs less than opening each.</summary>
    private const int MostForms = 400;

    public Task PutAsync(NewsDb db, IReadOnlyList<Article> articles, CancellationToken stop)
    {
        // Microsoft.Data.Sqlite works synchronously whatever it is called.
        Run(db, """DELETE FROM "ArticleSearch" WHERE "ArticleSearch" MATCH $text""", articles.Where(a => a.PublishedAt is not null).Select(a => (0L, Quoted(Facets.Article(a.Id)))), stop);

        // In the order of their places: FTS5 writes a batch to disk each time a row's number goes down.
        var entries = articles.Where(a => a.Status == Status.Published).Select(SearchEntry.Of).OrderBy(e => e.Place).ToList();
        Run(db, """INSERT INTO "ArticleSearch"(rowid, "Words") VALUES ($place, $text)""", entries.Select(e => (e.Place, string.Join(' ', e.Words))), stop);

        var longWords = entries.SelectMany(e => e.Words).Where(w => w[0] != '_' && IsLong(w)).Distinct();
        Run(db, """INSERT OR IGNORE INTO "ArticleSearchWords"("Word") VALUES ($text)""", longWords.Select(w => (0L, w)), stop);
        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<int>> FindAsync(NewsDb db, SearchQuery query, int take, CancellationToken stop)
    {
        if (SearchTerms.Of(query) is not { } terms) return [];
        var match = terms.Facets.Select(Quoted).ToList();
        foreach (var word in terms.Words) match.Add(await MatchAsync(db, word, stop));

        var every = string.Join(" AND ", match);
        var (first, end) = SearchPlace.Range(query);
        var places = await db.Database.SqlQuery<long>($"""
            SELECT rowid AS "Value" FROM "ArticleSearch" WHERE "ArticleSearch" MATCH {every} AND rowid >= {first} AND rowid < {end} ORDER BY rowid DESC LIMIT {take}
            """).ToListAsync(stop);
        return [.. places.Select(SearchPlace.ArticleId)];
    }

    private static async Task<string> MatchAsync(NewsDb db, SoughtWord word, CancellationToken stop)
    {
        if (!word.IsPrefix) return Quoted(word.Folded);
        if (!IsLong(word.Folded)) return Quoted(word.Folded) + " *";

        var last = word.Folded + "\U0010FFFF";
        var forms = await db.Database.SqlQuery<string>($"""
            SELECT "Word" AS "Value" FROM "ArticleSearchWords" WHERE "Word" >= {word.Folded} AND "Word" < {last} LIMIT {MostForms}
            """).ToListAsync(stop);
        return forms.Count is 0 or MostForms ? Quoted(word.Folded) + " *" : $"({string.Join(" OR ", forms.Select(Quoted))})";
    }

    private static bool IsLong(string word) => word.Length > LongestIndexed && word.EnumerateRunes().Count() > LongestIndexed;

    /// <summary>A word holds letters, digits and `_` alone; quoted, `and` and `near` are words like any other.</summary>
    private static string Quoted(string word) => $"\"{word}\"";

    /// <summary>One prepared command for all rows: an import brings a hundred thousand.</summary>
    private static void Run(NewsDb db, string sql, IEnumerable<(long Place, string Text)> rows, CancellationToken stop)
    {
        using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        var place = command.Parameters.Add("$place", SqliteType.Integer);
        var text = command.Parameters.Add("$text", SqliteType.Text);
        foreach (var row in rows)
        {
            stop.ThrowIfCancellationRequested();
            (place.Value, text.Value) = row;
            command.ExecuteNonQuery();
        }
    }
}
