using NewsSite.Import.Html;

namespace NewsSite.Unit.Import;

public sealed class HtmlToMarkdownTests
{
    [Theory]
    [InlineData("<p>One <b>two</b> <i>three</i>.</p>", "One **two** *three*.")]
    [InlineData("<p>A<b> bold </b>word</p>", "A **bold** word")]
    [InlineData("<p><b>a</b><b>b</b></p>", "**ab**")]
    [InlineData("<p>un<em>believ</em>able</p>", "un*believ*able")]
    [InlineData("<p>the <strong>\"big\"</strong>s</p>", "the **\"big**\"s")]
    [InlineData("<p>H<sub>2</sub>O, x<sup>2</sup>, <del>old</del> <ins>new</ins> <mark>look</mark></p>", "H~2~O, x^2^, ~~old~~ ++new++ ==look==")]
    [InlineData("<p>2 * 3 [sic] #1 snake_case C:\\new</p>", @"2 \* 3 \[sic] #1 snake_case C:\\new")]
    [InlineData("<p>1. not a list</p><p># no</p><p>- no</p><p>&gt; no</p>", "1\\. not a list\n\n\\# no\n\n\\- no\n\n\\> no")]
    [InlineData("<p><a href=\"https://e.org/a_(b)\" title='It is \"so\"'>x</a></p>", "[x](<https://e.org/a_(b)> \"It is \\\"so\\\"\")")]
    [InlineData("<p><code>a`b</code></p>", "``a`b``")]
    [InlineData("<p>one<br>two<br><br>three</p>", "one\\\ntwo\n\nthree")]
    [InlineData("<h2>A <em>head</em> #</h2>", "## A *head* \\#")]
    [InlineData("<ul><li>a<ol start=3><li>b</li><li>c</li></ol></li><li>d</li></ul>", "- a\n\n  3. b\n  4. c\n\n- d")]
    [InlineData("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b")]
    [InlineData("<blockquote><p>a</p><p>b</p><cite>C</cite></blockquote>", "> a\n>\n> b\n>\n> *C*")]
    [InlineData("<pre><code class=\"language-cs\">if (a &lt; b) `x`;</code></pre>", "```cs\nif (a < b) `x`;\n```")]
    [InlineData("<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1|2</td><td>3</td></tr></tbody></table>", "| A | B |\n|---|---|\n| 1\\|2 | 3 |")]
    [InlineData("<table><tr><td>1</td><td>2</td></tr></table>", "|  |  |\n|---|---|\n| 1 | 2 |")]
    [InlineData("<a href='/x'><h3>Head</h3><p>words</p></a>", "### [Head](/x)\n\n[words](/x)")]
    [InlineData("<figure><img src='/a.jpg' alt='A'><figcaption>Cap <b>tion</b></figcaption></figure>", "^^^\n![A](/a.jpg)\n^^^ Cap **tion**")]
    [InlineData("<p><img src='/a.jpg' alt=''>Words after.</p>", "![](/a.jpg)\n\nWords after.")]
    [InlineData("<p>https://youtu.be/x?a=1&amp;b=2</p>", "<https://youtu.be/x?a=1&b=2>")]
    [InlineData("<iframe src='https://e.org/v' title='A film'>no</iframe>", "![A film](https://e.org/v)")]
    [InlineData("<dl><dt>Word</dt><dd>Meaning</dd></dl>", "**Word**\n\nMeaning")]
    [InlineData("<p>&nbsp;</p><p></p><p>x</p>", "x")]
    public void Html_has_its_markdown(string html, string markdown) => Assert.Equal(markdown, HtmlToMarkdown.Convert(html, new TextSource()).Markdown);

    [Theory]
    [InlineData("One\nline\n\nTwo <em>over\n\nparagraphs</em>", "One\\\nline\n\nTwo *over*\n\n*paragraphs*")]
    [InlineData("a<br />\nb", "a\\\nb")]
    [InlineData("<blockquote>a\n\nb</blockquote>\n\nc", "> a\n>\n> b\n\nc")]
    [InlineData("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "- a\n- b")]
    [InlineData("text\n<h2>head</h2>\nmore", "text\n\n## head\n\nmore")]
    public void Text_typed_without_markup_has_its_paragraphs(string text, string markdown) =>
        Assert.Equal(markdown, HtmlToMarkdown.Convert(text, new TextSource { LineEndsCount = true }).Markdown);

    [Theory]
    [InlineData("<script>x</script><p>a</p>", "script")]
    [InlineData("<p style='display: none'>x</p><p>a</p>", "hidden p")]
    [InlineData("<table><tr><td colspan=2>a</td></tr></table>", "table with joined cells or blocks in cells")]
    [InlineData("<p><a href='tel:123'>a</a></p>", "tel: link")]
    [InlineData("<p><a href='#x'>a</a></p>", "link to a place within the text")]
    public void What_has_no_form_is_listed(string html, string what)
    {
        var text = HtmlToMarkdown.Convert(html, new TextSource { Link = address => address.StartsWith("tel:", StringComparison.Ordinal) || address[0] == '#' ? null : address });

        Assert.Equal("a", text.Markdown);
        Assert.Contains(text.Losses, l => l.What == what);
    }

    [Fact]
    public void Footnotes_kept_beside_the_text_are_footnotes()
    {
        var text = HtmlToMarkdown.Convert("<p>Fact<sup data-fn=\"u-1\" class=\"fn\"><a href=\"#u-1\">1</a></sup>.</p>", new TextSource { Footnotes = [new("u-1", "See <em>there</em>.")] });

        Assert.Equal("Fact[^1].\n\n[^1]: See *there*.", text.Markdown);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<ul><li>")]
    [InlineData("<blockquote>")]
    public void A_text_nested_ten_thousand_deep_keeps_its_words(string element) =>
        Assert.Contains("deep", HtmlToMarkdown.Convert(string.Concat(Enumerable.Repeat(element, 10_000)) + "deep", new TextSource()).Markdown, StringComparison.Ordinal);
}
