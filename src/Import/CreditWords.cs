using System.Text.RegularExpressions;
using NewsSite.Articles;

namespace NewsSite.Import;

/// <summary>The words by which papers say who did what, in English, Ukrainian and Russian.</summary>
internal static partial class CreditWords
{
    /// <summary>Said with a colon or dash after it; `null` is the source.</summary>
    private static readonly Dictionary<string, Role?> Labels = Spread(new()
    {
        ["article by|story by|text by|written by|words by|reported by|reporting by|by|author|authors|author(s)|автор|автори|авторка|авторки|авторы|автор(и)|автор(ы)|автор тексту|автор текста|автор статті|автор статьи|текст|стаття|статья|text"] = Role.Author,
        ["translated by|translation by|translation|translator|translators|translator(s)|переклад|переклала|переклав|переклали|переклав(ла)|перекладач|перекладачка|перекладачі|перевод|перевела|перевел|перевёл|перевели|переводчик|переводчица"] = Role.Translator,
        ["edited by|editing by|editor|editors|editor(s)|copy-edited by|copyedited by|copy edited by|редактор|редакторка|редактор(ка)|редактори|редакторы|редагування|відредагувала|відредагував|відредагували|відредаговано|отредактировала|отредактировал"] = Role.Editor,
        ["photo by|photos by|photo(s) by|photography by|photographs by|pictures by|photo|photos|photo(s)|photographer|фото|світлина|світлини|фотограф|фотографка|фотографії|фотографии"] = Role.Photographer,
        ["illustration by|illustrations by|illustrated by|illustration|illustrator|graphics by|cartoon by|ілюстрація|ілюстрації|ілюстратор|ілюстраторка|иллюстрация|иллюстрации"] = Role.Illustrator,
        ["fact-checked by|fact checked by|fact-check by|fact-checker|fact-checking|фактчек|факт-чек|фактчекерка|фактчекер"] = Role.FactChecker,
        ["research by|researched by|researcher|дослідження|дослідник|дослідниця"] = Role.Researcher,
        ["video by|videos by|filmed by|videographer|video|відео|видео|відеограф"] = Role.Videographer,
        ["source|sources|джерело|джерела|источник|источники"] = null,
    });

    /// <summary>Forms that name a person next, so that no colon is needed.</summary>
    private static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "переклала", "переклав", "переклали", "перевела", "перевел", "перевёл", "перевели", "відредагувала", "відредагував", "відредагували", "отредактировала", "отредактировал",
    };

    // In a name a small letter begins only these.
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "van", "von", "der", "den", "de", "da", "di", "du", "del", "della", "la", "le", "el", "al", "bin", "ibn", "ben", "dos", "das", "ter", "ten", "zu", "фон", "ван", "де", "дер",
    };

    // "Article by" before "Article" and "By".
    private static readonly string[] LongestFirst = [.. Labels.Keys.OrderByDescending(l => l.Length)];

    /// <summary>A label at this place of a line, with what separates it from the names.</summary>
    public static (Role? Role, int Length, bool IsPlain)? LabelAt(string line, int at)
    {
        var from = Translated().Match(line, at);
        var said = from.Success && from.Index == at ? from.Value : Array.Find(LongestFirst, l => StartsAt(line, at, l));
        if (said is null || (at > 0 && char.IsLetter(line[at - 1]))) return null;
        var label = from.Success && from.Index == at ? "translated by" : said.ToLowerInvariant();
        var separator = Separator().Match(line, at + said.Length);
        var namesNext = label.EndsWith(" by", StringComparison.Ordinal) || label == "by" || Verbs.Contains(label);
        if (separator.Success) return (Labels[label], said.Length + separator.Length, false);
        if (!namesNext || at + said.Length >= line.Length || line[at + said.Length] != ' ') return null;
        return (Labels[label], said.Length + 1, label == "by");
    }

    private static bool StartsAt(string line, int at, string label) =>
        string.Compare(line, at, label, 0, label.Length, StringComparison.OrdinalIgnoreCase) == 0 && (at + label.Length == line.Length || !char.IsLetter(line[at + label.Length]));

    /// <returns>The names, or null when this is more than names.</returns>
    public static IReadOnlyList<string>? Names(string text)
    {
        var names = Between().Split(text.Trim().TrimEnd('.', ',', ';')).Select(n => n.Trim().Trim('*', '_', '«', '»', '"', '“', '”').Trim()).ToList();
        return names.Count is > 0 and <= 8 && names.TrueForAll(IsName) ? names : null;
    }

    private static bool IsName(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (name.Length is < 2 or > 60 || words.Length is 0 or > 5 || !name.Any(char.IsLetter)) return false;
        if (name.Any(c => char.IsDigit(c) || c is '!' or '?' or ':' or ';' or '<' or '>' or '[' or ']' or '{' or '}' or '|' or '\\' or '/' or '@')) return false;
        if (Sentence().IsMatch(name)) return false;
        return Array.TrueForAll(words, w => !char.IsLower(w[0]) || Particles.Contains(w)) && !char.IsLower(words[0][0]);
    }

    private static Dictionary<string, Role?> Spread(Dictionary<string, Role?> groups) =>
        new(groups.SelectMany(g => g.Key.Split('|').Select(label => KeyValuePair.Create(label, g.Value))), StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\G\s*(?:[:：]\s*|[–—]\s*|-\s)")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\Gtranslated (?:from|into) [\p{L} ]{3,40}? by\b", RegexOptions.IgnoreCase)]
    private static partial Regex Translated();

    [GeneratedRegex(@"\s*[,;]\s*(?:and |та |і |й |и )?|\s+(?:and|&|та|і|й|и)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex(@"\p{L}{4,}\.\s")]
    private static partial Regex Sentence();
}
