using CsCheck;
using NewsSite.Import.Html;

namespace NewsSite.Unit.Import;

public sealed class TextProofTests(ITestOutputHelper output)
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
            iter: 2000);
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
            iter: 2000);
    }

    [Fact]
    public void Scratch()
    {
        var n = 0; var shown = 0; var levels = new Dictionary<string, int>();
        RandomHtml.Body.Sample(
            html =>
            {
                var text = HtmlToMarkdown.Convert(html, new TextSource());
                Interlocked.Increment(ref n);
                foreach (var l in text.Losses.Where(l => l.What.Contains("otherwise") || l.What.Contains("whole") || l.What.Contains("deeply")))
                {
                    lock (levels) { levels[l.What + l.How] = levels.GetValueOrDefault(l.What + l.How) + 1; }
                    if (Interlocked.Increment(ref shown) <= 60 && html.Length < 160) output.WriteLine($"{l.What} | {l.How} | {html.Replace("\n", "\\n")}");
                }
            },
            iter: 3000, threads: 1, seed: "0000KOIPe036");
        output.WriteLine($"{n}"); foreach (var l in levels) output.WriteLine($"{l.Value} {l.Key}");
    }
}
