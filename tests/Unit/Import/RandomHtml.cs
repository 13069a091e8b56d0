using System.Globalization;
using CsCheck;

namespace NewsSite.Unit.Import;

/// <summary>Makes HTML as careless people and programs do.</summary>
internal static class RandomHtml
{
    private static readonly Gen<string> Words = Pick(
        "Kyiv", "слово", "a", "b", " ", "  ", "\n", "\n\n", ".", "*", "**", "_", "snake_case", "~", "~~", "^", "^^^", "=", "==", "++", "|", "| a |", "#", "# no", "> no", "- no", "+ no", "1. no", "2) no", "---", "===", "***",
        "[", "]", "[x]", "[x](y)", "![", "![x](y)", "[^1]", "[^1]: no", "[a]: /b", "\\", "\\*", "`", "``", "```", "~~~", "!", "\"quoted\"", "«лапки»", "it's", "&amp;", "&amp;copy;", "&copy;", "&lt;b&gt;", "&lt;", "&gt;", "&nbsp;", "&#8203;",
        "www.example.org", "https://example.org/a_b*c", "https://example.org", "mailto:a@b.org", "tel:123", "ftp://x", "<a@b.org>", "🇺🇦", "😀", "שלום", "(", ")", "{.a}", ":::", "$x$", "--", "…", ",", ":", ";", "100 €", "word ", " word", "%", "@", "a\u00a0b");

    private static readonly Gen<string> Inline = Pick("b", "strong", "i", "em", "u", "s", "del", "ins", "mark", "sub", "sup", "code", "span", "a href='/x'", "a href='https://e.org/(a b)?c&amp;d=\"' title='t \"q\" &amp;amp;'", "a name=x", "small", "q", "cite", "kbd", "abbr title=x", "a href='javascript:x'", "font");
    private static readonly Gen<string> Box = Pick("p", "div", "blockquote", "section", "h1", "h2", "h3", "h6", "figure", "details", "center", "pre", "dl", "address", "article");
    private static readonly Gen<string> Alone = Pick("<br>", "<hr>", "<img src='/a.jpg' alt='x]y'>", "<img src='https://e.org/(b).png'>", "<iframe src='https://e.org/v'>no</iframe>", "<script>no()</script>", "<!-- no -->", "<style>no</style>", "<video src='https://e.org/v.mp4'>no</video>");

    public static Gen<string> Body { get; } = Blocks(3).Array[1, 5].Select(string.Concat);

    private static Gen<string> Runs(int depth) => Gen.Frequency(
        (6, Words),
        (1, Alone),
        (depth == 0 ? 0 : 3, depth == 0 ? Words : Gen.Select(Inline, Runs(depth - 1).Array[0, 4]).Select((tag, inner) => Element(tag, inner))));

    private static Gen<string> Blocks(int depth)
    {
        var runs = Runs(3).Array[1, 6].Select(string.Concat);
        if (depth == 0) return runs;
        var inner = Blocks(depth - 1).Array[1, 3];
        return Gen.Frequency(
            (4, runs),
            (4, runs.Select(r => $"<p>{r}</p>")),
            (4, Gen.Select(Box, inner).Select((tag, parts) => Element(tag, parts))),
            (2, Gen.Select(Inline, inner).Select((tag, parts) => Element(tag, parts))),
            (3, Gen.Select(Pick("ul", "ol", "ol start=7"), inner).Select((tag, parts) => Element(tag, [.. parts.Select(p => $"<li>{p}</li>")]))),
            (1, Gen.Select(runs, Blocks(depth - 1)).Select((caption, body) => $"<figure>{body}<figcaption>{caption}</figcaption></figure>")),
            (2, Gen.Select(Pick("td", "th"), Gen.OneOf(runs, inner.Select(string.Concat)).Array[1, 3].Array[1, 3]).Select(Table)));
    }

    private static Gen<string> Pick(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static string Table(string cell, string[][] rows) => $"<table>{string.Concat(rows.Select((row, i) => $"<tr>{string.Concat(row.Select(c => Element(i == 0 ? cell : "td", [c])))}</tr>"))}</table>";

    private static string Element(string tag, string[] inner) => string.Create(CultureInfo.InvariantCulture, $"<{tag}>{string.Concat(inner)}</{tag.Split(' ')[0]}>");
}
