using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsSite.Database;

namespace NewsSite.Articles.Search;

/// <summary>Search by SQLite's FTS5. A row's number is the article's place counted down, so newest first is the order in which the index is read quickest.</summary>
internal sealed class SqliteSearch : ISearchIndex
{
    /// <summary>Prefixes up to this length the table is made for, and answers as it does a word.</summary>
    private const int LongestIndexed = 5;

    public Task PutAsync(NewsDb db, IReadOnlyList<Article> articles, CancellationToken stop)
    {
        // Microsoft.Data.Sqlite works synchronously whatever it is called.
        Run(db, """DELETE FROM "ArticleSearch" WHERE "ArticleSearch" MATCH $text""", articles.Where(a => a.PublishedAt is not null).Select(a => ("", Quoted(Facets.Article(a.Id)))), stop);

        // By the rows' numbers: FTS5 writes what it has gathered to disk each time a number goes down.
        var entries = articles.Where(a => a.Status == Status.Published).Select(SearchEntry.Of).OrderByDescending(e => e.Place).ToList();
        Run(db, """INSERT INTO "ArticleSearch"(rowid, "Words") VALUES ($key, $text)""", entries.Select(e => (~e.Place, string.Join(' ', e.Words))), stop);
        Run(db, """INSERT INTO "ArticleSearchWords"("Language", "Word") VALUES ($key, $text) ON CONFLICT DO NOTHING""", SearchForms.In(entries).Select(w => (w.Language, w.Word)), stop);
        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<int>> FindAsync(NewsDb db, SearchQuery query, int take, CancellationToken stop)
    {
        if (SearchTerms.Of(query) is not { } terms) return [];
        var match = terms.Facets.Select(Quoted).ToList();
        foreach (var word in terms.Words)
        {
            if (!word.IsPrefix) match.Add(Quoted(word.Folded));
            else if (word.Letters <= LongestIndexed || await SearchForms.OfAsync(db, word, query.Language, stop) is not { } forms) match.Add(Quoted(word.Folded) + " *");
            else if (forms.Count == 0) return [];
            else match.Add($"({string.Join(" OR ", forms.Select(Quoted))})");
        }

        var every = string.Join(" AND ", match);
        var (first, end) = SearchPlace.Range(query);
        var numbers = await db.Database.SqlQuery<long>($"""
            SELECT rowid AS "Value" FROM "ArticleSearch" WHERE "ArticleSearch" MATCH {every} AND rowid > {~end} AND rowid <= {~first} ORDER BY rowid LIMIT {take}
            """).ToListAsync(stop);
        return [.. numbers.Select(number => SearchPlace.ArticleId(~number))];
    }

    public async Task TidyAsync(NewsDb db, CancellationToken stop) => await db.Database.ExecuteSqlAsync($"""INSERT INTO "ArticleSearch"("ArticleSearch") VALUES ('optimize')""", stop);

    /// <summary>A word holds letters, digits and `_` alone; quoted, `and` and `near` are words like any other.</summary>
    private static string Quoted(string word) => $"\"{word}\"";

    /// <summary>One prepared command for all rows: an import brings a hundred thousand.</summary>
    private static void Run<T>(NewsDb db, string sql, IEnumerable<(T Key, string Text)> rows, CancellationToken stop)
    {
        using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        var key = command.Parameters.Add("$key", typeof(T) == typeof(long) ? SqliteType.Integer : SqliteType.Text);
        var text = command.Parameters.Add("$text", SqliteType.Text);
        foreach (var row in rows)
        {
            stop.ThrowIfCancellationRequested();
            (key.Value, text.Value) = row;
            command.ExecuteNonQuery();
        }
    }
}
