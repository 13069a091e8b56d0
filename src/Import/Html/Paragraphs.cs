namespace NewsSite.Import.Html;

/// <summary>Makes paragraphs of a run of pieces: breaks settled, spaces collapsed, neighbours alike joined.</summary>
internal static class Paragraphs
{
    /// <summary>The paragraphs in the run; two line breaks in a row end one, as they do for the eye.</summary>
    public static List<List<Piece>> Of(IReadOnlyList<Piece> run)
    {
        var paragraphs = new List<List<Piece>>();
        var current = new List<Piece>();
        foreach (var piece in Settle(run))
        {
            if (piece.Kind != PieceKind.ParagraphEnd)
            {
                current.Add(piece);
                continue;
            }

            Add(current, paragraphs);
            current = [];
        }

        Add(current, paragraphs);
        return paragraphs;
    }

    /// <summary>The run as one line, for places that have no room for more.</summary>
    public static List<Piece> Line(IReadOnlyList<Piece> run) =>
        Tidy([.. run.Select(p => p.IsBreak ? new Piece(PieceKind.Text, " ", p.Marks) : p)]);

    private static void Add(List<Piece> pieces, List<List<Piece>> paragraphs)
    {
        var tidy = Tidy(pieces);
        if (tidy.Count > 0) paragraphs.Add(tidy);
    }

    private static IEnumerable<Piece> Settle(IReadOnlyList<Piece> run)
    {
        for (var i = 0; i < run.Count;)
        {
            if (!run[i].IsBreak)
            {
                yield return run[i++];
                continue;
            }

            // Spaces between breaks are nothing; a `br` and the line end after it are one break.
            var (breaks, lineEnds, ends) = (0, 0, 0);
            var first = run[i];
            for (; i < run.Count && (run[i].IsBreak || IsSpace(run[i])); i++)
            {
                if (run[i].Kind == PieceKind.Break) breaks++;
                else if (run[i].Kind == PieceKind.LineEnd) lineEnds++;
                else if (run[i].Kind == PieceKind.ParagraphEnd) ends++;
            }

            yield return first with { Kind = ends > 0 || breaks > 1 || (breaks == 0 && lineEnds > 1) ? PieceKind.ParagraphEnd : PieceKind.Break };
        }
    }

    private static List<Piece> Tidy(List<Piece> pieces)
    {
        var tidy = new List<Piece>(pieces.Count);
        foreach (var piece in pieces)
        {
            var last = tidy.Count > 0 ? tidy[^1] : null;
            if (IsSpace(piece) && (last is null || last.IsBreak || last is { Kind: PieceKind.Text, Text: [.., ' '] })) continue;
            if (piece.Kind == PieceKind.Text && last is { Kind: PieceKind.Text } && last.Marks.SequenceEqual(piece.Marks)) tidy[^1] = last with { Text = last.Text + piece.Text };
            else if (piece.Kind == PieceKind.Code && last is { Kind: PieceKind.Code }) tidy[^1] = last with { Text = last.Text + piece.Text };
            else if (!(piece.IsBreak && tidy.Count == 0)) tidy.Add(piece);
        }

        Trim(tidy);
        return tidy.TrueForAll(p => p.IsBlank) ? [] : tidy;
    }

    private static void Trim(List<Piece> pieces)
    {
        if (pieces is [{ Kind: PieceKind.Text } first, ..]) pieces[0] = first with { Text = first.Text.TrimStart(' ') };
        while (pieces.Count > 0 && (pieces[^1].IsBreak || IsSpace(pieces[^1]))) pieces.RemoveAt(pieces.Count - 1);
        if (pieces is [.., { Kind: PieceKind.Text } last]) pieces[^1] = last with { Text = last.Text.TrimEnd(' ') };
        for (var i = 1; i < pieces.Count; i++)
            if (pieces[i].IsBreak && pieces[i - 1].Kind == PieceKind.Text) pieces[i - 1] = pieces[i - 1] with { Text = pieces[i - 1].Text.TrimEnd(' ') };
    }

    private static bool IsSpace(Piece piece) => piece is { Kind: PieceKind.Text, Text: " " };
}
