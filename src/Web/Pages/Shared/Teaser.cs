using Microsoft.AspNetCore.Html;
using NewsSite.Articles;
using NewsSite.Articles.Search;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Pages.Shared;

/// <summary>How much room a teaser has, and so what it shows; the stylesheet does the rest.</summary>
public enum Shape
{
    Lead,
    Second,
    First,
    Top,
    List,
    Related,
    Plain,
    Opinion,
    Brief,
}

/// <summary>An article as it is announced elsewhere.</summary>
/// <param name="Article">With its section, picture and credits.</param>
/// <param name="Shape">Its room.</param>
/// <param name="Level">Of its heading.</param>
public sealed record Teaser(Article Article, Shape Shape, int Level = 3)
{
    /// <summary>The page's first picture is fetched at once.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Off where the page itself says the section.</summary>
    public bool ShowsSection { get; init; } = true;

    /// <summary>Under a search result, in place of the standfirst.</summary>
    public IReadOnlyList<SnippetPiece>? Snippet { get; init; }

    /// <summary>The pieces end to end: markup written line by line would put spaces into the words.</summary>
    public static IHtmlContent Marked(IEnumerable<SnippetPiece> snippet)
    {
        var line = new HtmlContentBuilder();
        foreach (var piece in snippet)
        {
            if (piece.IsMark) line.AppendHtml("<mark>").Append(piece.Text).AppendHtml("</mark>");
            else line.Append(piece.Text);
        }

        return line;
    }

    public bool ShowsPicture => Article.LeadPhoto is not null && Shape is not (Shape.Plain or Shape.Opinion or Shape.Brief);

    public bool ShowsStandfirst => Article.Standfirst is { Length: > 0 } && Shape is not (Shape.Related or Shape.Brief);

    /// <summary>News and what is close to it goes without saying.</summary>
    public static bool SaysKind(Kind kind) => kind is not (Kind.News or Kind.Brief or Kind.Report);

    /// <summary>Its kicker, else its section; never what the kind says already.</summary>
    public string? Kicker(Edition there)
    {
        var words = Article.Kicker ?? (ShowsSection ? Article.Section?.Name.In(Article.Language) : null);
        return SaysKind(Article.Kind) && words == there.Of(Article.Kind) ? null : words;
    }

    /// <summary>How wide the picture stands, for the browser to choose a file by.</summary>
    public string Sizes => Shape switch
    {
        Shape.Lead or Shape.Top => "(min-width: 64rem) 44rem, 100vw",
        Shape.List => "(min-width: 48rem) 14rem, 30vw",
        _ => "(min-width: 64rem) 26rem, (min-width: 48rem) 45vw, 100vw",
    };
}
