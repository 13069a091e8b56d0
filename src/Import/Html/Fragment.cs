using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsSite.Import.Html;

/// <summary>Reads a piece of HTML as a browser would.</summary>
internal static class Fragment
{
    [ThreadStatic]
    private static HtmlParser? parser;

    public static IElement Parse(string html)
    {
        parser ??= new HtmlParser();
        return parser.ParseDocument("<!doctype html><body>" + html).Body!;
    }
}
