using System.Text;
using System.Xml;

namespace NewsSite.Import.WordPress;

/// <summary>
/// Reads a WordPress export item by item, never the whole of it. Entities and document types are refused before they can grow.
/// </summary>
internal sealed class WxrReader : IDisposable
{
    /// <summary>Characters in one item; more is no article.</summary>
    public const int LongestItem = 16_000_000;

    private readonly CleanReader text;
    private readonly XmlReader xml;
    private readonly string path;
    private readonly bool withBodies;
    private readonly char[] buffer = new char[8192];
    private WxrItem? current;
    private string? previous;
    private int itemLength;

    /// <param name="path">The file.</param>
    /// <param name="withBodies">False to pass over the bodies: a survey needs none.</param>
    public WxrReader(string path, bool withBodies)
    {
        (this.path, this.withBodies) = (path, withBodies);
        try
        {
            text = CleanReader.Open(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ImportRefusedException(0, null, $"The file cannot be read: {e.Message}");
        }

        xml = XmlReader.Create(text, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true,
        });
    }

    /// <summary>Told of each element of the channel that is not an item: its name, and its own text or its children's by name.</summary>
    public Action<string, string, IReadOnlyDictionary<string, string>>? OnChannel { get; init; }

    public int ControlCharacters { get; private set; }

    public int LeftOut => text.LeftOut + ControlCharacters;

    public int Unreadable => text.Unreadable;

    /// <exception cref="ImportRefusedException">The file is not well formed, has a document type, or is no export of WordPress.</exception>
    public IEnumerable<WxrItem> Items()
    {
        Guarded(FindChannel);
        while (Guarded(Next) is { } item) yield return item;
    }

    public void Dispose()
    {
        xml.Dispose();
        text.Dispose();
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException e)
        {
            if (e.Message.Contains("DTD", StringComparison.Ordinal)) throw new ImportRefusedException(LineOf("<!DOCTYPE"), Here, "The file has a document type (DTD), which no WordPress export has.");
            throw new ImportRefusedException(e.LineNumber > 0 ? e.LineNumber : Line, Here, $"The file is broken: {e.Message}");
        }
        catch (IOException e)
        {
            throw new ImportRefusedException(Line, Here, $"The file cannot be read: {e.Message}");
        }
    }

    /// <summary>The item being read; before its name is known, the one before it.</summary>
    private string? Here => current is null ? null : current.Title.Length > 0 ? current.ToString() : previous is null ? "the first item" : $"the item after {previous}";

    /// <summary>Of a document type the XML reader does not say where it stands.</summary>
    private int LineOf(string words) => 1 + Math.Max(0, File.ReadLines(path).Take(1000).ToList().FindIndex(l => l.Contains(words, StringComparison.OrdinalIgnoreCase)));

    private int Line => ((IXmlLineInfo)xml).LineNumber;

    private bool FindChannel()
    {
        xml.MoveToContent();
        if (xml.LocalName != "rss") throw new ImportRefusedException(Line, null, "The file is no WordPress export: it does not begin with <rss>.");
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "channel") return true;
        throw new ImportRefusedException(Line, null, "The file is no WordPress export: it has no <channel>.");
    }

    private WxrItem? Next()
    {
        (previous, current) = (current?.ToString() ?? previous, null);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "item" && xml.NamespaceURI.Length == 0) return Item();
            var name = Name();
            if (name is "wp:category" or "wp:tag" or "wp:term" or "wp:author") OnChannel?.Invoke(name, "", Children());
            else OnChannel?.Invoke(name, Text(10_000), new Dictionary<string, string>());
        }

        return null;
    }

    private WxrItem Item()
    {
        var item = current = new WxrItem(Line);
        itemLength = 0;
        if (xml.IsEmptyElement) return item;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType == XmlNodeType.Element) Field(item);
        return item;
    }

    private void Field(WxrItem item)
    {
        switch (Name())
        {
            case "title":
                item.Title = Text();
                break;
            case "link":
                item.Link = Text().Trim();
                break;
            case "guid":
                item.Guid = Text().Trim();
                break;
            case "pubDate":
                item.PubDate = Text().Trim();
                break;
            case "dc:creator":
                item.Creator = Text().Trim();
                break;
            case "content:encoded":
                item.Content = Text(withBodies ? LongestItem : 0);
                break;
            case "excerpt:encoded":
                item.Excerpt = Text();
                break;
            case "category":
                var (domain, slug) = (xml.GetAttribute("domain") ?? "category", xml.GetAttribute("nicename") ?? "");
                item.Terms.Add(new(domain, slug, Text()));
                break;
            case var name when name.StartsWith("wp:", StringComparison.Ordinal):
                OwnField(item, name[3..]);
                break;
            default:
                Text(0);
                break;
        }
    }

    private void OwnField(WxrItem item, string name)
    {
        if (name == "postmeta")
        {
            var meta = Children();
            item.Meta.Add(new(meta.GetValueOrDefault("meta_key", ""), meta.GetValueOrDefault("meta_value", "")));
        }
        else if (name != "comment") item.Fields[name] = Text();
        else if (Children(200).GetValueOrDefault("comment_type", "") is "pingback" or "trackback") item.Pingbacks++;
        else item.Comments++;
    }

    /// <summary>The element's name with the prefix it has by custom, whichever version of the format declared it.</summary>
    private string Name()
    {
        var space = xml.NamespaceURI;
        if (space.Length == 0) return xml.LocalName;
        if (space.Contains("wordpress.org/export", StringComparison.Ordinal)) return (space.Contains("/excerpt", StringComparison.Ordinal) ? "excerpt:" : "wp:") + xml.LocalName;
        if (space.Contains("rss/1.0/modules/content", StringComparison.Ordinal)) return "content:" + xml.LocalName;
        return (space.Contains("purl.org/dc", StringComparison.Ordinal) ? "dc:" : "other:") + xml.LocalName;
    }

    private Dictionary<string, string> Children(int limit = LongestItem)
    {
        var children = new Dictionary<string, string>(StringComparer.Ordinal);
        if (xml.IsEmptyElement) return children;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType == XmlNodeType.Element) children[xml.LocalName] = Text(limit);
        return children;
    }

    /// <summary>The text in the element, in small steps so that a body of any size passes through a little memory.</summary>
    private string Text(int limit = LongestItem)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        var words = new StringBuilder();
        while (xml.Read() && xml.Depth > depth)
        {
            if (!xml.CanReadValueChunk || xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) continue;
            while (xml.ReadValueChunk(buffer, 0, buffer.Length) is var read and > 0) Append(words, read, limit);
        }

        return words.ToString();
    }

    private void Append(StringBuilder words, int read, int limit)
    {
        if (limit == 0) return;
        itemLength += read;
        if (current is not null && itemLength > LongestItem) current.IsTooLong = true;
        if (words.Length + read > limit || itemLength > LongestItem) return;
        for (var i = 0; i < read; i++)
        {
            // A character reference can say what the file itself may not.
            if (CleanReader.IsAllowed(buffer[i])) words.Append(buffer[i]);
            else ControlCharacters++;
        }
    }
}
