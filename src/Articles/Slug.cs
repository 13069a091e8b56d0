using System.Globalization;
using System.Text;

namespace NewsSite.Articles;

/// <summary>Makes the readable last part of an address. Cyrillic is written in Latin letters, Ukrainian by the official table.</summary>
/// <remarks>Source: Cabinet of Ministers of Ukraine, resolution 55 of 27 January 2010 (with the forms at the start of a word); Russian letters that Ukrainian lacks by common use.</remarks>
public static class Slug
{
    /// <summary>Longer slugs are cut at a word.</summary>
    public const int Longest = 80;

    private static readonly Dictionary<char, string> Letters = new()
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "h", ['ґ'] = "g", ['д'] = "d", ['е'] = "e", ['є'] = "ie", ['ж'] = "zh", ['з'] = "z", ['и'] = "y", ['і'] = "i",
        ['ї'] = "i", ['й'] = "i", ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u",
        ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh", ['щ'] = "shch", ['ь'] = "", ['ю'] = "iu", ['я'] = "ia", ['ё'] = "io", ['ы'] = "y",
        ['э'] = "e", ['ъ'] = "", ['ß'] = "ss", ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['æ'] = "ae", ['œ'] = "oe", ['ı'] = "i", ['þ'] = "th", ['ð'] = "d",
    };

    private static readonly Dictionary<char, string> AtWordStart = new() { ['є'] = "ye", ['ї'] = "yi", ['й'] = "y", ['ю'] = "yu", ['я'] = "ya" };

    /// <summary>The slug of a text; empty when the text has no letter or digit. Letters of other scripts stay as they are.</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder();
        var composed = text.ToLowerInvariant().Replace("зг", "zgh", StringComparison.Ordinal).Normalize(NormalizationForm.FormC);
        foreach (var c in composed)
        {
            if (c is '\'' or '’' or 'ʼ' or '`') continue;
            var atStart = slug.Length == 0 || slug[^1] == '-';
            if ((atStart && AtWordStart.TryGetValue(c, out var latin)) || Letters.TryGetValue(c, out latin)) slug.Append(latin);
            else if (char.IsLetterOrDigit(c)) slug.Append(Unaccented(c));
            else if (!atStart) slug.Append('-');
        }

        return Cut(slug.ToString().Trim('-'));
    }

    private static string Unaccented(char c)
    {
        if (c < 128) return c.ToString();
        var parts = c.ToString().Normalize(NormalizationForm.FormD);
        return parts[0] < 128 ? string.Concat(parts.Where(p => CharUnicodeInfo.GetUnicodeCategory(p) != UnicodeCategory.NonSpacingMark)) : c.ToString();
    }

    private static string Cut(string slug)
    {
        if (slug.Length <= Longest) return slug;
        var word = slug.LastIndexOf('-', Longest);
        return slug[..(word > Longest / 2 ? word : Longest)].TrimEnd('-');
    }
}
