using NewsSite.Articles.Search;

namespace NewsSite.Unit.Articles;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("Пам'ять", "память")]
    [InlineData("пам’ять", "память")]
    [InlineData("памʼять", "память")]
    [InlineData("пам‘ять", "память")]
    [InlineData("пам`ять", "память")]
    [InlineData("КИЇВ", "київ")]
    [InlineData("Киї\u0308в", "київ")]
    [InlineData("и\u0306од", "йод")]
    [InlineData("Ґанок", "ганок")]
    [InlineData("Ёлка", "елка")]
    [InlineData("за\u0301мок", "замок")]
    [InlineData("Café", "cafe")]
    [InlineData("Cafe\u0301", "cafe")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Straße", "strasse")]
    [InlineData("STRASSE", "strasse")]
    [InlineData("Søren", "soren")]
    [InlineData("Đorđe", "dorde")]
    [InlineData("Diyarbakır", "diyarbakir")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Nguyễn", "nguyen")]
    [InlineData("ﬁnance", "finance")]
    [InlineData("ＮＡＴＯ", "nato")]
    [InlineData("ΛΌΓΟΣ", "λογοσ")]
    [InlineData("λόγος", "λογοσ")]
    [InlineData("العَرَبِيَّة", "العربيه")]
    [InlineData("أحمد", "احمد")]
    [InlineData("آب", "اب")]
    [InlineData("كتـــاب", "كتاب")]
    [InlineData("٢٠٢٦", "2026")]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("ви\u00ADбори", "вибори")]
    [InlineData("don't", "dont")]
    [InlineData("カ", "カ")]
    [InlineData("ｶ", "カ")]
    public void A_word_is_folded_to_what_people_type(string written, string folded) => Assert.Equal([folded], Folded(written));

    [Theory]
    [InlineData("науково-технічний", "науково", "технічний")]
    [InlineData("«Вибори», — каже він.", "вибори", "каже", "він")]
    [InlineData("'quoted' words'", "quoted", "words")]
    [InlineData("a_b", "a", "b")]
    [InlineData("one\u200Btwo", "one", "two")]
    [InlineData("\"' * : ( ) - 🎉 \u0000 \u001B")]
    [InlineData("")]
    public void Signs_part_words(string written, params string[] folded) => Assert.Equal(folded, Folded(written));

    [Fact]
    public void After_an_article_with_an_apostrophe_a_word_is_found_by_itself_and_asked_for_whole()
    {
        Assert.Equal(["lukraine", "ukraine"], Folded("l’Ukraine"));
        Assert.Equal(["lukraine"], SearchWords.Sought("l’Ukraine").Select(w => w.Folded));
    }

    [Fact]
    public void Where_no_spaces_are_set_neighbours_make_a_word()
    {
        Assert.Equal(["東", "東京", "京", "京都", "都"], Folded("東京都"));
        Assert.Equal(["東京", "京都"], SearchWords.Sought("東京都").Select(w => w.Folded));
        Assert.Equal(["京"], SearchWords.Sought("京").Select(w => w.Folded));
    }

    [Fact]
    public void A_word_knows_where_it_stands_as_written()
    {
        const string text = "Про «пам’ять» і кафе\u0301.";
        Assert.Equal(["Про", "пам’ять", "і", "кафе\u0301"], SearchWords.In(text).Select(w => text[w.Start..w.End]));
    }

    [Fact]
    public void Words_of_three_letters_are_prefixes_and_shorter_ones_are_not()
    {
        Assert.Equal([new("на", false), new("укр", true), new("東京", false)], SearchWords.Sought("на УКР 東京"));
        Assert.True(new SoughtWord("укр", true).Finds("україна"));
        Assert.False(new SoughtWord("на", false).Finds("над"));
    }

    [Fact]
    public void A_very_long_query_is_cut()
    {
        Assert.Equal(12, SearchWords.Sought(string.Join(' ', Enumerable.Range(10, 40))).Count);
        Assert.Equal(SearchWords.LongestWord, Assert.Single(SearchWords.Sought(new string('ж', 100_000))).Folded.Length);
        Assert.Single(SearchWords.Sought("так так ТАК"));
    }

    [Fact]
    public void Marks_piled_on_a_letter_do_not_make_an_endless_word()
    {
        var word = Assert.Single(SearchWords.In("ह" + new string('\u093F', 5000)));
        Assert.True(word.Folded.Length < SearchWords.LongestWord);
    }

    [Fact]
    public void Broken_text_of_any_kind_is_read_without_an_error()
    {
        var random = new Random(20261123);
        for (var round = 0; round < 2000; round++)
        {
            var text = new string([.. Enumerable.Range(0, 40).Select(_ => (char)random.Next(round % 2 == 0 ? 0x10000 : 0x600))]);
            foreach (var word in SearchWords.In(text))
            {
                Assert.InRange(word.Start, 0, word.End - 1);
                Assert.InRange(word.End, word.Start + 1, text.Length);
                Assert.NotEmpty(word.Folded);
                Assert.DoesNotContain(word.Folded, c => c is '_' or '"' or '\'' or '\\' or ' ' or '*');
            }
        }
    }

    private static IEnumerable<string> Folded(string text) => SearchWords.In(text).Select(w => w.Folded);
}
