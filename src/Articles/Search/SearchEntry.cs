using System.Text;

namespace NewsSite.Articles.Search;

/// <summary>
/// What the index holds of one article: its different words, and its filters as words too. A filter that is a word costs no join
/// and narrows the search on both databases as any rare word does. Words carry no positions: newest first needs none, and they would double the index.
/// </summary>
internal sealed class SearchEntry
{
    /// <summary>PostgreSQL takes less than 1 MB of words; the headline comes first, so what is left out is the end of a text longer than a novel.</summary>
    private const int MostBytes = 800_000;

    private readonly HashSet<string> words = [];
    private int bytes;

    private SearchEntry(Article article)
    {
        ArticleId = article.Id;
        Language = Facets.Language(article.Language);
        Place = SearchPlace.Of(article.PublishedAt!.Value, article.Id);
    }

    public int ArticleId { get; }
    public string Language { get; }
    public long Place { get; }
    public IReadOnlyCollection<string> Words => words;

    public static SearchEntry Of(Article article)
    {
        var entry = new SearchEntry(article);
        foreach (var facet in Facets.Of(article)) entry.words.Add(facet);
        entry.Add(article.Headline);
        entry.Add(article.Standfirst);
        foreach (var byline in article.Bylines)
            foreach (var name in byline.Contributor.Name.All) entry.Add(name.Value);
        foreach (var tag in article.Tags)
            foreach (var name in tag.Tag.Name.All) entry.Add(name.Value);
        entry.Add(PlainText.Of(article.Text.Html));
        return entry;
    }

    private void Add(string? text)
    {
        if (text is null) return;
        foreach (var word in SearchWords.In(text))
            if (bytes < MostBytes && words.Add(word.Folded)) bytes += Encoding.UTF8.GetByteCount(word.Folded);
    }
}
