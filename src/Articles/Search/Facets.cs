using System.Globalization;

namespace NewsSite.Articles.Search;

/// <summary>The filters as words. They begin with a sign that no word of a text has, so no reader can type one.</summary>
/// <remarks>
/// Each stands there alone and with the language: a search is nearly always in one language, and of two common filters that never meet
/// (a section without articles in this language) either database would look through the whole archive.
/// </remarks>
internal static class Facets
{
    public const string All = "_";

    public static IEnumerable<string> Of(Article article)
    {
        var language = Language(article.Language);
        yield return All;
        yield return Article(article.Id);
        yield return language;
        foreach (var facet in Narrow(article))
        {
            yield return facet;
            yield return facet + language;
        }
    }

    public static IReadOnlyList<string> Of(SearchQuery query)
    {
        var language = query.Language is null ? "" : Language(query.Language);
        var facets = new List<string>();
        if (query.SectionId is { } section) facets.Add(Section(section) + language);
        if (query.TagId is { } tag) facets.Add(Tag(tag) + language);
        if (query.ContributorId is not null || query.Role is not null) facets.Add(Credit(query.ContributorId, query.Role) + language);
        if (facets.Count == 0 && language.Length > 0) facets.Add(language);
        return facets;
    }

    public static string Article(int id) => string.Create(CultureInfo.InvariantCulture, $"_a{id}");

    /// <summary>Letters and digits as they are, anything else by its number: the tag may come from an address.</summary>
    public static string Language(string tag) =>
        "_l" + string.Concat(tag.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"_{(int)c}")));

    private static IEnumerable<string> Narrow(Article article)
    {
        if (article.SectionId is { } section) yield return Section(section);
        foreach (var tag in article.Tags) yield return Tag(tag.TagId);
        foreach (var byline in article.Bylines)
        {
            yield return Credit(byline.ContributorId, null);
            yield return Credit(byline.ContributorId, byline.Role);
            yield return Credit(null, byline.Role);
        }
    }

    private static string Section(int id) => string.Create(CultureInfo.InvariantCulture, $"_s{id}");

    private static string Tag(int id) => string.Create(CultureInfo.InvariantCulture, $"_t{id}");

    private static string Credit(int? contributorId, Role? role) => string.Create(CultureInfo.InvariantCulture, $"_p{contributorId}{role?.ToString().ToLowerInvariant()}");
}
