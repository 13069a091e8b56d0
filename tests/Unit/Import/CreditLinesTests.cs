using NewsSite.Articles;
using NewsSite.Import;
using NewsSite.Import.Html;

namespace NewsSite.Unit.Import;

public sealed class CreditLinesTests
{
    private const string Story = "<p>First words of the story.</p><p>Second.</p><p>Third.</p><p>Fourth.</p><p>Fifth.</p><p>Sixth.</p><p>Seventh.</p>";

    [Theory]
    [InlineData("<p>Article by: Vitaliy Portnikov</p>", "Author Vitaliy Portnikov")]
    [InlineData("<p><strong>By Vitaliy Portnikov</strong></p>", "Author Vitaliy Portnikov")]
    [InlineData("<p>Author(s): Anna Lee, Bo Chen and Cy Van der Berg</p>", "Author Anna Lee, Author Bo Chen, Author Cy Van der Berg")]
    [InlineData("<p>Article by: Vitaliy Portnikov<br>Translated by: Anna Mostovych</p>", "Author Vitaliy Portnikov, Translator Anna Mostovych")]
    [InlineData("<p>Article by: Vitaliy Portnikov | Translated by: <a href='/a'>Anna Mostovych</a></p>", "Author Vitaliy Portnikov, Translator Anna Mostovych")]
    [InlineData("<p>Translated by Anna Mostovych</p><p>Edited by: A. Chraibi</p>", "Translator Anna Mostovych, Editor A. Chraibi")]
    [InlineData("<h4>Translated from Ukrainian by Anna Mostovych</h4>", "Translator Anna Mostovych")]
    [InlineData("<p>Автор: Віталій Портников</p><p>Переклала Анна Мостович</p>", "Author Віталій Портников, Translator Анна Мостович")]
    [InlineData("<p>Редактор(ка): Олена Петренко та Іван Франко</p>", "Editor Олена Петренко, Editor Іван Франко")]
    [InlineData("<p>Перевод: Иван Иванов</p><p>Фото — Пётр Петров</p>", "Translator Иван Иванов, Photographer Пётр Петров")]
    public void A_line_of_credits_becomes_credits(string line, string credits)
    {
        var (found, markdown) = Take(line + Story);

        Assert.Equal(credits, string.Join(", ", found.Credits.Select(c => $"{c.Role} {c.Name}")));
        Assert.StartsWith("First words", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_repeated_at_the_end_goes_and_nobody_is_credited_twice()
    {
        var (found, markdown) = Take("<p>Article by: Vitaliy Portnikov</p><p>Translated by: Anna Mostovych</p>" + Story + "<p><em>Translated by: Anna Mostovych</em></p><p>Source: <a href='https://espreso.tv/x'>Espreso TV</a></p>");

        Assert.Equal([new(Role.Author, "Vitaliy Portnikov"), new(Role.Translator, "Anna Mostovych")], found.Credits);
        Assert.Equal(new("Espreso TV", "https://espreso.tv/x"), found.Source);
        Assert.EndsWith("Seventh.", markdown, StringComparison.Ordinal);
        Assert.Equal(4, found.Lines.Count);
    }

    [Theory]
    [InlineData("<p>By the end of 2014 nothing was left.</p>")]
    [InlineData("<p>By Vitaliy Portnikov</p>")]
    [InlineData("<p>Source: officials in Kyiv said on Monday that they knew. They did not say more.</p>")]
    [InlineData("<p>Editor: the person who decides what is printed</p>")]
    [InlineData("<p>Translated by machines and read by nobody, the book failed.</p>")]
    [InlineData("<p>Author: X</p><p>Author: Anna Lee told us so.</p>")]
    [InlineData("<p><b>Фото дня</b></p>")]
    public void What_may_be_a_sentence_stays_text(string line)
    {
        var (found, markdown) = Take(line + Story);

        Assert.Empty(found.Credits);
        Assert.Null(found.Source);
        Assert.DoesNotMatch("^First words", markdown);
    }

    [Fact]
    public void Credits_in_the_middle_of_a_text_stay_there()
    {
        var (found, markdown) = Take(Story + "<p>Translated by: Anna Mostovych</p>" + Story);

        Assert.Empty(found.Credits);
        Assert.Contains("Translated by", markdown, StringComparison.Ordinal);
    }

    private static (FoundCredits Found, string Markdown) Take(string html)
    {
        var text = HtmlToMarkdown.Convert(html, new TextSource());
        return (CreditLines.Take(text.Blocks), text.Markdown);
    }
}
