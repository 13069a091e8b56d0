using System.Collections.Immutable;

namespace NewsSite.Import.Html;

/// <summary>What inline markup says about a stretch of text, as far as Markdown can say it.</summary>
internal enum MarkKind
{
    Link,
    Strong,
    Emphasis,
    Deleted,
    Inserted,
    Marked,
    Subscript,
    Superscript,
}

/// <summary>One mark; links are equal when they lead to the same place.</summary>
internal sealed record Mark(MarkKind Kind, string? Url = null, string? Title = null)
{
    public string Delimiter => Kind switch
    {
        MarkKind.Strong => "**",
        MarkKind.Emphasis => "*",
        MarkKind.Deleted => "~~",
        MarkKind.Inserted => "++",
        MarkKind.Marked => "==",
        MarkKind.Subscript => "~",
        MarkKind.Superscript => "^",
        _ => "",
    };
}

internal static class Marks
{
    public static ImmutableArray<Mark> None { get; } = [];

    /// <summary>Bold in bold is bold: a mark is carried once.</summary>
    public static ImmutableArray<Mark> With(this ImmutableArray<Mark> marks, Mark? mark) =>
        mark is null || marks.Any(m => m.Kind == mark.Kind) ? marks : marks.Add(mark);

    public static ImmutableArray<Mark> Common(ImmutableArray<Mark> a, ImmutableArray<Mark> b) => [.. a.Where(b.Contains)];
}

internal enum PieceKind
{
    Text,
    Code,
    Picture,
    Footnote,

    /// <summary>A line break.</summary>
    Break,

    /// <summary>A line end in text typed without markup: a line break, unless another stands beside it.</summary>
    LineEnd,
    ParagraphEnd,
}

/// <summary>A stretch of inline content under one set of marks. Its text is its words, of a picture what it shows, of a footnote its number; a picture has an address.</summary>
internal sealed record Piece(PieceKind Kind, string Text, ImmutableArray<Mark> Marks, string? Url = null)
{
    public bool IsBreak => Kind is PieceKind.Break or PieceKind.LineEnd or PieceKind.ParagraphEnd;

    public bool IsBlank => IsBreak || (Kind == PieceKind.Text && string.IsNullOrWhiteSpace(Text));
}
