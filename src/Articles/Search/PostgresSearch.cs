using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Articles.Search;

/// <summary>Search by PostgreSQL's text search. The words come folded and are cast, not parsed: its own parser reads letters as the server's locale has them.</summary>
internal sealed class PostgresSearch : ISearchIndex
{
    public async Task PutAsync(NewsDb db, IReadOnlyList<Article> articles, CancellationToken stop)
    {
        var gone = articles.Where(a => a.Status != Status.Published).Select(a => a.Id).ToArray();
        if (gone.Length > 0) await db.Database.ExecuteSqlAsync($"""DELETE FROM "ArticleSearch" WHERE "ArticleId" = ANY({gone})""", stop);

        var entries = articles.Where(a => a.Status == Status.Published).Select(SearchEntry.Of).ToList();
        if (entries.Count == 0) return;
        var ids = entries.Select(e => e.ArticleId).ToArray();
        var places = entries.Select(e => e.Place).ToArray();
        var words = entries.Select(e => string.Join(' ', e.Words.Select(Quoted))).ToArray();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "ArticleSearch" ("ArticleId", "Place", "Words")
            SELECT entry.id, entry.place, entry.words::tsvector FROM unnest({ids}, {places}, {words}) AS entry(id, place, words)
            ON CONFLICT ("ArticleId") DO UPDATE SET "Place" = EXCLUDED."Place", "Words" = EXCLUDED."Words"
            """, stop);

        var forms = SearchForms.In(entries);
        var languages = forms.Select(w => w.Language).ToArray();
        var written = forms.Select(w => w.Word).ToArray();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "ArticleSearchWords" ("Language", "Word") SELECT form.language, form.word FROM unnest({languages}, {written}) AS form(language, word) ON CONFLICT DO NOTHING
            """, stop);
    }

    public async Task<IReadOnlyList<int>> FindAsync(NewsDb db, SearchQuery query, int take, CancellationToken stop)
    {
        if (SearchTerms.Of(query) is not { } terms) return [];
        var match = terms.Facets.Select(Quoted).ToList();
        foreach (var word in terms.Words)
        {
            if (!word.IsPrefix) match.Add(Quoted(word.Folded));
            else if (await SearchForms.OfAsync(db, word, query.Language, stop) is not { } forms) match.Add(Quoted(word.Folded) + ":*");
            else if (forms.Count == 0) return [];
            else match.Add($"({string.Join(" | ", forms.Select(Quoted))})");
        }

        var every = string.Join(" & ", match);
        var (first, end) = SearchPlace.Range(query);
        return await db.Database.SqlQuery<int>($"""
            SELECT "ArticleId" AS "Value" FROM "ArticleSearch" WHERE "Words" @@ {every}::tsquery AND "Place" >= {first} AND "Place" < {end} ORDER BY "Place" DESC LIMIT {take}
            """).ToListAsync(stop);
    }

    /// <summary>The planner must know which words are common before it can choose between the archive's end and the index.</summary>
    public async Task TidyAsync(NewsDb db, CancellationToken stop) => await db.Database.ExecuteSqlAsync($"""ANALYZE "ArticleSearch", "ArticleSearchWords" """, stop);

    /// <summary>A word holds letters, digits and `_` alone.</summary>
    private static string Quoted(string word) => $"'{word}'";
}
