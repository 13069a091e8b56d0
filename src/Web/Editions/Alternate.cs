namespace NewsSite.Web.Editions;

/// <summary>One language version of a page, as `hreflang` names it.</summary>
/// <param name="Language">A language tag, or `x-default` for readers of every other language.</param>
/// <param name="Path">The version's address.</param>
public sealed record Alternate(string Language, string Path)
{
    /// <summary>
    /// The versions in one order, the page itself among them, and at the end the one for all other languages: the paper's own, else the first.
    /// Head and sitemap both ask here, so they cannot differ. A page in one language only has none.
    /// </summary>
    public static IReadOnlyList<Alternate> Of(IEnumerable<KeyValuePair<string, string>> pathsByLanguage, Settings site)
    {
        var versions = pathsByLanguage
            .Select(v => new Alternate(v.Key, v.Value))
            .OrderByDescending(v => v.Language == site.Language)
            .ThenBy(v => v.Language, StringComparer.Ordinal)
            .ToList();
        return versions.Count < 2 ? [] : [.. versions, versions[0] with { Language = "x-default" }];
    }
}
