using System.Text.Json;
using AngleSharp.Dom;
using NewsSite.Articles;
using NewsSite.Import.Html;

namespace NewsSite.Import.WordPress;

/// <summary>Makes the Markdown of one item's body, with its pictures, shortcodes, notes and credit lines.</summary>
internal sealed class BodyReader(WxrSurvey survey, MediaFolder media, OldAddress addresses)
{
    /// <exception cref="MarkdownException">The body is longer than an article may be.</exception>
    public void Read(Converted made, bool withCredits)
    {
        var item = made.Item;
        var hasBlocks = item.Content.Contains("<!-- wp:", StringComparison.Ordinal);
        var shortcodes = new Shortcodes(survey.Attachments.GetValueOrDefault, survey.AttachmentsOf.GetValueOrDefault(item.Id, []));
        var text = HtmlToMarkdown.Convert(shortcodes.Expand(item.Content), new TextSource
        {
            LineEndsCount = !hasBlocks,
            Link = address => addresses.Link(address, item.Link),
            Picture = image => Picture(image, made),
            Footnotes = Footnotes(item),
        });

        made.UnknownShortcodes = shortcodes.Unknown;
        made.Notes.AddRange(text.Losses);
        if (hasBlocks) NoteEmptyBlocks(made);
        if (withCredits) made.Credits = CreditLines.Take(text.Blocks);
        made.Markdown = text.Markdown;
        if (made.Markdown.Length > Typesetter.Longest) throw new MarkdownException($"The text has {made.Markdown.Length:N0} characters; {Typesetter.Longest:N0} is the most.");
    }

    /// <summary>The picture's file by its number in the media library or its address; else the address, kept.</summary>
    private string? Picture(IElement image, Converted made)
    {
        var address = (image.GetAttribute("data-src") ?? image.GetAttribute("data-lazy-src") ?? image.GetAttribute("src"))?.Trim();
        if (image.GetAttribute("src") is { } src && !src.StartsWith("data:", StringComparison.Ordinal)) address = src.Trim();
        var attachment = NumberOf(image) is { } id ? survey.Attachments.GetValueOrDefault(id) : null;
        var given = attachment is null ? null : media.Find(attachment.Url);
        if (given is null && !string.IsNullOrEmpty(address) && addresses.OwnPicture(address, made.Item.Link) is { } own) given = media.Find(own);
        if (given is not null)
        {
            if (!made.Pictures.Contains(given)) made.Pictures.Add(given);
            return "media:" + given.Key;
        }

        var kept = string.IsNullOrEmpty(address) ? attachment?.Url : addresses.Picture(address, made.Item.Link);
        if (kept is not null && !made.MissingPictures.Contains(kept)) made.MissingPictures.Add(kept);
        return kept;
    }

    private static long? NumberOf(IElement image)
    {
        var name = image.ClassList.FirstOrDefault(c => c.StartsWith("wp-image-", StringComparison.Ordinal));
        return long.TryParse(name?["wp-image-".Length..] ?? image.GetAttribute("data-id"), out var id) ? id : null;
    }

    /// <summary>The block editor keeps footnotes beside the body, as JSON.</summary>
    private static List<KeyValuePair<string, string>> Footnotes(WxrItem item)
    {
        if (item.MetaValue("footnotes") is not { Length: > 2 } json || !item.Content.Contains("wp:footnotes", StringComparison.Ordinal)) return [];
        try
        {
            using var notes = JsonDocument.Parse(json);
            return [.. notes.RootElement.EnumerateArray().Select(n => KeyValuePair.Create(n.GetProperty("id").GetString() ?? "", n.GetProperty("content").GetString() ?? "")).Where(n => n.Value.Length > 0)];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>Blocks that a theme or plugin fills when a page is shown have no words in the export.</summary>
    private static void NoteEmptyBlocks(Converted made)
    {
        var content = made.Item.Content;
        for (var at = 0; (at = content.IndexOf("<!-- wp:", at, StringComparison.Ordinal)) >= 0; at++)
        {
            var end = content.IndexOf("-->", at, StringComparison.Ordinal);
            if (end < 0) return;
            if (content[end - 1] != '/') continue;
            var name = content[(at + 8)..end].Split(' ', 2)[0].TrimEnd('/');
            if (name is not ("spacer" or "footnotes" or "more" or "nextpage")) made.Notes.Add(new("block that WordPress fills when the page is shown", "left out", name));
        }
    }
}
