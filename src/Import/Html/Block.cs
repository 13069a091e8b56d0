using System.Text;

namespace NewsSite.Import.Html;

internal enum BlockKind
{
    Paragraph,
    Heading,
    Picture,
    BulletList,
    NumberList,
    Other,
}

/// <summary>
/// One block of Markdown; of a paragraph or heading also its pieces, so that credit lines can be read from it; of a list also how its items are marked,
/// for two lists in a row must differ or they would be one.
/// </summary>
internal sealed record Block(BlockKind Kind, string Markdown, IReadOnlyList<Piece>? Pieces = null, char Marker = '\0')
{
    public bool IsList => Kind is BlockKind.BulletList or BlockKind.NumberList;

    public static string Join(IEnumerable<Block> blocks) => string.Join("\n\n", blocks.Select(b => b.Markdown));

    /// <summary>Puts something before each line, as quotations and lists do.</summary>
    public static string Indent(string markdown, string first, string rest)
    {
        var indented = new StringBuilder(first);
        var lines = markdown.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) indented.Append('\n').Append(lines[i].Length == 0 ? rest.TrimEnd() : rest);
            indented.Append(lines[i]);
        }

        return indented.ToString();
    }
}
