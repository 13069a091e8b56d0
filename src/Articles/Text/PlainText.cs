using System.Net;
using System.Text;

namespace NewsSite.Articles;

/// <summary>The visible text of HTML that the <see cref="Typesetter"/> made.</summary>
public static class PlainText
{
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "em", "strong", "b", "i", "u", "s", "del", "ins", "mark", "sub", "sup", "code", "span", "abbr", "cite", "q", "small", "time", "picture", "source", "img",
    };

    /// <summary>Text with a space where a block begins or ends and entities decoded.</summary>
    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            if (open < 0) open = html.Length;
            text.Append(html, at, open - at);
            if (open == html.Length) break;

            var close = html.IndexOf('>', open);
            if (close < 0) break;
            var name = html.AsSpan(open + 1, close - open - 1).TrimStart('/');
            var end = name.IndexOfAny(" /\n\t");
            if (!Inline.Contains(new string(end < 0 ? name : name[..end]))) text.Append(' ');
            at = close + 1;
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    public static int CountWords(string text)
    {
        var words = 0;
        var inWord = false;
        foreach (var c in text)
        {
            var letter = char.IsLetterOrDigit(c);
            if (letter && !inWord) words++;
            inWord = letter || (inWord && c is '\'' or '’' or 'ʼ' or '-');
        }

        return words;
    }
}
