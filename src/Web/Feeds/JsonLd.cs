using System.Text.Json.Nodes;
using NewsSite.Web.Editions;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Feeds;

/// <summary>What a page tells search engines in schema.org's words, made from the same record as the page itself.</summary>
public static class JsonLd
{
    /// <summary>The documents of a page. The default JSON encoder writes `&lt;`, `&gt;` and `&amp;` as escapes, so none can end its script element.</summary>
    /// <param name="head">The page's.</param>
    /// <param name="here">The edition the page lies in.</param>
    /// <param name="site">The paper.</param>
    /// <param name="now">Decides what is public: an original that is not is not named.</param>
    public static IReadOnlyList<string> Of(Head head, Edition here, Settings site, DateTimeOffset now)
    {
        var paper = new PaperTerms(here, site);
        IEnumerable<JsonObject?> documents = head switch
        {
            { Article: { } article } => [new ArticleTerms(article, head, paper, now).Document(), paper.Trail([(article.Section?.Name.In(here.Language), article.Section is { } s ? here.Link("/section/" + s.Slug) : null), (article.Headline, article.Address)])],
            { Person: { } person } => [paper.Profile(person), paper.Trail([(head.Title, head.Canonical)])],
            { Canonical: { } path } when path == here.Link("/") => [paper.Site()],
            { Canonical: { } path, IsIndexed: true } => [paper.Trail([(head.Title, path)])],
            _ => [],
        };
        return [.. documents.OfType<JsonObject>().Select(Alone)];
    }

    private static string Alone(JsonObject document)
    {
        document.Insert(0, "@context", "https://schema.org");
        return document.ToJsonString();
    }
}
