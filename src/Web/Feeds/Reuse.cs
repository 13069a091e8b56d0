using NewsSite.Articles;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Feeds;

/// <summary>What others may do with the paper's words: one record for people and programs.</summary>
public static class Reuse
{
    /// <summary>The longest extract that needs no permission, in characters as people count them.</summary>
    public const int Limit = 500;

    /// <summary>The page with the whole policy.</summary>
    public const string Page = "/reuse";

    public static string Terms(Edition here, Settings site) => here.Say("Reuse.Terms", Limit, site.Absolute(here.Link(Page)));

    public static string Holder(Article article, Settings site) => article.RightsHolder ?? site.Name;

    /// <summary>The rights in one article: the year is that of its first publication, never the current one.</summary>
    public static string Rights(Article article, Edition here, Settings site) =>
        $"© {here.Day(article.PublishedAt!.Value).Year} {Holder(article, site)}. {article.Licence ?? Terms(here, site)}";

    /// <summary>The address of a Creative Commons licence written as `CC BY-SA 4.0`; null for other words.</summary>
    public static string? LicenceUrl(string? licence)
    {
        if (licence?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not ["CC", var kind, var version]) return null;
        var known = kind is "BY" or "BY-SA" or "BY-ND" or "BY-NC" or "BY-NC-SA" or "BY-NC-ND" && version is "2.0" or "2.5" or "3.0" or "4.0";
        return known ? $"https://creativecommons.org/licenses/{kind.ToLowerInvariant()}/{version}/" : null;
    }
}
