using System.Text;
using AngleSharp.Dom;

namespace NewsSite.Import.Html;

/// <summary>The text a reader sees of HTML: without markup, comments, script and what is hidden.</summary>
public static class VisibleText
{
    /// <summary>Text with a space where a block begins or ends, white space collapsed.</summary>
    public static string Of(string html) => html.AsSpan().IndexOfAny('<', '&') < 0 ? Collapse(html) : Of(Fragment.Parse(html));

    /// <inheritdoc cref="Of(string)"/>
    public static string Of(params IEnumerable<INode> roots)
    {
        var text = new StringBuilder();
        foreach (var root in roots) Append(root, text);
        return Collapse(text.ToString());
    }

    /// <summary>The text with its white space, as preformatted text has it.</summary>
    public static string Raw(INode parent)
    {
        var text = new StringBuilder();
        foreach (var node in parent.ChildNodes) Append(node, text);
        return text.ToString();
    }

    /// <summary>True when both show the same, white space apart.</summary>
    public static bool Same(string a, string b) => Bare(a) == Bare(b);

    public static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = collapsed.Length > 0;
                continue;
            }

            if (space) collapsed.Append(' ');
            space = false;
            collapsed.Append(c);
        }

        return collapsed.ToString();
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    // Without recursion: the depth is the writer's choice.
    private static void Append(INode root, StringBuilder text)
    {
        for (var node = root; ;)
        {
            var unseen = Elements.IsUnseen(node);
            if (node is IText words) text.Append(words.Data);
            else if (!unseen && IsBoundary(node)) text.Append(' ');

            if (!unseen && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node != root && node.NextSibling is null)
            {
                node = node.Parent!;
                if (IsBoundary(node)) text.Append(' ');
            }

            if (node == root) return;
            if (IsBoundary(node)) text.Append(' ');
            node = node.NextSibling!;
        }
    }

    private static bool IsBoundary(INode node) => Elements.IsBlock(node) || node is IElement { LocalName: "br" };
}
