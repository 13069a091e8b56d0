using System.Collections.Immutable;
using AngleSharp.Dom;

namespace NewsSite.Import.Html;

/// <summary>Writes one picture with its caption as a figure.</summary>
internal static class FigureWriter
{
    /// <returns>Null when the figure holds something else, or has no caption to hold together.</returns>
    public static string? Write(Reading reading, IElement figure, ImmutableArray<Mark> marks)
    {
        var captions = figure.Children.Where(c => c.LocalName == "figcaption").ToList();
        if (captions.Count != 1 || VisibleText.Of(captions[0]).Length == 0 || Elements.HoldsBlocks(captions[0])) return null;

        // Read apart, so that losses are not told twice when it turns out to be no figure of ours.
        var trial = new Reading(reading.Source, reading.Level, reading.WithFootnotes);
        var content = BlockWriter.Write(trial, figure.ChildNodes.Where(n => n != captions[0]), marks);
        if (content is not [{ Kind: BlockKind.Picture } picture]) return null;

        var pieces = new List<Piece>();
        var inline = new InlineReader(trial);
        foreach (var node in captions[0].ChildNodes) inline.Read(node, marks, false, pieces);
        var line = Paragraphs.Line(pieces);
        if (line.Count == 0 || line.Exists(p => p.Kind == PieceKind.Picture)) return null;
        foreach (var loss in trial.Losses) reading.Lose(loss.What, loss.How);
        var caption = InlineWriter.Write(line, reading.Level);
        var above = captions[0].NextElementSibling is not null && captions[0].PreviousElementSibling is null;
        return above ? $"^^^ {caption}\n{picture.Markdown}\n^^^" : $"^^^\n{picture.Markdown}\n^^^ {caption}";
    }
}
