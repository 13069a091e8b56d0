namespace NewsSite.Browser;

/// <summary>Bodies an attacker would try, made here from kinds of attack and places to put them: the same every time.</summary>
internal static class HostileMarkdown
{
    public const int Count = 500;

    /// <summary>Addresses that run something, or ask somebody, when a browser takes them for what they look like.</summary>
    private static readonly string[] Addresses =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java\u0000script:alert(1)", "\u0001javascript:alert(1)", "javascript&colon;alert(1)", "javascript&#58;alert(1)",
        "&#106;avascript:alert(1)", "&#x6A&#x61vascript:alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)", "javascript:alert`1`", "javascript://example.com/%0aalert(1)", "javascript\\:alert(1)",
        "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "data:image/svg+xml,<svg onload=alert(1)>",
        "//evil.example/x", "\\\\evil.example\\x", "https:evil.example", "http://evil.example\\@example.com", "/\\evil.example", "///evil.example", "feed:javascript:alert(1)", "view-source:javascript:alert(1)",
        "jar:javascript:alert(1)!/", "blob:javascript:alert(1)", "filesystem:javascript:alert(1)", "ｊavascript:alert(1)", "javascript：alert(1)", "\u202ejavascript:alert(1)", "java\u00adscript:alert(1)", "x\" onmouseover=\"alert(1)",
        "x' onclick='alert(1)", "x` onfocus=`alert(1)", "\"><img src=x onerror=alert(1)>", "'><svg onload=alert(1)>", "https://a.example/\" style=\"background:url(//evil.example)", "<script>alert(1)</script>", "media:\" onerror=\"alert(1)", "media:../../etc", "%6aavascript:alert(1)",
    ];

    /// <summary>Where an address can stand in Markdown.</summary>
    private static readonly string[] Links =
    [
        "[press]({0})", "[press](<{0}>)", "![picture]({0})", "![picture](<{0}> \"title\")", "[![picture]({0})]({0})", "<{0}>", "[press][1]\n\n[1]: {0}", "[press][1]\n\n[1]: <{0}> 'title'", "{0}",
        "^^^\n![picture]({0})\n^^^ Caption [press]({0})", "| a | b |\n|---|---|\n| [press]({0}) | ![x]({0}) |", "Word[^1]\n\n[^1]: [press]({0})", "> - 1. [press]({0})", "## [press]({0})", "**[press]({0})**~~[press]({0})~~", "[press]({0} \"x\" onclick=alert(1))",
    ];

    /// <summary>HTML that runs something wherever it is let through.</summary>
    private static readonly string[] Elements =
    [
        "<script>alert(1)</script>", "<ScRiPt\n>alert(1)</sCrIpT\n>", "<scr<script>ipt>alert(1)</script>", "<img src=x onerror=alert(1)>", "<img src=\"x\" onerror\n=\n\"alert(1)\"", "<img/src/onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
        "<svg><animate onbegin=alert(1) attributeName=x dur=1s>", "<svg><a xlink:href=\"javascript:alert(1)\"><text y=20>x</text></a></svg>", "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<iframe srcdoc=\"<script>parent.alert(1)</script>\"></iframe>", "<iframe src=javascript:parent.alert(1)></iframe>", "<object data=\"javascript:alert(1)\"></object>", "<embed src=\"javascript:alert(1)\">", "<form action=javascript:alert(1)><button>press</button></form>",
        "<button formaction=javascript:alert(1) form=f>press</button>", "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)><summary>x</summary></details>", "<video><source onerror=alert(1)></video>", "<audio src=x onerror=alert(1)>", "<body onload=alert(1)>",
        "<base href=//evil.example/>", "<link rel=stylesheet href=//evil.example/x.css>", "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">", "<style>@import url(//evil.example)</style>", "<div style=\"background:url(//evil.example)\">x</div>", "<marquee onstart=alert(1)>x</marquee>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<template><script>alert(1)</script></template>", "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">", "<!--><img src=x onerror=alert(1)>-->", "<![CDATA[<img src=x onerror=alert(1)>]]>", "<?xml <img src=x onerror=alert(1)> ?>",
        "<a href=\"#\" onclick=alert(1)>press</a>", "<a id=alert name=x>press</a>", "<p onmouseover=alert(1)>x</p>", "<x onclick=alert(1) tabindex=1 onfocus=alert(1)>x", "&lt;img src=x onerror=alert(1)&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;", "&#x3cscript&#x3ealert(1)", "\u0000<script>alert(1)</script>", "<\u0000script>alert(1)</script>", "＜script＞alert(1)＜/script＞",
    ];

    /// <summary>Where a text can stand in Markdown.</summary>
    private static readonly string[] Blocks =
    [
        "{0}", "Words {0} words", "# {0}", "> {0}", "- {0}\n  - {0}", "1. {0}", "| {0} | b |\n|:-:|--:|\n| {0} | c |", "Word[^1]\n\n[^1]: {0}", "^^^\n{0}\n^^^ {0}", "```{0}\n{0}\n```", "    {0}", "`{0}`", "``` ``{0}`` ```", "**{0}**", "~~{0}~~ ^{0}^ ~{0}~ ==x {0}== ++{0}++",
        "[{0}](https://a.example)", "![{0}](media:0123456789abcdef)", "[x](https://a.example \"{0}\")", "\\{0}", "{0}{{onclick=alert(1)}}", "{{.x #y onclick=alert(1)}}\n{0}", ":::{0}\nx\n:::", "x\u2028{0}\u2029", "a\r{0}\rb", "{0}\n===", "[^{0}]\n\n[^{0}]: x", "[x]: {0}\n\n[x]",
    ];

    /// <summary>Texts that break parsers rather than fill holes.</summary>
    private static readonly string[] Oddities =
    [
        new('[', 500), new string('[', 300) + new string(']', 300), string.Concat(Enumerable.Repeat("[x](", 300)), string.Concat(Enumerable.Repeat("> ", 100)) + "<img src=x onerror=alert(1)>", string.Concat(Enumerable.Repeat("- ", 100)) + "x", string.Concat(Enumerable.Repeat("**_", 400)),
        string.Concat(Enumerable.Repeat("`", 999)), string.Concat(Enumerable.Repeat("|", 500)) + "\n" + string.Concat(Enumerable.Repeat("|-", 500)), "&" + new string('#', 400) + "x3c;", string.Concat(Enumerable.Repeat("<", 400)) + "img src=x onerror=alert(1)>", "\ud800<script>alert(1)</script>", "\ufeff<svg onload=alert(1)>",
        "<" + new string(' ', 300) + "script>alert(1)</script>", "&lt;script&gtalert(1)", "&l&#116;script>alert(1)", "[a](javascript&#58alert(1))", "[a]( javascript:alert(1) )", "[a](\njavascript:alert(1)\n)", "^^^\n^^^\n^^^ <img src=x onerror=alert(1)>", "[^1][^1]\n\n[^1]: [^1] <svg onload=alert(1)>",
    ];

    /// <summary>Every oddity, then links and elements in turn, each in its next place.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Oddities.Concat(Interleaved()).Distinct().Take(Count)];

    private static IEnumerable<string> Interleaved()
    {
        for (var n = 0; n < Count; n++)
        {
            yield return Pair(Links, Addresses, n);
            yield return Pair(Blocks, Elements, n);
        }
    }

    /// <summary>Strides through all pairs; a prime that divides no count, so none comes twice before all have been.</summary>
    private static string Pair(string[] places, string[] attacks, int n)
    {
        var pair = n * 271 % (places.Length * attacks.Length);
        return Put(places[pair % places.Length], attacks[pair / places.Length]);
    }

    private static string Put(string place, string attack) => place.Replace("{0}", attack, StringComparison.Ordinal).Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);
}
