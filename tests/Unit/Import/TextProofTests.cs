using CsCheck;
using NewsSite.Import.Html;

namespace NewsSite.Unit.Import;

public sealed class TextProofTests
{
    [Fact]
    public void Whatever_the_html_readers_see_the_same_words()
    {
        RandomHtml.Body.Sample(
            html =>
            {
                var text = HtmlToMarkdown.Convert(html, new TextSource());
                Assert.True(VisibleText.Same(VisibleText.Of(html), HtmlToMarkdown.TextOf(text.Markdown)), text.Markdown);
            },
            iter: 500);
    }

    [Fact]
    public void Whatever_is_typed_without_markup_readers_see_the_same_words()
    {
        RandomHtml.Body.Sample(
            html =>
            {
                var text = HtmlToMarkdown.Convert(html, new TextSource { LineEndsCount = true });
                Assert.True(VisibleText.Same(VisibleText.Of(html), HtmlToMarkdown.TextOf(text.Markdown)), text.Markdown);
            },
            iter: 500);
    }

    [Fact]
    public void Words_are_kept_without_their_markup_only_in_the_strangest_of_texts()
    {
        var (all, plain) = (0, 0);
        RandomHtml.Body.Sample(
            html =>
            {
                Interlocked.Increment(ref all);
                if (HtmlToMarkdown.Convert(html, new TextSource()).Losses.Any(l => l.What.EndsWith("otherwise", StringComparison.Ordinal))) Interlocked.Increment(ref plain);
            },
            iter: 500);
        Assert.True(plain * 50 < all, $"{plain} of {all}");
    }
}
