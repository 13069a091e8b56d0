using System.Text.RegularExpressions;
using NewsSite.Articles;
using NewsSite.Import.Html;

namespace NewsSite.Import;

/// <summary>A person and what the text says they did.</summary>
internal sealed record NamedCredit(Role Role, string Name);

/// <summary>Where a text says it came from.</summary>
internal sealed record NamedSource(string? Outlet, string? Url);

/// <summary>What was read from the credit lines of a text, in their order, each person once for each role.</summary>
internal sealed record FoundCredits(List<NamedCredit> Credits, List<string> Lines)
{
    public NamedSource? Source { get; set; }

    public void Add(NamedCredit credit)
    {
        if (!Credits.Exists(c => c.Role == credit.Role && string.Equals(c.Name, credit.Name, StringComparison.OrdinalIgnoreCase))) Credits.Add(credit);
    }
}

/// <summary>Reads "Article by: …", "Translated by: …" and the like, where they stand alone at the head or the end of a text, and takes them out of it.</summary>
internal static partial class CreditLines
{
    private const int AtHead = 4;
    private const int AtEnd = 5;
    private const int Longest = 120;

    /// <summary>Takes out the paragraphs that are nothing but credits.</summary>
    public static FoundCredits Take(List<Block> blocks)
    {
        var found = new FoundCredits([], []);
        var texts = blocks.Where(b => b.Kind != BlockKind.Picture).ToList();
        var places = texts.Take(AtHead).Concat(texts.Skip(Math.Max(AtHead, texts.Count - AtEnd))).Where(b => b.Pieces is not null).ToList();
        var taken = places.Where(b => Read(b, found)).ToHashSet(ReferenceEqualityComparer.Instance);

        // A text of nothing but credits stays as it is: an empty page helps nobody.
        if (taken.Count == blocks.Count) return new([], []);
        blocks.RemoveAll(taken.Contains);
        return found;
    }

    private static bool Read(Block block, FoundCredits found)
    {
        var parts = new List<(Role? Role, string Text, string? Url)>();
        var lines = Split(block.Pieces!);
        foreach (var line in lines)
        {
            var text = VisibleText.Collapse(string.Concat(line.Select(p => p.Text)));
            if (text.Length == 0) continue;
            var isSetOff = block.Kind != BlockKind.Heading && line.Where(p => !p.IsBlank).All(p => p.Marks.Any(m => m.Kind is MarkKind.Strong or MarkKind.Emphasis));
            var url = line.SelectMany(p => p.Marks).FirstOrDefault(m => m.Kind == MarkKind.Link)?.Url;
            if (Parts(text, isSetOff) is not { } said) return false;
            parts.AddRange(said.Select(s => (s.Role, s.Text, url)));
        }

        if (parts.Count == 0 || !Accept(parts, found)) return false;
        found.Lines.AddRange(lines.Select(l => VisibleText.Collapse(string.Concat(l.Select(p => p.Text)))).Where(l => l.Length > 0));
        return true;
    }

    /// <summary>Nothing is taken unless all of it is understood.</summary>
    private static bool Accept(List<(Role? Role, string Text, string? Url)> parts, FoundCredits found)
    {
        var credits = new List<NamedCredit>();
        NamedSource? source = null;
        foreach (var (role, text, url) in parts)
        {
            if (role is { } named && CreditWords.Names(text) is { } names) credits.AddRange(names.Select(n => new NamedCredit(named, n)));
            else if (role is null && source is null && SourceIn(text, url) is { } from) source = from;
            else return false;
        }

        if (source is not null && found.Source is not null && source != found.Source) return false;
        credits.ForEach(found.Add);
        found.Source ??= source;
        return true;
    }

    /// <summary>The labelled parts of one line, or null when it is not all credits.</summary>
    private static List<(Role? Role, string Text)>? Parts(string line, bool isSetOff)
    {
        if (line.Length > Longest * 2 || CreditWords.LabelAt(line, 0) is not { } first || (first.IsPlain && !isSetOff)) return null;
        var parts = new List<(Role?, string)>();
        var (role, start) = (first.Role, first.Length);
        for (var at = start; at < line.Length; at++)
        {
            if (!char.IsLetter(line[at]) || char.IsLetter(line[at - 1]) || CreditWords.LabelAt(line, at) is not { IsPlain: false } next) continue;
            parts.Add((role, line[start..at].TrimEnd(' ', '|', '/', ';', ',', '•', '·', '–', '—', '-', '.')));
            (role, start) = (next.Role, at + next.Length);
            at = start - 1;
        }

        parts.Add((role, line[start..]));
        return parts.TrueForAll(p => p.Item2.Length is > 0 and <= Longest) ? parts : null;
    }

    private static NamedSource? SourceIn(string text, string? url)
    {
        text = text.Trim().TrimEnd('.');
        if (text.Length == 0 || text.Split(' ').Length > 14 || Sentence().IsMatch(text)) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return new(text, IsOnTheWeb(url) ? url : null);
        return new(address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host, text);
    }

    private static bool IsOnTheWeb(string? url) => url?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true;

    private static List<List<Piece>> Split(IReadOnlyList<Piece> pieces)
    {
        var lines = new List<List<Piece>> { new() };
        foreach (var piece in pieces)
        {
            if (piece.IsBreak) lines.Add([]);
            else if (piece.Kind is not PieceKind.Picture) lines[^1].Add(piece);
        }

        return lines;
    }

    [GeneratedRegex(@"\p{L}{3,}[.!?]\s+\p{Lu}")]
    private static partial Regex Sentence();
}
