using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Import.WordPress;

/// <summary>
/// Turns WordPress's own shortcodes into the HTML they stand for. Others stay as text, as WordPress shows those of a plugin that is gone.
/// </summary>
internal sealed partial class Shortcodes(Func<long, Attachment?> attachment, IReadOnlyList<long> ownAttachments)
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "caption", "wp_caption", "gallery", "embed", "audio", "video", "playlist", "youtube", "vimeo", "twitter", "tweet", "instagram", "soundcloud", "dailymotion",
    };

    private readonly HashSet<string> unknown = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Shortcodes met that are not WordPress's own, each once.</summary>
    public IReadOnlyCollection<string> Unknown => unknown;

    public string Expand(string html)
    {
        if (!html.Contains('[', StringComparison.Ordinal)) return html;
        var expanded = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            if (html[at] == '<' && EndOfTag(html, at) is var end && end > at)
            {
                expanded.Append(html, at, end - at);
                at = end;
            }
            else if (html[at] == '[') at = Bracket(html, at, expanded);
            else expanded.Append(html[at++]);
        }

        return expanded.ToString();
    }

    /// <summary>Shortcodes in attributes and comments are none.</summary>
    private static int EndOfTag(string html, int at)
    {
        if (at + 1 >= html.Length) return at;
        if (string.CompareOrdinal(html, at, "<!--", 0, 4) == 0) return html.IndexOf("-->", at, StringComparison.Ordinal) is >= 0 and var comment ? comment + 3 : at;
        if (!char.IsAsciiLetter(html[at + 1]) && html[at + 1] != '/') return at;
        var quote = '\0';
        for (var i = at + 1; i < html.Length; i++)
        {
            if (quote != '\0') quote = html[i] == quote ? '\0' : quote;
            else if (html[i] is '"' or '\'') quote = html[i];
            else if (html[i] == '>') return i + 1;
        }

        return at;
    }

    private int Bracket(string html, int at, StringBuilder expanded)
    {
        var open = Opening().Match(html, at, Math.Min(html.Length - at, 4000));
        if (!open.Success)
        {
            expanded.Append('[');
            return at + 1;
        }

        var name = open.Groups["name"].Value;
        if (open.Groups["escape"].Length > 0 && at + open.Length < html.Length && html[at + open.Length] == ']')
        {
            // `[[gallery]]` is how an article about WordPress says `[gallery]`.
            expanded.Append(html, at + 1, open.Length - 1);
            return at + open.Length + 1;
        }

        if (!Known.Contains(name) || open.Groups["escape"].Length > 0)
        {
            if (IsPlugins(html, open, name)) unknown.Add(name);
            expanded.Append('[');
            return at + 1;
        }

        var end = at + open.Length;
        var inner = "";
        if (open.Groups["self"].Length == 0 && html.IndexOf($"[/{name}]", end, StringComparison.OrdinalIgnoreCase) is >= 0 and var close && IsOwnClose(html, name, end, close))
        {
            inner = html[end..close];
            end = close + name.Length + 3;
        }

        expanded.Append(Html(name.ToLowerInvariant(), Attributes(open.Groups["attributes"].Value), inner.Trim()));
        return end;
    }

    /// <summary>A closing word far on may belong to a later one of the same name.</summary>
    private static bool IsOwnClose(string html, string name, int from, int close) =>
        html.IndexOf("[" + name, from, close - from, StringComparison.OrdinalIgnoreCase) < 0;

    /// <summary>Words in brackets are common in news: `[sic]`, `[he said]`. A shortcode has a value, an underscore or dash, or an end.</summary>
    private static bool IsPlugins(string html, Match open, string name) =>
        open.Groups["attributes"].Value.Contains('=', StringComparison.Ordinal) || name.AsSpan().ContainsAny('_', '-') || open.Groups["self"].Length > 0
        || html.Contains($"[/{name}]", StringComparison.OrdinalIgnoreCase);

    private string Html(string name, Dictionary<string, string> attributes, string inner) => name switch
    {
        "caption" or "wp_caption" => Caption(attributes, inner),
        "gallery" => Gallery(attributes),
        "embed" => inner.Length > 0 ? $"<p>{inner}</p>" : Media("iframe", attributes),
        "audio" => Media("audio", attributes),
        "video" => Media("video", attributes),
        "playlist" => Playlist(attributes),
        _ => Media("iframe", attributes, inner),
    };

    private static string Caption(Dictionary<string, string> attributes, string inner)
    {
        if (attributes.GetValueOrDefault("caption") is { Length: > 0 } said) return $"<figure>{inner}<figcaption>{said}</figcaption></figure>";

        // The caption is what follows the picture, or the link around it.
        var picture = LinkedPicture().Match(inner);
        return picture.Success ? $"<figure>{inner[..(picture.Index + picture.Length)]}<figcaption>{inner[(picture.Index + picture.Length)..].Trim()}</figcaption></figure>" : $"<figure>{inner}</figure>";
    }

    private string Gallery(Dictionary<string, string> attributes)
    {
        var ids = attributes.GetValueOrDefault("ids") ?? attributes.GetValueOrDefault("include");
        var shown = ids is null ? ownAttachments : [.. ids.Split(',', StringSplitOptions.TrimEntries).Select(i => long.TryParse(i, out var id) ? id : 0)];
        var html = new StringBuilder();
        foreach (var id in shown)
        {
            if (attachment(id) is not { } file || !IsPicture(file.Url)) continue;
            var picture = $"<img class=\"wp-image-{id}\" src=\"{WebUtility.HtmlEncode(file.Url)}\" alt=\"{WebUtility.HtmlEncode(file.Alt)}\">";
            html.Append("<figure>").Append(picture).Append(file.Caption is null ? "" : $"<figcaption>{file.Caption}</figcaption>").Append("</figure>");
        }

        return html.ToString();
    }

    private string Playlist(Dictionary<string, string> attributes)
    {
        var ids = (attributes.GetValueOrDefault("ids") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(i => long.TryParse(i, out var id) ? attachment(id) : null);
        return string.Concat(ids.OfType<Attachment>().Select(f => $"<p><audio src=\"{WebUtility.HtmlEncode(f.Url)}\"></audio></p>"));
    }

    private static string Media(string element, Dictionary<string, string> attributes, string inner = "")
    {
        var address = attributes.GetValueOrDefault("src") ?? attributes.GetValueOrDefault("url")
            ?? attributes.Values.Append(inner).FirstOrDefault(v => v.StartsWith("http", StringComparison.OrdinalIgnoreCase) || v.StartsWith('/'));
        return address is null ? "" : $"<p><{element} src=\"{WebUtility.HtmlEncode(WebUtility.HtmlDecode(address))}\"></{element}></p>";
    }

    private static Dictionary<string, string> Attributes(string text)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Attribute().Matches(text))
        {
            var value = match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["single"].Success ? match.Groups["single"].Value : match.Groups["bare"].Value;
            attributes.TryAdd(match.Groups["key"].Success ? match.Groups["key"].Value : FormattableString.Invariant($"#{attributes.Count}"), value.TrimStart('='));
        }

        return attributes;
    }

    private static bool IsPicture(string url) => Path.GetExtension(url.Split('?')[0]).ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".gif" or ".webp" or ".avif" or ".bmp" or ".svg" or ".tif" or ".tiff" or ".heic";

    [GeneratedRegex(@"\G\[(?<escape>\[?)(?<name>[A-Za-z][\w-]*)(?<attributes>(?:[\s=][^\[\]]*?)?)(?<self>/?)\]")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\s*(<a\b[^>]*>\s*<img\b[^>]*>\s*</a>|<img\b[^>]*>)", RegexOptions.IgnoreCase)]
    private static partial Regex LinkedPicture();

    [GeneratedRegex("""(?:(?<key>[\w-]+)\s*=\s*)?(?:"(?<quoted>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"']+))""")]
    private static partial Regex Attribute();
}
