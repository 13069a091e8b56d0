using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;

namespace NewsSite.Import.Html;

/// <summary>Writes lists, of bullets or numbers, in any depth.</summary>
internal static class ListWriter
{
    public static Block? Write(Reading reading, IElement list, ImmutableArray<Mark> marks, Block? before)
    {
        var items = ItemsOf(list).Select(i => BlockWriter.Write(reading, i, marks)).ToList();
        if (items.All(i => i.Count == 0)) return null;

        var numbered = list.LocalName == "ol";
        var kind = numbered ? BlockKind.NumberList : BlockKind.BulletList;
        var (usual, other) = numbered ? ('.', ')') : ('-', '*');
        var marker = before?.Kind == kind && before.Marker == usual ? other : usual;
        if (list.HasAttribute("reversed") || (list.GetAttribute("type") is { Length: > 0 } type && numbered && type != "1")) reading.Lose("ol with letters or falling numbers", "kept with rising numbers");

        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start < 100_000_000 ? start : 1;
        var tight = items.TrueForAll(IsTight);
        var written = items.Select((item, i) =>
        {
            var mark = numbered ? string.Create(CultureInfo.InvariantCulture, $"{number + i}{marker} ") : $"{marker} ";
            return Block.Indent(string.Join(tight ? "\n" : "\n\n", item.Select(b => b.Markdown)), item.Count == 0 ? mark.TrimEnd() : mark, new string(' ', mark.Length));
        });
        return new(kind, string.Join(tight ? "\n" : "\n\n", written), Marker: marker);
    }

    /// <summary>Nodes of each item. What stands between the items, as a careless editor leaves it, belongs to the item before.</summary>
    private static List<List<INode>> ItemsOf(IElement list)
    {
        var items = new List<List<INode>>();
        foreach (var node in list.ChildNodes)
        {
            if (node is IElement { LocalName: "li" } item && !Elements.IsUnseen(item)) items.Add([.. item.ChildNodes]);
            else if (node is IElement || (node is IText text && text.Data.Trim().Length > 0))
            {
                if (items.Count == 0) items.Add([]);
                items[^1].Add(node);
            }
        }

        return items;
    }

    /// <summary>One paragraph, and lists under it that may follow it without a blank line.</summary>
    private static bool IsTight(List<Block> item) =>
        item.Count == 0 || (item[0].Kind == BlockKind.Paragraph && item.Skip(1).All(b => b.Kind == BlockKind.BulletList || (b.Kind == BlockKind.NumberList && b.Markdown.StartsWith('1') && b.Markdown[1] == b.Marker)));
}
