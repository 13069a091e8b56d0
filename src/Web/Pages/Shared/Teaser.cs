using NewsSite.Articles;

namespace NewsSite.Web.Pages.Shared;

/// <summary>An article as it is announced elsewhere.</summary>
/// <param name="Article">With its section, picture and credits.</param>
/// <param name="Shape">lead, second, first, brief, list or opinion: how much room it has, for the stylesheet.</param>
/// <param name="Level">Of its heading.</param>
public sealed record Teaser(Article Article, string Shape, int Level = 3)
{
    /// <summary>The page's first picture is fetched at once.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Off where the page itself says the section.</summary>
    public bool ShowsSection { get; init; } = true;

    public bool ShowsPicture => Article.LeadPhoto is not null && Shape is ("lead" or "second" or "first" or "list");

    public bool ShowsStandfirst => Shape is not "brief" && Article.Standfirst is { Length: > 0 };

    /// <summary>How wide the picture stands, for the browser to choose a file by.</summary>
    public string Sizes => Shape switch
    {
        "lead" => "(min-width: 64rem) 48rem, 100vw",
        "list" => "(min-width: 48rem) 14rem, 30vw",
        _ => "(min-width: 64rem) 28rem, (min-width: 48rem) 45vw, 100vw",
    };

    /// <summary>News and what is close to it goes without saying.</summary>
    public bool ShowsKind => Article.Kind is not (Kind.News or Kind.Brief or Kind.Report);
}
