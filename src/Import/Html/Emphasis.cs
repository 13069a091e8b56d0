using System.Globalization;

namespace NewsSite.Import.Html;

/// <summary>
/// Moves the ends of bold, italic and the like to where Markdown lets them be: not beside a space, and beside punctuation only where no letter follows.
/// </summary>
internal static class Emphasis
{
    public static IReadOnlyList<Piece> Settle(IReadOnlyList<Piece> pieces)
    {
        if (pieces.All(p => p.Marks.Length == 0)) return pieces;
        var settled = Spaces(pieces);
        return Join(Punctuation(Join(settled)));
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
    private static List<Piece> Punctuation(List<Piece> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Kind != PieceKind.Text || !piece.Marks.Any(IsEmphasis)) continue;

            // Punctuation at the end of a bold stretch, with a letter after it.
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

    private static bool StartsWithWord(Piece piece) => piece.Kind == PieceKind.Text && piece.Text.Length > 0 && IsWord(piece.Text[0]);

    private static bool EndsWithWord(Piece piece) => piece.Kind == PieceKind.Text && piece.Text.Length > 0 && IsWord(piece.Text[^1]);

    private static bool IsWord(char c) => !char.IsWhiteSpace(c) && !IsPunctuation(c);

    private static int Cut(string text, bool fromEnd)
    {
        var length = 0;
        while (length < text.Length && IsPunctuation(fromEnd ? text[^(length + 1)] : text[length])) length++;
        return length;
    }

    // A surrogate is half of an emoji as a rule, and those are symbols.
    private static bool IsPunctuation(char c) => char.IsPunctuation(c) || char.IsSymbol(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
