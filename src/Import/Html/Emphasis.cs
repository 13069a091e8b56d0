using System.Globalization;

namespace NewsSite.Import.Html;

/// <summary>
/// Moves the ends of bold, italic and the like to where Markdown lets them be: not beside a space, and beside punctuation only where no letter follows.
/// What cannot be is left off; the words stay.
/// </summary>
internal static class Emphasis
{
    public static IReadOnlyList<Piece> Settle(IReadOnlyList<Piece> pieces)
    {
        if (pieces.All(p => p.Marks.Length == 0)) return pieces;
        var settled = Join(Spaces(Join(Edges(Join(Spaces(pieces))))));
        foreach (var mark in settled.SelectMany(p => p.Marks).Where(IsEmphasis).Distinct().ToList()) LeaveOffWhereImpossible(settled, mark);
        return Join(settled);
    }

    /// <summary>Splits spaces off the edges; they keep the marks that hold on both sides.</summary>
    private static List<Piece> Spaces(IReadOnlyList<Piece> pieces)
    {
        var split = new List<Piece>();
        foreach (var piece in pieces)
        {
            if (piece.Kind != PieceKind.Text || piece.Marks.Length == 0)
            {
                split.Add(piece);
                continue;
            }

            var core = piece.Text.Trim();
            var start = core.Length == 0 ? piece.Text.Length : piece.Text.IndexOf(core[0], StringComparison.Ordinal);
            if (start > 0) split.Add(piece with { Text = piece.Text[..start] });
            if (core.Length > 0) split.Add(piece with { Text = core });
            if (core.Length > 0 && start + core.Length < piece.Text.Length) split.Add(piece with { Text = piece.Text[(start + core.Length)..] });
        }

        for (var i = 0; i < split.Count; i++)
        {
            if (!split[i].IsBlank) continue;
            var before = i > 0 ? split[i - 1].Marks : Marks.None;
            var next = i + 1;
            while (next < split.Count && split[next].IsBlank) next++;
            split[i] = split[i] with { Marks = [.. split[i].Marks.Where(m => before.Contains(m) && next < split.Count && split[next].Marks.Contains(m))] };
        }

        return split;
    }

    /// <summary>`**"word"**s` would not close: punctuation between a delimiter and a letter is put outside.</summary>
    private static List<Piece> Edges(List<Piece> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Kind != PieceKind.Text || !piece.Marks.Any(IsEmphasis)) continue;
            if (i + 1 < pieces.Count && EndsHere(piece, pieces[i + 1]) && StartsWithWord(pieces[i + 1]) && Cut(piece.Text, fromEnd: true) is > 0 and var tail)
            {
                pieces[i] = piece with { Text = piece.Text[..^tail] };
                pieces.Insert(i + 1, piece with { Text = piece.Text[^tail..], Marks = Marks.Common(piece.Marks, pieces[i + 1].Marks) });
                piece = pieces[i];
            }

            if (i > 0 && EndsHere(piece, pieces[i - 1]) && EndsWithWord(pieces[i - 1]) && Cut(piece.Text, fromEnd: false) is > 0 and var head)
            {
                pieces[i] = piece with { Text = piece.Text[head..] };
                pieces.Insert(i++, piece with { Text = piece.Text[..head], Marks = Marks.Common(piece.Marks, pieces[i - 2].Marks) });
            }
        }

        pieces.RemoveAll(p => p is { Kind: PieceKind.Text, Text: "" });
        return pieces;
    }

    private static void LeaveOffWhereImpossible(List<Piece> pieces, Mark mark)
    {
        for (var from = 0; from < pieces.Count; from++)
        {
            if (!pieces[from].Marks.Contains(mark)) continue;
            var to = from;
            while (to + 1 < pieces.Count && pieces[to + 1].Marks.Contains(mark)) to++;
            if (!MayStand(pieces, mark, from, to))
                for (var i = from; i <= to; i++) pieces[i] = pieces[i] with { Marks = pieces[i].Marks.Remove(mark) };
            from = to;
        }
    }

    private static bool MayStand(List<Piece> pieces, Mark mark, int from, int to)
    {
        var (before, after) = (from > 0 ? pieces[from - 1] : null, to + 1 < pieces.Count ? pieces[to + 1] : null);
        var startsInPunctuation = !StartsWithWord(pieces[from]) || pieces[from].Marks.Any(m => m != mark && !IsKin(m, mark) && before?.Marks.Contains(m) != true);
        var endsInPunctuation = !EndsWithWord(pieces[to]) || pieces[to].Marks.Any(m => m != mark && !IsKin(m, mark) && after?.Marks.Contains(m) != true);
        if (before is not null && EndsWithWord(before) && before.Marks.All(pieces[from].Marks.Contains) && startsInPunctuation) return false;
        if (after is not null && StartsWithWord(after) && after.Marks.All(pieces[to].Marks.Contains) && endsInPunctuation) return false;

        // Two delimiters of one sign side by side would be read as one: `**bold***italic*`.
        if (before is not null && before.Marks.Any(m => IsKin(m, mark) && !pieces[from].Marks.Contains(m))) return false;
        if (after is not null && after.Marks.Any(m => IsKin(m, mark) && !pieces[to].Marks.Contains(m)) && mark.Kind != MarkKind.Strong) return false;
        return mark.Kind != MarkKind.Subscript || Enumerable.Range(from, to - from + 1).All(i => pieces[i].Marks.All(m => m.Kind != MarkKind.Deleted));
    }

    private static List<Piece> Join(List<Piece> pieces)
    {
        var joined = new List<Piece>(pieces.Count);
        foreach (var piece in pieces)
        {
            if (piece.Kind == PieceKind.Text && joined is [.., { Kind: PieceKind.Text } last] && last.Marks.Length == piece.Marks.Length && last.Marks.All(piece.Marks.Contains))
                joined[^1] = last with { Text = last.Text + piece.Text };
            else joined.Add(piece);
        }

        return joined;
    }

    private static bool EndsHere(Piece piece, Piece neighbour) => piece.Marks.Any(m => IsEmphasis(m) && !neighbour.Marks.Contains(m));

    private static bool IsEmphasis(Mark mark) => mark.Kind != MarkKind.Link;

    private static bool IsKin(Mark a, Mark b) => a != b && IsEmphasis(a) && IsEmphasis(b) && a.Delimiter[0] == b.Delimiter[0];

    private static bool StartsWithWord(Piece piece) => piece.Kind == PieceKind.Text && piece.Text.Length > 0 && MayBeWord(piece.Text[0]);

    private static bool EndsWithWord(Piece piece) => piece.Kind == PieceKind.Text && piece.Text.Length > 0 && MayBeWord(piece.Text[^1]);

    private static int Cut(string text, bool fromEnd)
    {
        var length = 0;
        while (length < text.Length && IsCut(fromEnd ? text[^(length + 1)] : text[length])) length++;
        return length;
    }

    // A surrogate is half of an emoji as a rule, which is a symbol, but there are letters too: both are thought of.
    private static bool IsCut(char c) => char.IsWhiteSpace(c) || char.IsPunctuation(c) || char.IsSymbol(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static bool MayBeWord(char c) => !char.IsWhiteSpace(c) && !char.IsPunctuation(c) && !char.IsSymbol(c);
}
