using NewsSite.Articles;

namespace NewsSite.Unit;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Згурський їхав до Києва", "zghurskyi-yikhav-do-kyieva")]
    [InlineData("П’ять ям’ячків і Юрій", "piat-yamiachkiv-i-yurii")]
    [InlineData("Élan vital — çà et là!", "elan-vital-ca-et-la")]
    [InlineData("  ...  ", "")]
    public void A_headline_becomes_an_address_people_can_read(string headline, string slug) => Assert.Equal(slug, Slug.Of(headline));

    [Fact]
    public void A_long_headline_is_cut_at_a_word()
    {
        var slug = Slug.Of(string.Join(' ', Enumerable.Repeat("headline", 30)));

        Assert.True(slug.Length <= Slug.Longest);
        Assert.EndsWith("headline", slug, StringComparison.Ordinal);
    }
}
