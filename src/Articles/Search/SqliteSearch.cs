using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsSite.Database;

namespace NewsSite.Articles.Search;

/// <summary>Search by SQLite's FTS5. The row's number is the article's place, so newest first is the order in which the index lies.</summary>
internal sealed class SqliteSearch : ISearchIndex
{
    public Task PutAsync(NewsDb db, IReadOnlyList<Article> articles, CancellationToken stop)
    {
        // Microsoft.Data.Sqlite works synchronously whatever it is called.
        using var delete = Command(db, """DELETE FROM "ArticleSearch" WHERE "ArticleSearch" MATCH $value""");
        foreach (var article in articles.Where(a => a.PublishedAt is not null))
        {
            delete.Parameters["$value"].Value = Quoted(Facets.Article(article.Id));
            delete.ExecuteNonQuery();
        }

        // In the order of their places: FTS5 writes a batch to disk each time a row's number goes down.
        using var insert = Command(db, """INSERT INTO "ArticleSearch"(rowid, "Words") VALUES ($place, $value)""");
        insert.Parameters.Add("$place", SqliteType.Integer);
        foreach (var entry in articles.Where(a => a.Status == Status.Published).Select(SearchEntry.Of).OrderBy(e => e.Place))
        {
            stop.ThrowIfCancellationRequested();
            insert.Parameters["$place"].Value = entry.Place;
            insert.Parameters["$value"].Value = string.Join(' ', entry.Words);
            insert.ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<int>> FindAsync(NewsDb db, SearchQuery query, int take, CancellationToken stop)
    {
        if (SearchTerms.Of(query) is not { } terms) return [];
        var match = string.Join(" AND ", terms.Facets.Select(Quoted).Concat(terms.Words.Select(w => w.IsPrefix ? Quoted(w.Folded) + " *" : Quoted(w.Folded))));
        var (first, end) = SearchPlace.Range(query);
        var places = await db.Database.SqlQuery<long>($"""
            SELECT rowid AS "Value" FROM "ArticleSearch" WHERE "ArticleSearch" MATCH {match} AND rowid >= {first} AND rowid < {end} ORDER BY rowid DESC LIMIT {take}
            """).ToListAsync(stop);
        return [.. places.Select(SearchPlace.ArticleId)];
    }

    /// <summary>A word holds letters, digits and `_` alone; quoted, `and` and `near` are words like any other.</summary>
    private static string Quoted(string word) => $"\"{word}\"";

    private static SqliteCommand Command(NewsDb db, string sql)
    {
        var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Two constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.Add("$value", SqliteType.Text);
        return command;
    }
}
