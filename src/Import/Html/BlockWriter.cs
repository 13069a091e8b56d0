using System.Collections.Immutable;
using AngleSharp.Dom;

namespace NewsSite.Import.Html;

/// <summary>Writes a flow of nodes as blocks of Markdown, in the order a reader sees them.</summary>
internal sealed class BlockWriter(Reading reading)
{
    private readonly InlineReader inline = new(reading);
    private readonly List<Block> blocks = [];
    private readonly List<Piece> run = [];

    public static List<Block> Write(Reading reading, IEnumerable<INode> nodes, ImmutableArray<Mark> marks = default)
    {
        var writer = new BlockWriter(reading);
        writer.Flow(nodes, marks.IsDefault ? Marks.None : marks);
        writer.EndRun();
        return writer.blocks;
    }

    private void Flow(IEnumerable<INode> nodes, ImmutableArray<Mark> marks)
    {
        foreach (var node in nodes)
        {
            if (node is IElement element && !Elements.IsUnseen(node) && Elements.IsBlock(node)) WriteBlock(element, marks);
            else if (node is IElement around && !Elements.IsUnseen(node) && Elements.HoldsBlocks(node))
            {
                // A link around a heading and a paragraph becomes a link in each.
                inline.ReadMedia(around, marks, run);
                Flow(around.ChildNodes, marks.With(inline.MarkOf(around)));
            }
            else inline.Read(node, marks, reading.Source.LineEndsCount, run);
        }
    }

    private void WriteBlock(IElement element, ImmutableArray<Mark> marks)
    {
        EndRun();
        if (reading.Level == Level.Plain && element.LocalName != "hr") Flow(element.ChildNodes, marks);
        else WriteFull(element, marks);
        EndRun();
    }

