using System.Globalization;
using System.Text;

namespace NewsSite.Articles.Search;

/// <summary>What one written character does to the word it stands in.</summary>
internal enum LetterKind
{
    /// <summary>Ends a word.</summary>
    Break,

    /// <summary>A soft hyphen, a lengthening stroke: seen by the eye and not by search.</summary>
    Ignored,

    /// <summary>An apostrophe between two letters: the word goes on.</summary>
    Joint,

    /// <summary>A letter or digit.</summary>
    Spaced,

    /// <summary>A character of a script that sets no spaces between words.</summary>
    Unspaced,
}

/// <summary>One written character with its marks: where it stands in the text, and the folded form by which it is found.</summary>
internal readonly record struct Letter(LetterKind Kind, string Folded, int Start, int End)
{
    /// <summary>Straight, typographic, modifier letter, and what keyboards and old texts use in their place.</summary>
    private const string Apostrophes = "'’ʼ‘`′´ʻ‛ʹ＇";

    /// <summary>No script sets more on one letter; whoever piles up thousands gets the rest ignored.</summary>
    private const int MostMarks = 8;

    public static IEnumerable<Letter> In(string text)
    {
        var afterLetter = false;
        for (var at = 0; at < text.Length;)
        {
            var letter = At(text, at);
            at = letter.End;
            if (letter.Kind == LetterKind.Joint && !(afterLetter && IsSpacedLetter(text, at))) letter = letter with { Kind = LetterKind.Break };
            if (letter.Kind != LetterKind.Ignored) afterLetter = letter.Kind == LetterKind.Spaced;
            yield return letter;
        }
    }

    private static Letter At(string text, int start)
    {
        var rune = RuneAt(text, start, out var end);
        if (rune is null) return new(LetterKind.Break, "", start, end);
        for (var marks = 0; marks < MostMarks && end < text.Length && RuneAt(text, end, out var next) is { } mark && IsMark(mark); marks++) end = next;

        var kind = KindOf(rune.Value);
        if (kind is not (LetterKind.Spaced or LetterKind.Unspaced)) return new(kind, "", start, end);
        var folded = end == start + 1 ? Folding.Of(text[start]) : Folding.Of(text[start..end]);
        return new(folded.Length == 0 ? LetterKind.Ignored : kind, folded, start, end);
    }

    private static LetterKind KindOf(Rune rune)
    {
        if (rune.IsBmp && Apostrophes.Contains((char)rune.Value)) return LetterKind.Joint;
        if (rune.Value == 'ـ') return LetterKind.Ignored;
        if (Rune.IsLetterOrDigit(rune)) return IsUnspaced(rune.Value) ? LetterKind.Unspaced : LetterKind.Spaced;

        // The zero-width space is there to part words; other invisible signs stand inside them.
        if (rune.Value != 0x200B && Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format) return LetterKind.Ignored;
        return IsMark(rune) ? LetterKind.Ignored : LetterKind.Break;
    }

    private static bool IsSpacedLetter(string text, int at) =>
        at < text.Length && RuneAt(text, at, out _) is { } rune && Rune.IsLetter(rune) && KindOf(rune) == LetterKind.Spaced;

    /// <summary>Marks, the parts of a Korean syllable written apart, and the half-width Japanese voicing signs.</summary>
    private static bool IsMark(Rune rune) =>
        rune.Value >= 0x300
        && (rune.Value is (>= 0x1160 and <= 0x11FF) or 0xFF9E or 0xFF9F
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);

    /// <summary>Thai, Lao, Burmese, Khmer, Chinese, Japanese.</summary>
    private static bool IsUnspaced(int rune) => rune is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3005 and <= 0x312F) or (>= 0x31A0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFF9D) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>Null for half of a pair: text from outside may be broken anywhere.</summary>
    private static Rune? RuneAt(string text, int at, out int end)
    {
        end = at + 1;
        if (Rune.TryGetRuneAt(text, at, out var rune))
        {
            end = at + rune.Utf16SequenceLength;
            return rune;
        }

        return null;
    }
}
