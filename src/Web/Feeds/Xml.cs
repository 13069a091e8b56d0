using System.Globalization;
using System.Text;
using System.Xml;

namespace NewsSite.Web.Feeds;

/// <summary>XML as bytes, with every character in it one that XML allows: a control character pasted into a headline must not break a feed for all.</summary>
internal static class Xml
{
    private static readonly XmlWriterSettings Layout = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    public static byte[] Write(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Layout))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }

        return stream.ToArray();
    }

    /// <summary>An element with text in it; nothing when there is no text.</summary>
    public static void Leaf(this XmlWriter xml, string name, string? text, string? space = null)
    {
        if (!string.IsNullOrEmpty(text)) xml.WriteElementString(name, space, Clean(text));
    }

    /// <summary>An element with attributes only, its names and values in turn; an attribute without a value is left out.</summary>
    public static void Mark(this XmlWriter xml, string name, string? space, params string?[] namesAndValues)
    {
        xml.WriteStartElement(name, space);
        xml.Attributes(namesAndValues);
        xml.WriteEndElement();
    }

    public static void Attributes(this XmlWriter xml, params string?[] namesAndValues)
    {
        for (var i = 0; i < namesAndValues.Length; i += 2)
            if (namesAndValues[i + 1] is { } value) xml.WriteAttributeString(namesAndValues[i]!, Clean(value));
    }

    /// <summary>RFC 3339 in UTC.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>The text without the characters XML 1.0 has no way to write.</summary>
    public static string Clean(string text)
    {
        var at = FirstIllegal(text, 0);
        if (at < 0) return text;
        var clean = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = FirstIllegal(text, from))
        {
            clean.Append(text, from, at - from);
            from = at + 1;
        }

        return clean.Append(text, from, text.Length - from).ToString();
    }

    private static int FirstIllegal(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) i++;
            else return i;
        }

        return -1;
    }
}