    private void WriteFull(IElement element, ImmutableArray<Mark> marks)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Heading(element, marks);
                break;
            case "ul" or "ol" or "menu" or "dir" when !IsGallery(element):
                AddIfAny(ListWriter.Write(reading, element, marks, blocks.LastOrDefault()));
                break;
            case "blockquote":
                var quoted = Write(reading, element.ChildNodes, marks);
                if (quoted.Count > 0) Add(new(BlockKind.Other, Block.Indent(Block.Join(quoted), "> ", "> ")));
                break;
            case "pre":
                Preformatted(element, marks);
                break;
            case "hr":
                Add(new(BlockKind.Other, "___"));
                break;
            case "table":
                Table(element, marks);
                break;
            case "figure":
                Figure(element, marks);
                break;
            default:
                NoteContainer(element);
                Flow(element.ChildNodes, element.LocalName is "dt" or "summary" ? marks.With(new(MarkKind.Strong)) : marks);
                break;
        }
    }

    private void NoteContainer(IElement element)
    {
        var how = element.LocalName switch
        {
            "dl" => "kept as paragraphs, each term in bold",
            "details" => "kept open, its summary in bold",
            "form" or "select" or "textarea" or "fieldset" => "its words kept",
            _ => null,
        };
        if (how is not null) reading.Lose(element.LocalName, how);
    }

    private void Heading(IElement heading, ImmutableArray<Mark> marks)
    {
        if (Elements.HoldsBlocks(heading))
        {
            Flow(heading.ChildNodes, marks);
            return;
        }

        var pieces = new List<Piece>();
        foreach (var child in heading.ChildNodes) inline.Read(child, marks, false, pieces);
        var line = Paragraphs.Line([.. pieces.Where(p => p.Kind != PieceKind.Picture)]);
        if (line.Count > 0)
        {
            var words = InlineWriter.Write(line, reading.Level);
            if (words.EndsWith('#') && !words.EndsWith("\\#", StringComparison.Ordinal)) words = words[..^1] + "\\#";
            Add(new(BlockKind.Heading, $"{new string('#', heading.LocalName[1] - '0')} {words}", line));
        }

        foreach (var picture in pieces.Where(p => p.Kind == PieceKind.Picture)) AddPicture(picture);
    }

    private void Preformatted(IElement element, ImmutableArray<Mark> marks)
    {
        if (element.HasClass("wp-block-verse") || element.QuerySelector("img") is not null)
        {
            foreach (var child in element.ChildNodes) inline.Read(child, marks, true, run);
            return;
        }

        foreach (var br in element.QuerySelectorAll("br").ToList()) br.Replace(element.Owner!.CreateTextNode("\n"));
        if (element.QuerySelector("strong,b,em,i,a[href],mark,del,ins,u") is not null) reading.Lose("marks in preformatted text", "its words kept as code");
        var code = VisibleText.Raw(element).ReplaceLineEndings("\n").TrimEnd();
        if (code.Trim().Length == 0) return;
        var fence = "```";
        while (code.Contains(fence, StringComparison.Ordinal)) fence += "`";
        Add(new(BlockKind.Other, $"{fence}{LanguageOf(element)}\n{code.TrimStart('\n')}\n{fence}"));
    }

    private static string LanguageOf(IElement pre)
    {
        var named = pre.ClassList.Concat(pre.QuerySelector("code")?.ClassList ?? Enumerable.Empty<string>()).FirstOrDefault(c => c.StartsWith("language-", StringComparison.Ordinal));
        var language = named?["language-".Length..] ?? "";
        return language.All(char.IsAsciiLetterOrDigit) ? language : "";
    }

    private void Table(IElement table, ImmutableArray<Mark> marks)
    {
        foreach (var caption in table.Children.Where(c => c.LocalName == "caption")) Flow(caption.ChildNodes, marks);
        EndRun();
        if (TableWriter.Write(reading, table, marks) is { } markdown)
        {
            if (markdown.Length > 0) Add(new(BlockKind.Other, markdown));
            return;
        }

        reading.Lose("table with joined cells or blocks in cells", "kept as paragraphs, row by row");
        foreach (var cell in TableWriter.RowsOf(table).SelectMany(TableWriter.CellsOf))
        {
            Flow(cell.ChildNodes, marks);
            EndRun();
        }
    }

    private void Figure(IElement figure, ImmutableArray<Mark> marks)
    {
        if (FigureWriter.Write(reading, figure, marks) is { } markdown) Add(new(BlockKind.Other, markdown));
        else Flow(figure.ChildNodes, marks);
    }

    /// <summary>A gallery is a list to its editor; to a reader it is pictures.</summary>
    private static bool IsGallery(IElement list) => list.HasClass("blocks-gallery-grid") || list.HasClass("wp-block-gallery") || list.ParentElement?.HasClass("wp-block-gallery") == true;

    private void EndRun()
    {
        if (run.Count == 0) return;
        foreach (var paragraph in Paragraphs.Of(run)) AddParagraph(paragraph);
        run.Clear();
    }

    /// <summary>Pictures at either end of a paragraph get a paragraph each: a floated picture is written into the first words of a text.</summary>
    private void AddParagraph(List<Piece> pieces)
    {
        var words = pieces.FindIndex(p => !p.IsBlank && p.Kind != PieceKind.Picture);
        if (words < 0)
        {
            foreach (var picture in pieces.Where(p => p.Kind == PieceKind.Picture)) AddPicture(picture);
            return;
        }

        var last = pieces.FindLastIndex(p => !p.IsBlank && p.Kind != PieceKind.Picture);
        foreach (var picture in pieces[..words].Where(p => p.Kind == PieceKind.Picture)) AddPicture(picture);
        var middle = Paragraphs.Of(pieces[words..(last + 1)])[0];
        Add(new(BlockKind.Paragraph, InlineWriter.Write(middle, reading.Level), middle));
        foreach (var picture in pieces[(last + 1)..].Where(p => p.Kind == PieceKind.Picture)) AddPicture(picture);
    }

    private void AddPicture(Piece picture) => Add(new(BlockKind.Picture, InlineWriter.Picture(picture)));

    private void AddIfAny(Block? block)
    {
        if (block is not null) Add(block);
    }

    private void Add(Block block) => blocks.Add(block);
}
