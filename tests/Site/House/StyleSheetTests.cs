using System.Text.RegularExpressions;

namespace NewsSite.Site.House;

/// <summary>Docs/architecture.md, CSS: layers and classes carry the order, so no rule ever needs to shout; right-to-left comes free.</summary>
public sealed partial class StyleSheetTests
{
    /// <summary>Made by the typesetter's libraries, not written in any file of ours.</summary>
    private static readonly HashSet<string> MadeElsewhere = ["footnotes", "footnote-ref", "footnote-back-ref"];

    private static readonly List<(string File, string Css)> Sheets = [.. House.Files("wwwroot/css", ".css").Select(f => (f, Comments().Replace(House.Read(f), m => new string('\n', m.Value.Count(c => c == '\n')))))];

    [Fact]
    public void Nothing_shouts_and_nothing_is_styled_by_its_id() => House.Nothing(
        from sheet in Sheets
        from fault in Important().Matches(sheet.Css).Select(m => m.Value).Concat(Selectors(sheet.Css).Where(s => Id().IsMatch(s)))
        select $"{sheet.File}: {fault}",
        "No !important, no ids in selectors:");

    [Fact]
    public void Directions_are_those_of_the_text() => House.Nothing(
        from sheet in Sheets
        from Match match in Physical().Matches(sheet.Css)
        select $"{sheet.File}: {match.Value.Trim()}",
        "Logical properties only (inline-start, block-end …), for pages that run from right to left:");

    [Fact]
    public void Every_value_that_is_used_is_defined()
    {
        var defined = Sheets.SelectMany(s => Definition().Matches(s.Css)).Select(m => m.Groups[1].Value).ToHashSet();
        House.Nothing(
            from sheet in Sheets
            from Match use in Use().Matches(sheet.Css)
            where !defined.Contains(use.Groups[1].Value)
            select $"{sheet.File}: {use.Groups[1].Value}",
            "Custom properties nobody defines:");
        House.Nothing(defined.Where(name => !Sheets.Any(s => s.Css.Contains($"var({name}", StringComparison.Ordinal))), "Custom properties nobody uses:");
    }

    [Fact]
    public void Every_class_in_a_page_has_a_style()
    {
        Assert.SkipWhen(Sheets.Count == 0, "There are no style sheets yet.");
        var styled = Styled();
        House.Nothing(
            from file in House.Files("src", ".cshtml")
            from name in Used(House.Read(file))
            where !styled.Contains(name)
            select $"{file}: {name}",
            "Classes without a style:");
    }

    [Fact]
    public void Every_style_has_its_page()
    {
        var code = string.Join('\n', House.Files("src", ".cs", ".cshtml").Concat(House.Files("wwwroot/js", ".js")).Select(House.Read));
        House.Nothing(Styled().Where(name => !MadeElsewhere.Contains(name) && !Regex.IsMatch(code, $@"(?<![\w-]){Regex.Escape(name)}(?![\w-])")), "Styles that no page uses:");
    }

    private static HashSet<string> Styled() => [.. Sheets.SelectMany(s => Selectors(s.Css)).SelectMany(s => Class().Matches(s)).Select(m => m.Groups[1].Value)];

    /// <summary>What stands in a class attribute, also as a literal inside an expression.</summary>
    private static IEnumerable<string> Used(string view) =>
        from Match attribute in ClassAttribute().Matches(view)
        let value = attribute.Groups[1].Value
        let texts = value.Contains('@', StringComparison.Ordinal) ? Literal().Matches(value).Select(m => m.Groups[1].Value).Append(value.Split('@')[0]) : [value]
        from name in texts.SelectMany(t => t.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        where PlainName().IsMatch(name)
        select name;

    private static IEnumerable<string> Selectors(string css) => Prelude().Matches(css).Select(m => m.Groups[1].Value.Trim()).Where(s => s.Length > 0 && s[0] != '@');

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex("[^;{}]*!important")]
    private static partial Regex Important();

    [GeneratedRegex("#[A-Za-z_-]")]
    private static partial Regex Id();

    [GeneratedRegex(@"(?<=[;{]\s*)((margin|padding|border|scroll-margin|scroll-padding)-(left|right|top|bottom)(-\w+)?|border-(top|bottom)-(left|right)-radius|left|right|top|bottom)\s*:[^;}]*|(?<=[;{]\s*)(text-align|float|clear)\s*:\s*(left|right)\b")]
    private static partial Regex Physical();

    [GeneratedRegex(@"(?<=[;{]\s*)(--[\w-]+)\s*:")]
    private static partial Regex Definition();

    [GeneratedRegex(@"var\(\s*(--[\w-]+)")]
    private static partial Regex Use();

    [GeneratedRegex(@"([^;{}]+)\{")]
    private static partial Regex Prelude();

    [GeneratedRegex(@"\.(-?[A-Za-z_][\w-]*)")]
    private static partial Regex Class();

    [GeneratedRegex("\\bclass=\"((?:@\\((?:[^()]|\\([^()]*\\))*\\)|[^\"@]|@\\w+)*)\"")]
    private static partial Regex ClassAttribute();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^[A-Za-z][\w-]*$")]
    private static partial Regex PlainName();
}
