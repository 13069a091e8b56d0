using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Markdig.Extensions.Figures;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsSite.Articles;

/// <summary>The rules of an article's text on Markdig's tree: where links may lead, which pictures may show, and what each paragraph is called.</summary>
internal static class TextRules
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <returns>The keys of the pictures shown, in order.</returns>
    public static IReadOnlyList<string> Apply(MarkdownDocument document)
    {
        var keys = new List<string>();
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (!link.IsImage)
            {
                if (!MayLead(link.Url)) Unlink(link);
            }
            else if (PhotoKey(link.Url) is { } key) keys.Add(key);
            else if (!MayLead(link.Url)) Unlink(link);
        }

        foreach (var auto in document.Descendants<AutolinkInline>().ToList())
            if (!auto.IsEmail && !MayLead(auto.Url)) auto.ReplaceBy(new LiteralInline(auto.Url));

        // The headline is the page's only first heading.
        if (document.Descendants<HeadingBlock>().Any(h => h.Level == 1))
            foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + 1);

        NameParagraphs(document);
        return keys;
    }

    /// <summary>The key in `media:KEY`, else null.</summary>
    public static string? PhotoKey(string? url)
    {
        const string scheme = "media:";
        return url is not null && url.Length == scheme.Length + 16 && url.StartsWith(scheme, StringComparison.Ordinal) && !url.AsSpan(scheme.Length).ContainsAnyExcept(Hexadecimal)
            ? url[scheme.Length..]
            : null;
    }

    /// <summary>A place on the web, a mailbox, or a place of this site. `//host` and `\host` would leave it unseen.</summary>
    public static bool MayLead(string? url)
    {
        if (string.IsNullOrEmpty(url) || url.Any(c => c < ' ' || c == 0x7f)) return false;
        if (url[0] is '#' or '?') return true;
        if (url[0] == '/') return url.Length == 1 || url[1] is not ('/' or '\\');
        return url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
    }

    private static void Unlink(LinkInline link)
    {
        var words = new ContainerInline();
        while (link.FirstChild is { } child)
        {
            child.Remove();
            words.AppendChild(child);
        }

        link.ReplaceBy(words, copyChildren: false);
    }

    /// <summary>
    /// A paragraph is named after its own words, so an edit elsewhere leaves its name alone and a quotation or correction still points at it.
    /// The second of two equal ones is numbered.
    /// </summary>
    private static void NameParagraphs(MarkdownDocument document)
    {
        var seen = new Dictionary<string, int>();
        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (block is not (ParagraphBlock or HeadingBlock) || block.Parent is ListItemBlock or Figure || block.Inline is null) continue;
            var words = WordsOf(block.Inline);
            if (words.Length == 0) continue;
            var name = string.Concat(block is HeadingBlock ? "h-" : "p-", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 4)));
            var times = seen[name] = seen.GetValueOrDefault(name) + 1;
            block.GetAttributes().Id = times == 1 ? name : $"{name}-{times}";
        }
    }

    private static string WordsOf(ContainerInline inlines)
    {
        var words = new StringBuilder();
        foreach (var inline in inlines.Descendants())
        {
            if (inline is LiteralInline literal) words.Append(literal.Content);
            else if (inline is CodeInline code) words.Append(code.Content);
            else if (inline is LineBreakInline) words.Append(' ');
        }

        return words.ToString().Trim();
    }
}
