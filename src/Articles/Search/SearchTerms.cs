namespace NewsSite.Articles.Search;

/// <summary>What must occur in an article that is found.</summary>
internal sealed record SearchTerms(IReadOnlyList<SoughtWord> Words, IReadOnlyList<string> Facets)
{
    /// <returns>Null when nothing is asked: neither a word nor a filter.</returns>
    public static SearchTerms? Of(SearchQuery query)
    {
        var words = SearchWords.Sought(query.Text);
        var facets = Search.Facets.Of(query);
        if (words.Count + facets.Count > 0) return new(words, facets);
        return query.From is null && query.To is null ? null : new(words, [Search.Facets.All]);
    }
}
