using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Import.Html;

/// <summary>Writes words so that Markdown takes them as words.</summary>
internal static partial class Escape
{
    /// <summary>Only what would be read as markup is escaped, so that an editor finds readable text.</summary>
    /// <param name="text">The words.</param>
    /// <param name="inLink">Whether they are part of a link.</param>
    /// <param name="touched">Whether markup may stand right before or after them.</param>
    /// <param name="markdown">Where they go.</param>
    public static void Text(string text, bool inLink, bool touched, StringBuilder markdown)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var edge = touched && (i == 0 || i == text.Length - 1);

            // Beside code even an escaped backtick would count as a part of its fence.
            if (edge && text[i] == '`')
            {
                markdown.Append("&#96;");
                continue;
            }

            if (edge ? MayMarkUp(text[i]) || MustEscape(text, i, inLink) : MustEscape(text, i, inLink)) markdown.Append('\\');
            markdown.Append(text[i]);
        }
    }

    /// <summary>Every mark of punctuation escaped: nothing in it can be markup.</summary>
    public static void Everything(string text, StringBuilder markdown)
    {
        foreach (var c in text)
        {
            if (c < 128 && (char.IsPunctuation(c) || char.IsSymbol(c))) markdown.Append('\\');
            markdown.Append(c);
        }
    }

    /// <summary>Escapes what is markup only at the start of a line.</summary>
    public static string LineStarts(string markdown)
    {
        if (!markdown.Contains('\n', StringComparison.Ordinal)) return LineStart(markdown);
        return string.Join('\n', markdown.Split('\n').Select(LineStart));
    }

    /// <summary>An address, between angle brackets where something in it would do harm.</summary>
    public static string Address(string url)
    {
        if (PlainTarget().IsMatch(url)) return url;
        var address = new StringBuilder("<", url.Length + 2);
        for (var i = 0; i < url.Length; i++)
        {
            var c = url[i];
            if (c is '<' or '>' or '"' or ' ') address.Append('%').Append(((int)c).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            else if (c == '\\' || (c == '&' && EntityAt(url, i))) address.Append('\\').Append(c);
            else if (!char.IsControl(c)) address.Append(c);
        }

        return address.Append('>').ToString();
    }

    public static string Title(string title)
    {
        var escaped = new StringBuilder(" \"");
        foreach (var c in VisibleText.Collapse(title))
        {
            if (c is '"' or '\\' or '&') escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.Append('"').ToString();
    }

    private static string LineStart(string line)
    {
        var start = line.Length - line.AsSpan().TrimStart().Length;
        if (start > 0) return line[..start] + LineStart(line[start..]);
        if (line.Length == 0) return line;
        var number = NumberAtStart().Match(line);
        if (number.Success) return $"{number.Groups[1].Value}\\{line[number.Groups[1].Length..]}";
        return line[0] is '>' or '#' or '-' or '+' or '=' or ':' && MarkupAtStart().IsMatch(line) ? "\\" + line : line;
    }

    private static bool MustEscape(string text, int i, bool inLink) => text[i] switch
    {
        '\\' or '`' or '*' or '[' or '~' or '^' or '|' => true,
        ']' => inLink,
        '<' => i + 1 < text.Length && (char.IsLetter(text[i + 1]) || text[i + 1] is '/' or '!' or '?'),
        '_' => !IsWord(text, i - 1) || !IsWord(text, i + 1),
        '=' or '+' => (i > 0 && text[i - 1] == text[i]) || (i + 1 < text.Length && text[i + 1] == text[i]),
        '&' => EntityAt(text, i),
        ':' => AddressAt(text, i, inLink),
        '.' => i >= 3 && text.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool MayMarkUp(char c) => c is '<' or '=' or '+' or '!' or '&';

    private static bool IsWord(string text, int i) => i >= 0 && i < text.Length && char.IsLetterOrDigit(text[i]);

    private static bool EntityAt(string text, int i) => Entity().IsMatch(text.AsSpan(i, Math.Min(40, text.Length - i)));

    /// <summary>A bare address would become a link, which is well where it is written plainly and outside a link.</summary>
    private static bool AddressAt(string text, int i, bool inLink)
    {
        var before = text.AsSpan(Math.Max(0, i - 6), Math.Min(6, i));
        if (before.EndsWith("mailto", StringComparison.OrdinalIgnoreCase) || before.EndsWith("tel", StringComparison.OrdinalIgnoreCase) || before.EndsWith("ftp", StringComparison.OrdinalIgnoreCase)) return true;
        if (!before.EndsWith("http", StringComparison.OrdinalIgnoreCase) && !before.EndsWith("https", StringComparison.OrdinalIgnoreCase)) return false;
        var end = i;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        return inLink || !PlainAddress().IsMatch(text.AsSpan(i, end - i));
    }

    [GeneratedRegex(@"^&(#\d{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});")]
    private static partial Regex Entity();

    [GeneratedRegex(@"^://[A-Za-z0-9.-]+(/[A-Za-z0-9./%-]*)?$")]
    private static partial Regex PlainAddress();

    [GeneratedRegex(@"^[A-Za-z/][A-Za-z0-9:/.?=%#@~+,;_-]*$")]
    private static partial Regex PlainTarget();

    [GeneratedRegex(@"^(\d{1,9})[.)](\s|$)")]
    private static partial Regex NumberAtStart();

    [GeneratedRegex(@"^(>|#{1,6}(\s|$)|[-+](\s|$)|=+\s*$|-+\s*$|(-\s*){3,}$|:)")]
    private static partial Regex MarkupAtStart();
}
