using System.Globalization;
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
        Place = SearchPlace.Of(article.PublishedAt!.Value, article.Id);
    }

    public int ArticleId { get; }
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

/// <summary>The filters as words. They begin with a sign that no word of a text has, so no reader can type one.</summary>
internal static class Facets
{
    public static IEnumerable<string> Of(Article article)
    {
        yield return All;
        yield return Article(article.Id);
        yield return Language(article.Language);
        if (article.SectionId is { } section) yield return Section(section);
        foreach (var tag in article.Tags) yield return Tag(tag.TagId);
        foreach (var byline in article.Bylines)
        {
            yield return Credit(byline.ContributorId, null);
            yield return Credit(byline.ContributorId, byline.Role);
            yield return Credit(null, byline.Role);
        }
    }

    public static IReadOnlyList<string> Of(SearchQuery query)
    {
        var facets = new List<string>();
        if (query.Language is { } language) facets.Add(Language(language));
        if (query.SectionId is { } section) facets.Add(Section(section));
        if (query.TagId is { } tag) facets.Add(Tag(tag));
        if (query.ContributorId is not null || query.Role is not null) facets.Add(Credit(query.ContributorId, query.Role));
        return facets;
    }

    public const string All = "_";

    public static string Article(int id) => string.Create(CultureInfo.InvariantCulture, $"_a{id}");

    /// <summary>Letters and digits as they are, anything else by its number: the tag may come from an address.</summary>
    private static string Language(string tag) =>
        "_l" + string.Concat(tag.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"_{(int)c}")));

    private static string Section(int id) => string.Create(CultureInfo.InvariantCulture, $"_s{id}");

    private static string Tag(int id) => string.Create(CultureInfo.InvariantCulture, $"_t{id}");

    private static string Credit(int? contributorId, Role? role) => string.Create(CultureInfo.InvariantCulture, $"_p{contributorId}{role?.ToString().ToLowerInvariant()}");
}

/// <summary>The order of search in one number: the second of publication, then the article's id, as in every list of readers.</summary>
internal static class SearchPlace
{
    private const int IdBits = 24;

    public static long Of(DateTimeOffset at, int id) =>
        id >> IdBits == 0 ? (at.ToUnixTimeSeconds() << IdBits) | (long)id : throw new ArgumentOutOfRangeException(nameof(id), id, "Search holds ids up to 16,777,215.");

    public static int ArticleId(long place) => (int)(place & ((1 << IdBits) - 1));

    /// <summary>The first and the last place that a query lets through; the last is excluded.</summary>
    public static (long First, long End) Range(SearchQuery query)
    {
        // An embargo ends with its second, so what is of this very second is found.
        var end = StartOf(query.Now.ToUnixTimeSeconds() + 1);
        if (query.To is { } to) end = Math.Min(end, StartOf(SecondAtOrAfter(to)));
        if (query.Before is { } before) end = Math.Min(end, Of(before.At, before.Id & ((1 << IdBits) - 1)));
        return (query.From is { } from ? StartOf(SecondAtOrAfter(from)) : long.MinValue, end);
    }

    private static long StartOf(long second) => second << IdBits;

    private static long SecondAtOrAfter(DateTimeOffset at) => at.Ticks % TimeSpan.TicksPerSecond == 0 ? at.ToUnixTimeSeconds() : at.ToUnixTimeSeconds() + 1;
}
