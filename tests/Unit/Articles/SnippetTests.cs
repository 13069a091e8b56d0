using NewsSite.Articles.Search;

namespace NewsSite.Unit.Articles;

public sealed class SnippetTests
{
    [Fact]
    public void The_words_looked_for_are_marked_as_written()
    {
        var pieces = Snippet.Of("Наша  пам’ять про\nКафе\u0301 живе.", null, "памʼять кафе");

        Assert.Equal(["Наша ", "[пам’ять]", " про ", "[Кафе\u0301]", " живе."], Written(pieces));
    }

    [Fact]
    public void A_long_text_is_cut_at_words_around_the_first_match()
    {
        var text = string.Join(' ', Enumerable.Repeat("слово", 100)) + " Україною " + string.Join(' ', Enumerable.Repeat("після", 100));

        var snippet = string.Concat(Snippet.Of(text, "Підзаголовок", "украї").Select(p => p.IsMark ? $"[{p.Text}]" : p.Text));

        Assert.StartsWith("…слово", snippet, StringComparison.Ordinal);
        Assert.Contains("слово [Україною] після", snippet, StringComparison.Ordinal);
        Assert.EndsWith("після…", snippet, StringComparison.Ordinal);
        Assert.InRange(snippet.Length, 150, 206);
    }

    [Fact]
    public void Without_a_match_in_the_body_the_standfirst_is_shown_with_its_marks()
    {
        Assert.Equal(["Хто ", "[голосував]", " і навіщо"], Written(Snippet.Of("Тіло статті.", "Хто голосував і навіщо", "голос")));
        Assert.Equal(["Тіло статті."], Written(Snippet.Of("Тіло статті.", " ", "відсутнє")));
        Assert.Empty(Snippet.Of("", null, "слово"));
    }

    [Fact]
    public void An_empty_query_shows_the_standfirst_unmarked() =>
        Assert.Equal(["Підзаголовок"], Written(Snippet.Of("Тіло.", "Підзаголовок", "  ")));

    [Fact]
    public void Neighbouring_characters_of_an_unspaced_script_are_one_mark() =>
        Assert.Equal(["私は", "[東京都]", "に行く"], Written(Snippet.Of("私は東京都に行く", null, "東京都")));

    [Fact]
    public void A_headline_is_marked_whole() =>
        Assert.Equal(["[Львів]", " і ", "[львів’яни]"], Written(Snippet.Mark("Львів і львів’яни", "львів")));

    [Fact]
    public void No_character_is_ever_cut_in_two()
    {
        for (var before = 0; before < 4; before++)
        {
            var text = new string('x', before) + string.Concat(Enumerable.Repeat("🎉𠀀", 200)) + "слово" + string.Concat(Enumerable.Repeat("🎉𠀀", 200));
            var pieces = Snippet.Of(text, null, "слово");

            Assert.Contains(new("слово", IsMark: true), pieces);
            Assert.All(pieces, p => Assert.DoesNotContain('\uFFFD', string.Concat(p.Text.EnumerateRunes())));
        }
    }

    private static IEnumerable<string> Written(IEnumerable<SnippetPiece> pieces) => pieces.Select(p => p.IsMark ? $"[{p.Text}]" : p.Text);
}
