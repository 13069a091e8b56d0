using System.Globalization;
using System.Text;

namespace NewsSite.Articles.Search;

/// <summary>Takes from a letter what people leave out when they type: case, accents, width, points. Done here, for no two databases agree on it.</summary>
internal static class Folding
{
    /// <summary>Letters that Unicode does not decompose, and those that one language's keyboard lacks. Ukrainian `й` and `ї` are letters of their own and stay.</summary>
    private static readonly Dictionary<int, string> Plain = new()
    {
        ['ґ'] = "г", ['ё'] = "е", ['ѐ'] = "е", ['ѝ'] = "и",
        ['ß'] = "ss", ['ł'] = "l", ['ø'] = "o", ['đ'] = "d", ['ð'] = "d", ['ħ'] = "h", ['ı'] = "i", ['ŧ'] = "t", ['æ'] = "ae", ['œ'] = "oe", ['þ'] = "th", ['ŋ'] = "n",
        ['ς'] = "σ", ['ٱ'] = "ا", ['ى'] = "ي", ['ی'] = "ي", ['ک'] = "ك", ['ة'] = "ه",
    };

    /// <summary>Nearly every letter of a text is one of these.</summary>
    private static readonly string?[] Known = new string?[0x700];

    public static string Of(char letter) => letter < Known.Length ? Known[letter] ??= Of(letter.ToString()) : Of(letter.ToString());

    /// <param name="written">A letter or digit with its marks, as valid UTF-16.</param>
    public static string Of(string written)
    {
        var folded = new StringBuilder();
        foreach (var rune in written.Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes())
        {
            if (rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF) continue;
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber) folded.Append((int)Rune.GetNumericValue(rune));
            else if (Rune.IsLetter(rune)) AppendLetter(folded, rune);
            else if (IsMark(rune) && folded.Length > 0 && !DropsMarks(folded[^1])) folded.Append(rune.ToString());
        }

        return folded.ToString();
    }

    private static void AppendLetter(StringBuilder folded, Rune letter)
    {
        if (Plain.TryGetValue(letter.Value, out var plain)) folded.Append(plain);
        else if (!letter.IsBmp || !DropsMarks((char)letter.Value) || letter.Value is >= 0x400 and < 0x530) folded.Append(letter.ToString());
        else
        {
            foreach (var part in letter.ToString().Normalize(NormalizationForm.FormD))
            {
                if (Plain.TryGetValue(part, out plain)) folded.Append(plain);
                else if (char.IsLetter(part) && CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.ModifierLetter) folded.Append(char.ToLowerInvariant(part));
            }
        }
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Latin, Greek, Cyrillic, Hebrew, Arabic: a mark there is an accent, a stress or a point. Elsewhere it is a vowel.</summary>
    private static bool DropsMarks(char letter) => letter is < '\u0700' or (>= '\u1E00' and < '\u2000');
}
