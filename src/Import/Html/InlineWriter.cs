using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace NewsSite.Import.Html;

/// <summary>Writes the pieces of one paragraph as Markdown.</summary>
internal sealed class InlineWriter
{
    private static readonly SearchValues<char> NotInAddress = SearchValues.Create(" <>\\\"");
    private readonly StringBuilder markdown = new();
    private readonly List<Mark> open = [];
    private readonly IReadOnlyList<Piece> pieces;
    private readonly Level level;

    private InlineWriter(IReadOnlyList<Piece> pieces, Level level) => (this.pieces, this.level) = (pieces, level);

    public static string Write(IReadOnlyList<Piece> pieces, Level level)
    {
        var settled = level == Level.Full ? Emphasis.Settle(pieces) : pieces;
        return new InlineWriter([.. settled.Select(p => p with { Marks = Kept(p, level) })], level).Write();
    }

    /// <summary>A picture alone in its paragraph.</summary>
    public static string Picture(Piece picture) => Write([picture], Level.Full);

    private static ImmutableArray<Mark> Kept(Piece piece, Level level) => level switch
    {
        Level.Plain => Marks.None,
        Level.NoEmphasis => [.. piece.Marks.Where(m => m.Kind == MarkKind.Link)],
        _ => piece.Marks,
    };

    private string Write()
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            CloseDownTo(pieces[i].Marks);
            foreach (var mark in pieces[i].Marks.Where(m => !open.Contains(m)).OrderByDescending(m => Reach(m, i)).ThenBy(m => m.Kind).ToList()) Open(mark);
            WriteContent(pieces[i]);
        }

        CloseDownTo(Marks.None);
        return Escape.LineStarts(markdown.ToString());
    }

    /// <summary>How many pieces from here a mark covers: the longest is opened first, so that none must be closed before its end.</summary>
    private int Reach(Mark mark, int from)
    {
        var to = from;
        while (to < pieces.Count && pieces[to].Marks.Contains(mark)) to++;
        return to - from;
    }

    private void Open(Mark mark)
    {
        open.Add(mark);
        markdown.Append(mark.Kind == MarkKind.Link ? "[" : mark.Delimiter);
    }

    private void CloseDownTo(ImmutableArray<Mark> marks)
    {
        var keep = open.FindIndex(m => !marks.Contains(m));
        for (var i = open.Count - 1; keep >= 0 && i >= keep; i--)
        {
            if (open[i].Kind == MarkKind.Link) markdown.Append("](").Append(Escape.Address(open[i].Url!)).Append(open[i].Title is { } title ? Escape.Title(title) : "").Append(')');
            else markdown.Append(open[i].Delimiter);
            open.RemoveAt(i);
        }
    }

    private void WriteContent(Piece piece)
    {
        var inLink = open.Exists(m => m.Kind == MarkKind.Link);
        if (piece.Kind == PieceKind.Break) markdown.Append("\\\n");
        else if (piece.Kind == PieceKind.Footnote) markdown.Append("[^").Append(piece.Text).Append(']');
        else if (piece.Kind == PieceKind.Code && level != Level.Plain) WriteCode(piece.Text);
        else if (piece.Kind == PieceKind.Picture) WritePicture(piece);
        else if (level == Level.Plain) Escape.Everything(piece.Text, markdown);
        else if (IsBareAddress(piece)) markdown.Append('<').Append(piece.Text).Append('>');
        else Escape.Text(piece.Text, inLink, touched: pieces.Count > 1 || piece.Marks.Length > 0, markdown);
    }

    /// <summary>An address alone in its paragraph is an embed: it becomes a link that shows its address.</summary>
    private bool IsBareAddress(Piece piece) => pieces.Count == 1
        && (piece.Text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || piece.Text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        && piece.Marks.Length == 0
        && piece.Text.AsSpan().IndexOfAny(NotInAddress) < 0;

    private void WritePicture(Piece piece)
    {
        markdown.Append("![");
        if (level == Level.Plain) Escape.Everything(piece.Text, markdown);
        else Escape.Text(piece.Text, inLink: true, touched: true, markdown);
        markdown.Append("](").Append(Escape.Address(piece.Url!)).Append(')');
    }

    private void WriteCode(string code)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in code)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        var space = code[0] == '`' || code[^1] == '`' ? " " : "";
        markdown.Append(fence).Append(space).Append(code).Append(space).Append(fence);
    }
}
