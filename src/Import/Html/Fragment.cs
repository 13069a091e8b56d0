using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsSite.Import.Html;

/// <summary>Reads a piece of HTML as a browser would.</summary>
internal static class Fragment
{
    private static readonly SearchValues<char> AfterName = SearchValues.Create(" />\n\t\r");

    [ThreadStatic]
    private static HtmlParser? parser;

    /// <summary>
    /// Elements open at once; ten times what <see cref="HtmlToMarkdown"/> follows. For each element a browser's rules look through all that are open,
    /// so a hundred thousand in each other take minutes.
    /// </summary>
    private const int MostOpen = 1200;

    /// <summary>True when the HTML would keep a parser busy for no text that anybody wrote.</summary>
    public static bool IsHostile(string html)
    {
        var open = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (html[at + 1] == '/') open = Math.Max(0, open - 1);
            else if (char.IsAsciiLetter(html[at + 1]) && !EndsByItself(html.AsSpan(at + 1)) && ++open > MostOpen) return true;
        }

        return false;
    }

    public static IElement Parse(string html)
    {
        parser ??= new HtmlParser();
        return parser.ParseDocument("<!doctype html><body>" + html).Body!;
    }

    private static bool EndsByItself(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(AfterName);
        var name = end < 0 ? tag : tag[..end];
        foreach (var known in (ReadOnlySpan<string>)["p", "br", "li", "img", "td", "tr", "th", "hr", "dt", "dd", "option", "input", "source", "wbr", "col", "embed", "param", "track", "area"])
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
