using System.Collections.Immutable;
using AngleSharp.Dom;

namespace NewsSite.Import.Html;

/// <summary>Reads inline content into pieces, each with the marks that cover it.</summary>
internal sealed class InlineReader(Reading reading)
{
    private static readonly Dictionary<string, MarkKind> Kinds = new(StringComparer.Ordinal)
    {
        ["strong"] = MarkKind.Strong, ["b"] = MarkKind.Strong, ["em"] = MarkKind.Emphasis, ["i"] = MarkKind.Emphasis, ["cite"] = MarkKind.Emphasis,
        ["dfn"] = MarkKind.Emphasis, ["var"] = MarkKind.Emphasis, ["del"] = MarkKind.Deleted, ["s"] = MarkKind.Deleted, ["strike"] = MarkKind.Deleted,
        ["ins"] = MarkKind.Inserted, ["u"] = MarkKind.Inserted, ["mark"] = MarkKind.Marked, ["sub"] = MarkKind.Subscript, ["sup"] = MarkKind.Superscript,
    };

    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal) { "code", "kbd", "samp", "tt" };

    // Their words stay; what they say about them has no Markdown.
    private static readonly HashSet<string> WordsOnly = new(StringComparer.Ordinal)
    {
        "q", "ruby", "bdo", "small", "big", "font", "blink", "marquee", "svg", "math", "button", "label", "output", "form", "nobr",
    };

    /// <param name="node">A node without blocks in it.</param>
    /// <param name="marks">What covers the node.</param>
    /// <param name="lineEndsCount">Whether a line end in the text is a line break.</param>
    /// <param name="pieces">Where the pieces go.</param>
    public void Read(INode node, ImmutableArray<Mark> marks, bool lineEndsCount, List<Piece> pieces)
    {
        if (node is IText text) ReadText(text.Data, marks, lineEndsCount, pieces);
        else if (node is IElement element && !ReadMedia(element, marks, pieces) && !IsLeftOut(element)) ReadElement(element, marks, lineEndsCount, pieces);
    }

    /// <summary>The mark an element sets on all in it, if any.</summary>
    public Mark? MarkOf(IElement element)
    {
        if (element.LocalName == "a") return LinkOf(element);
        if (Kinds.TryGetValue(element.LocalName, out var kind)) return IsToned(element) ? null : new(kind);
        if (element.LocalName != "span" || element.GetAttribute("style") is not { } style) return null;
        var plain = style.Replace(" ", "", StringComparison.Ordinal);
        if (plain.Contains("font-weight:bold", StringComparison.Ordinal) || plain.Contains("font-weight:700", StringComparison.Ordinal)) return new(MarkKind.Strong);
        return plain.Contains("font-style:italic", StringComparison.Ordinal) ? new(MarkKind.Emphasis) : null;
    }

    /// <summary>Elements that show something other than their words: a picture, or what other sites play here.</summary>
    public bool ReadMedia(IElement element, ImmutableArray<Mark> marks, List<Piece> pieces)
    {
        if (element.LocalName is "img" or "amp-img")
        {
            ReadPicture(element, marks, pieces);
            return true;
        }

        if (element.LocalName is not ("iframe" or "embed" or "object" or "video" or "audio")) return false;
        var address = MediaAddress(element);
        if (address is not null && reading.Source.Link(address) is { } url && IsOnTheWeb(url))
        {
            reading.Lose(element.LocalName, "kept as a link to its address");
            pieces.Add(new(PieceKind.Picture, element.GetAttribute("title") ?? "", [], url));
        }
        else if (address is not null) reading.Lose(element.LocalName, "left out: its address leads nowhere");
        return element.LocalName != "object";
    }

    private void ReadElement(IElement element, ImmutableArray<Mark> marks, bool lineEndsCount, List<Piece> pieces)
    {
        if (element.LocalName == "br") pieces.Add(new(PieceKind.Break, "", marks));
        else if (reading.FootnoteNumber(element.GetAttribute("data-fn")) is { } number) pieces.Add(new(PieceKind.Footnote, FormattableString.Invariant($"{number}"), []));
        else if (Codes.Contains(element.LocalName) && element.QuerySelector("img,br,iframe,video,audio,object,embed") is null) ReadCode(VisibleText.Raw(element), marks, pieces);
        else
        {
            NoteWordsOnly(element);
            foreach (var child in element.ChildNodes) Read(child, marks.With(MarkOf(element)), lineEndsCount, pieces);
        }
    }

    private static void ReadCode(string code, ImmutableArray<Mark> marks, List<Piece> pieces)
    {
        var words = VisibleText.Collapse(code);
        if (code is [' ' or '\n', ..]) pieces.Add(new(PieceKind.Text, " ", marks));
        if (words.Length > 0) pieces.Add(new(PieceKind.Code, words, marks));
        if (code is [.., ' ' or '\n']) pieces.Add(new(PieceKind.Text, " ", marks));
    }

    private void NoteWordsOnly(IElement element)
    {
        if (WordsOnly.Contains(element.LocalName)) reading.Lose(element.LocalName, "its words kept");
        else if (element.LocalName is "abbr" or "acronym" && element.HasAttribute("title")) reading.Lose(element.LocalName, "its words kept, the long form in its title not");
    }

    private bool IsLeftOut(IElement element)
    {
        if (!Elements.IsUnseen(element)) return false;
        if (element.LocalName is "script" or "style" or "canvas") reading.Lose(element.LocalName, "left out");
        else if (element.TextContent.Trim().Length > 0) reading.Lose($"hidden {element.LocalName}", "left out");
        return true;
    }

    private Mark? LinkOf(IElement element)
    {
        var address = element.GetAttribute("href")?.Trim();
        if (string.IsNullOrEmpty(address) || address == "#") return null;
        if (reading.Source.Link(address) is { } url) return new(MarkKind.Link, url, element.GetAttribute("title") is { Length: > 0 } title ? VisibleText.Collapse(title) : null);
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        reading.Lose(address[0] == '#' ? "link to a place within the text" : colon is > 0 and < 12 ? $"{address[..colon].ToLowerInvariant()}: link" : "link to no address", "its words kept");
        return null;
    }

    /// <summary>The block editor colours words with `mark` too; that is no highlight.</summary>
    private static bool IsToned(IElement element) =>
        (element.LocalName == "mark" && element.HasClass("has-inline-color")) || (element.LocalName == "b" && element.GetAttribute("style") is { } style && style.Contains("font-weight:normal", StringComparison.Ordinal));

    private void ReadPicture(IElement image, ImmutableArray<Mark> marks, List<Piece> pieces)
    {
        var url = reading.Source.Picture(image);
        if (url is null)
        {
            reading.Lose("img without an address of its own", "left out");
            return;
        }

        var link = marks.FirstOrDefault(m => m.Kind == MarkKind.Link);
        var ours = url.StartsWith("media:", StringComparison.Ordinal);
        var leadsOn = link is not null && !LeadsToPicture(link.Url!, image.GetAttribute("src") ?? "");
        var around = leadsOn && ours ? [link!] : Marks.None;
        pieces.Add(new(PieceKind.Picture, VisibleText.Collapse(image.GetAttribute("alt") ?? ""), around, url));

        // A picture kept as a link cannot stand in another link; the second stands beside it.
        if (leadsOn && !ours && IsOnTheWeb(link!.Url!)) pieces.Add(new(PieceKind.Picture, "", [], link.Url));
    }

    /// <summary>Around its pictures WordPress puts links to the file, or to a page with nothing but the picture, named like the file.</summary>
    private static bool LeadsToPicture(string url, string picture)
    {
        var path = url.Split('?', '#')[0];
        var name = Path.GetFileName(path.TrimEnd('/'));
        return Path.GetExtension(path).ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".gif" or ".webp" or ".avif" || url.Contains("attachment_id=", StringComparison.Ordinal)
            || (name.Length > 0 && Path.GetFileName(picture.Split('?')[0]).StartsWith(name, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsOnTheWeb(string url) => url.StartsWith("http", StringComparison.OrdinalIgnoreCase) || url.StartsWith('/');

    private static string? MediaAddress(IElement element)
    {
        if (element.LocalName == "object" && element.QuerySelector("embed") is not null) return null;
        var own = element.GetAttribute(element.LocalName == "object" ? "data" : "src") ?? element.GetAttribute("data-src");
        return own ?? element.QuerySelector("source[src]")?.GetAttribute("src") ?? element.QuerySelector("param[name=movie],param[name=src]")?.GetAttribute("value");
    }

    private static void ReadText(string text, ImmutableArray<Mark> marks, bool lineEndsCount, List<Piece> pieces)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            var space = IsSpace(text[at]);
            while (end < text.Length && IsSpace(text[end]) == space) end++;
            if (!space) pieces.Add(new(PieceKind.Text, text[at..end], marks));
            else
            {
                var lineEnds = lineEndsCount ? text.AsSpan(at, end - at).Count('\n') : 0;
                pieces.Add(lineEnds == 0 ? new(PieceKind.Text, " ", marks) : new(lineEnds > 1 ? PieceKind.ParagraphEnd : PieceKind.LineEnd, "", marks));
            }

            at = end;
        }
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
