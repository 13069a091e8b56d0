using System.Text;

namespace NewsSite.Articles.Search;

/// <summary>A word of a text in the form by which it is found, and where it stands as written.</summary>
/// <param name="Folded">Lower case, without accents and apostrophes.</param>
/// <param name="Start">Its first character in the text.</param>
/// <param name="End">The character after its last.</param>
/// <param name="IsPart">Only found, never asked for: a reader who types the longer word means that one.</param>
public readonly record struct SearchWord(string Folded, int Start, int End, bool IsPart = false);

/// <summary>A word that is looked for.</summary>
/// <param name="Folded">As in <see cref="SearchWord"/>.</param>
/// <param name="IsPrefix">It also finds longer words that begin with it.</param>
public readonly record struct SoughtWord(string Folded, bool IsPrefix)
{
    internal int Letters => Folded.EnumerateRunes().Count();

    public bool Finds(string folded) => IsPrefix ? folded.StartsWith(Folded, StringComparison.Ordinal) : folded == Folded;
}

/// <summary>The one way text becomes words, for both databases, for the query and for the marks in a snippet.</summary>
public static class SearchWords
{
    /// <summary>A longer word is cut, in the text and in the query alike: PostgreSQL takes none of 2 kB.</summary>
    public const int LongestWord = 64;

    /// <summary>A word of fewer letters finds itself alone.</summary>
    internal const int ShortestPrefix = 3;

    private const int MostSought = 12;
    private const int LongestQuery = 200;

    /// <summary>The words of a text, in order.</summary>
    public static IEnumerable<SearchWord> In(string text)
    {
        var run = new Run();
        foreach (var letter in Letter.In(text))
        {
            if (letter.Kind == LetterKind.Ignored) continue;
            if (letter.Kind == LetterKind.Joint)
            {
                run.Join();
                continue;
            }

            if (run.EndsBefore(letter.Kind))
                foreach (var word in run.Take()) yield return word;
            if (letter.Kind != LetterKind.Break) run.Add(letter);
        }

        foreach (var word in run.Take()) yield return word;
    }

    /// <summary>The words a reader looks for; the rest of a very long query is left out.</summary>
    public static IReadOnlyList<SoughtWord> Sought(string query) =>
        [.. In(query.Length > LongestQuery ? query[..LongestQuery] : query)
            .Where(w => !w.IsPart)
            .Select(w => new SoughtWord(w.Folded, w.Folded.EnumerateRunes().Count() >= ShortestPrefix))
            .Distinct()
            .Take(MostSought)];

    /// <summary>Letters that follow each other.</summary>
    private sealed class Run
    {
        private readonly List<Letter> letters = [];
        private int joint;

        public bool EndsBefore(LetterKind kind) => letters.Count > 0 && letters[0].Kind != kind;

        public void Add(Letter letter) => letters.Add(letter);

        public void Join() => joint = letters.Count;

        public IReadOnlyList<SearchWord> Take()
        {
            if (letters.Count == 0) return [];
            IReadOnlyList<SearchWord> words = letters[0].Kind == LetterKind.Unspaced ? [.. Pairs()] : [.. Whole()];
            letters.Clear();
            joint = 0;
            return words;
        }

        private IEnumerable<SearchWord> Whole()
        {
            yield return Word(0, letters.Count);

            // `l’Ukraine` is found by Ukraine; Slavic words have no such articles before them.
            if (joint > 0 && letters.Count - joint >= ShortestPrefix && letters[joint].Folded[0] < 128) yield return Word(joint, letters.Count, isPart: true);
        }

        /// <summary>Without spaces nobody knows where a word ends: every two neighbours are a word, which finds only what has the same order.</summary>
        private IEnumerable<SearchWord> Pairs()
        {
            for (var i = 0; i < letters.Count; i++)
            {
                yield return Word(i, i + 1, isPart: letters.Count > 1);
                if (i + 1 < letters.Count) yield return Word(i, i + 2);
            }
        }

        private SearchWord Word(int from, int to, bool isPart = false)
        {
            var folded = new StringBuilder();
            for (var i = from; i < to && folded.Length < LongestWord; i++) folded.Append(letters[i].Folded);
            return new(folded.ToString(), letters[from].Start, letters[to - 1].End, isPart);
        }
    }
}
