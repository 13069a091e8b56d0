using AngleSharp.Dom;
using NewsSite.Articles;

namespace NewsSite.Import.Html;

/// <summary>Markdown made of HTML, and what it had no form for.</summary>
internal sealed record ConvertedText(List<Block> Blocks, string Notes, IReadOnlyList<Note> Losses)
{
    public string Markdown => string.Join("\n\n", new[] { Block.Join(Blocks), Notes }.Where(t => t.Length > 0));
}

/// <summary>
/// Makes Markdown of HTML and proves it: what is set from the Markdown must show the reader the same text. Where it would not, the block at fault is
/// kept as plain words. So the equality holds for every text, whatever the HTML.
/// </summary>
internal static class HtmlToMarkdown
{
    /// <summary>Levels; deeper than any text was written by hand, and safe for the stack.</summary>
    private const int Deepest = 120;

    /// <exception cref="MarkdownException">The text is longer than an article may be.</exception>
    public static ConvertedText Convert(string html, TextSource source)
    {
        if (Fragment.IsHostile(html)) return Words(VisibleText.Collapse(PlainText.Of(html)), [new("text nested very deeply", "its words kept as one paragraph")]);
        var body = Fragment.Parse(html);
        var expected = string.Join(' ', source.Footnotes.Select(f => VisibleText.Of(f.Value)).Prepend(VisibleText.Of(body)));
        if (expected.Length > Typesetter.Longest) throw new MarkdownException($"The text has {expected.Length:N0} characters; {Typesetter.Longest:N0} is the most.");
        if (Elements.DepthOf(body) > Deepest) return Words(expected, [new("text nested very deeply", "its words kept as one paragraph")]);

        var first = Whole(body, source, withFootnotes: true);
        if (first is not null && Shows(first.Markdown, expected)) return first;
        var proved = UnitByUnit(body, source);
        return Shows(proved.Markdown, expected) ? proved : Words(expected, [.. proved.Losses, new("whole text", "its words kept as one paragraph")]);
    }

    /// <summary>The text that readers see of this Markdown.</summary>
    public static string TextOf(string markdown)
    {
        var keys = Typesetter.PhotoKeys(markdown).Distinct();
        return PlainText.Of(Typesetter.Set(markdown, "en", keys.ToDictionary(k => k, k => new Photo(k, "jpg", 1, 1))).Html);
    }

    private static ConvertedText? Whole(IElement body, TextSource source, bool withFootnotes)
    {
        var reading = new Reading(source, Level.Full, withFootnotes && source.Footnotes.Count > 0);
        return new(BlockWriter.Write(reading, ((IElement)body.Clone()).ChildNodes), NotesOf(reading), reading.Losses);
    }

    private static string NotesOf(Reading reading)
    {
        var notes = new List<string>();
        foreach (var (_, html) in reading.Source.Footnotes)
        {
            var blocks = BlockWriter.Write(new(reading.Source, Level.Full, withFootnotes: false), Fragment.Parse(html).ChildNodes);
            var mark = reading.WithFootnotes ? FormattableString.Invariant($"[^{notes.Count + 1}]: ") : FormattableString.Invariant($"{notes.Count + 1}. ");
            notes.Add(Block.Indent(Block.Join(blocks), mark, "    "));
        }

        return string.Join(reading.WithFootnotes ? "\n\n" : "\n", notes);
    }

    private static ConvertedText UnitByUnit(IElement body, TextSource source)
    {
        var blocks = new List<Block>();
        var losses = new List<Note>();
        foreach (var unit in UnitsOf(body))
        {
            var expected = VisibleText.Of(unit);
            var tried = Enum.GetValues<Level>().Select(level => Try(unit, source, level)).FirstOrDefault(t => t is { } made && Shows(Block.Join(made.Blocks), expected));
            if (tried is { } made)
            {
                losses.AddRange(made.Losses);
                if (made.Level > Level.Full) losses.Add(new($"{NameOf(unit)} that Markdown would show otherwise", made.Level == Level.NoEmphasis ? "kept without bold and italic" : "kept as paragraphs of its words"));
                blocks.AddRange(made.Blocks);
            }
            else if (expected.Length > 0)
            {
                losses.Add(new($"{NameOf(unit)} that Markdown would show otherwise", "its words kept as one paragraph"));
                blocks.AddRange(Words(expected, []).Blocks);
            }
        }

        return new(blocks, NotesOf(new(source, Level.Full, withFootnotes: false)), losses);
    }

    private static (Level Level, List<Block> Blocks, IReadOnlyList<Note> Losses)? Try(List<INode> unit, TextSource source, Level level)
    {
        var reading = new Reading(source, level, withFootnotes: false);
        return (level, BlockWriter.Write(reading, unit.ConvertAll(n => n.Clone())), reading.Losses);
    }

    private static ConvertedText Words(string text, IReadOnlyList<Note> losses)
    {
        if (text.Length == 0) return new([], "", losses);
        var piece = new Piece(PieceKind.Text, text, Marks.None);
        return new([new(BlockKind.Paragraph, InlineWriter.Write([piece], Level.Plain), [piece])], "", losses);
    }

    private static bool Shows(string markdown, string expected)
    {
        try
        {
            return VisibleText.Same(TextOf(markdown), expected);
        }
        catch (MarkdownException)
        {
            return false;
        }
    }

    /// <summary>The smallest parts that can be proved one by one: blocks, and what stands between them. Boxes that mean nothing are opened.</summary>
    private static IEnumerable<List<INode>> UnitsOf(INode parent)
    {
        var between = new List<INode>();
        foreach (var node in parent.ChildNodes)
        {
            if (!Elements.IsBlock(node) && !Elements.HoldsBlocks(node))
            {
                between.Add(node);
                continue;
            }

            if (between.Count > 0) yield return between;
            between = [];
            if (node is IElement { LocalName: "div" or "section" or "article" or "main" or "center" } box && !Elements.IsUnseen(box))
                foreach (var unit in UnitsOf(box)) yield return unit;
            else yield return [node];
        }

        if (between.Count > 0) yield return between;
    }

    private static string NameOf(List<INode> unit) => unit is [IElement element] ? element.LocalName : "text";
}
