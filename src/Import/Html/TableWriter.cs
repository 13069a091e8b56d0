using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;

namespace NewsSite.Import.Html;

/// <summary>Writes tables of one line a cell; others have no Markdown form.</summary>
internal static class TableWriter
{
    /// <returns>The Markdown, empty for an empty table; null when a table is of another kind.</returns>
    public static string? Write(Reading reading, IElement table, ImmutableArray<Mark> marks)
    {
        var rows = RowsOf(table).Select(r => CellsOf(r).ToList()).Where(r => r.Count > 0).ToList();
        if (rows.Count == 0) return "";
        var columns = rows.Max(r => r.Count);
        if (columns < 2 || rows.Exists(r => r.Exists(c => !IsSimple(c)))) return null;

        var lines = new StringBuilder();
        var hasHead = rows[0].TrueForAll(c => c.LocalName == "th" || c.ParentElement?.ParentElement?.LocalName == "thead");
        var body = hasHead ? rows.Skip(1) : rows;
        AppendRow(lines, hasHead ? rows[0].Select(c => Cell(reading, c, marks)) : [], columns);
        lines.Append('|');
        for (var i = 0; i < columns; i++) lines.Append(Alignment(rows[0].ElementAtOrDefault(i))).Append('|');
        lines.Append('\n');
        foreach (var row in body) AppendRow(lines, row.Select(c => Cell(reading, c, marks)), columns);
        return lines.ToString().TrimEnd('\n');
    }

    public static IEnumerable<IElement> RowsOf(IElement table) => table.Children
        .Where(c => !Elements.IsUnseen(c))
        .SelectMany(part => part.LocalName is "thead" or "tbody" or "tfoot" ? part.Children.AsEnumerable() : [part])
        .Where(row => row.LocalName == "tr" && !Elements.IsUnseen(row));

    public static IEnumerable<IElement> CellsOf(IElement row) => row.Children.Where(c => c.LocalName is "td" or "th" && !Elements.IsUnseen(c));

    private static bool IsSimple(IElement cell) =>
        cell.GetAttribute("colspan") is null or "" or "1" && cell.GetAttribute("rowspan") is null or "" or "1"
        && cell.QuerySelectorAll("*").All(e => !Elements.IsBlock(e) || e.LocalName is "p" or "div" or "center");

    private static string Cell(Reading reading, IElement cell, ImmutableArray<Mark> marks)
    {
        var pieces = new List<Piece>();
        var inline = new InlineReader(reading);
        foreach (var node in cell.ChildNodes) Read(inline, node, marks, pieces);
        return InlineWriter.Write(Paragraphs.Line(pieces), reading.Level).Replace("\n", " ", StringComparison.Ordinal);
    }

    private static void Read(InlineReader inline, INode node, ImmutableArray<Mark> marks, List<Piece> pieces)
    {
        if (!Elements.IsBlock(node) && !Elements.HoldsBlocks(node))
        {
            inline.Read(node, marks, false, pieces);
            return;
        }

        pieces.Add(new(PieceKind.Text, " ", Marks.None));
        foreach (var child in node.ChildNodes) Read(inline, child, marks.With(inline.MarkOf((IElement)node)), pieces);
        pieces.Add(new(PieceKind.Text, " ", Marks.None));
    }

    private static void AppendRow(StringBuilder lines, IEnumerable<string> cells, int columns)
    {
        var written = cells.ToList();
        lines.Append('|');
        for (var i = 0; i < columns; i++) lines.Append(' ').Append(i < written.Count ? written[i] : "").Append(" |");
        lines.Append('\n');
    }

    private static string Alignment(IElement? cell)
    {
        var said = cell is null ? "" : $"{cell.GetAttribute("align")} {cell.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal)} {cell.ClassName}";
        if (said.Contains("align-center", StringComparison.Ordinal) || said.Contains("text-align:center", StringComparison.Ordinal) || said.StartsWith("center", StringComparison.Ordinal)) return ":---:";
        return said.Contains("align-right", StringComparison.Ordinal) || said.Contains("text-align:right", StringComparison.Ordinal) || said.StartsWith("right", StringComparison.Ordinal) ? "---:" : "---";
    }
}
