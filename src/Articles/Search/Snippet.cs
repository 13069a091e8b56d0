namespace NewsSite.Articles.Search;

/// <summary>A stretch of text under a search result, marked or not.</summary>
public readonly record struct SnippetPiece(string Text, bool IsMark);

/// <summary>The lines under a search result: the article's own words around the first one that was looked for, with those words marked.</summary>
public static class Snippet
{
    private const int Length = 200;
    private const int BeforeMatch = 60;

    /// <param name="text">The article's plain text.</param>
    /// <param name="standfirst">Shown when the text has none of the words: they are then in the headline, a name or a tag.</param>
    /// <param name="query">As the reader typed it.</param>
    public static IReadOnlyList<SnippetPiece> Of(string text, string? standfirst, string query)
    {
        var sought = SearchWords.Sought(query);
        text = OneLine(text);
        if (FirstMatch(text, sought) is { } match) return Cut(text, match, sought);

        var rest = string.IsNullOrWhiteSpace(standfirst) ? text : OneLine(standfirst);
        return Cut(rest, FirstMatch(rest, sought) ?? default, sought);
    }

    /// <summary>A headline or a name whole, with the words marked.</summary>
    public static IReadOnlyList<SnippetPiece> Mark(string text, string query) => Pieces(text, 0, text.Length, SearchWords.Sought(query));

    private static SearchWord? FirstMatch(string text, IReadOnlyList<SoughtWord> sought)
    {
        if (sought.Count == 0) return null;
        foreach (var word in SearchWords.In(text))
            if (IsSought(word, sought)) return word;
        return null;
    }

    private static bool IsSought(SearchWord word, IReadOnlyList<SoughtWord> sought)
    {
        foreach (var wanted in sought)
            if (wanted.Finds(word.Folded)) return true;
        return false;
    }

    private static List<SnippetPiece> Cut(string text, SearchWord match, IReadOnlyList<SoughtWord> sought)
    {
        var from = WordStart(text, Math.Max(0, match.Start - BeforeMatch), match.Start);
        var to = WordEnd(text, Math.Max(from + Length, match.End), Math.Max(from, match.End));
        var pieces = Pieces(text, from, to, sought);
        if (from > 0) pieces.Insert(0, new("…", IsMark: false));
        if (to < text.Length) pieces.Add(new("…", IsMark: false));
        return pieces;
    }

    private static List<SnippetPiece> Pieces(string text, int from, int to, IReadOnlyList<SoughtWord> sought)
    {
        var pieces = new List<SnippetPiece>();
        var marks = sought.Count == 0 ? [] : SearchWords.In(text).TakeWhile(w => w.Start < to).Where(w => w.Start >= from && w.End <= to && IsSought(w, sought));
        var at = from;
        var (start, end) = (from, from);
        foreach (var mark in marks)
        {
            if (mark.Start > end)
            {
                Flush();
                (start, end) = (mark.Start, mark.End);
            }
            else (start, end) = (start == end ? mark.Start : start, Math.Max(end, mark.End));
        }

        Flush();
        if (at < to) pieces.Add(new(text[at..to], IsMark: false));
        return pieces;

        void Flush()
        {
            if (start == end) return;
            if (start > at) pieces.Add(new(text[at..start], IsMark: false));
            pieces.Add(new(text[start..end], IsMark: true));
            at = end;
        }
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The start of the word after this place, or of the character where nobody sets spaces.</summary>
    private static int WordStart(string text, int at, int latest)
    {
        if (at == 0) return 0;
        var space = text.IndexOf(' ', at, latest - at);
        return space >= 0 ? space + 1 : CharacterStart(text, at);
    }

    /// <summary>The end of the word before this place.</summary>
    private static int WordEnd(string text, int at, int earliest)
    {
        if (at >= text.Length) return text.Length;
        var space = text.LastIndexOf(' ', at, at - earliest + 1);
        return space > earliest ? space : CharacterStart(text, at);
    }

    private static int CharacterStart(string text, int at)
    {
        while (at > 0 && (char.IsLowSurrogate(text[at]) || char.GetUnicodeCategory(text[at]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)) at--;
        return at;
    }
}
