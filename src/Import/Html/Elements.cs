using AngleSharp.Dom;

namespace NewsSite.Import.Html;

/// <summary>What we know of HTML's elements.</summary>
internal static class Elements
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre",
        "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "tr", "ul",
    };

    // Their own text is shown by no browser of today: what they play or run takes its place.
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "head", "iframe", "noembed", "noframes", "canvas", "audio", "video", "datalist", "progress", "meter", "title", "desc", "metadata", "defs",
        "annotation", "annotation-xml",
    };

    public static bool IsBlock(INode node) => node is IElement element && Blocks.Contains(element.LocalName);

    /// <summary>Neither its words nor its children are seen by a reader.</summary>
    public static bool IsUnseen(INode node) => node is IElement element
        && (Unseen.Contains(element.LocalName) || element.HasAttribute("hidden") || IsHiddenByStyle(element) || (element.LocalName == "dialog" && !element.HasAttribute("open")));

    /// <summary>An inline element around blocks, as in a link around a heading.</summary>
    public static bool HoldsBlocks(INode node) => node is IElement element && element.Children.Any(c => !IsUnseen(c) && (IsBlock(c) || HoldsBlocks(c)));

    public static bool HasClass(this IElement element, string name) => element.ClassList.Contains(name);

    /// <summary>Levels below this node, counted without recursion: a hostile body may be a hundred thousand deep.</summary>
    public static int DepthOf(INode root)
    {
        var deepest = 0;
        var depth = 0;
        for (var node = root; ;)
        {
            deepest = Math.Max(deepest, depth);
            if (node.FirstChild is { } child)
            {
                (node, depth) = (child, depth + 1);
                continue;
            }

            while (node != root && node.NextSibling is null) (node, depth) = (node.Parent!, depth - 1);
            if (node == root) return deepest;
            node = node.NextSibling!;
        }
    }

    private static bool IsHiddenByStyle(IElement element) =>
        element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
}
