using System.Globalization;
using System.Text;
using System.Xml;

namespace NewsSite.Bench;

/// <summary>Writes a WordPress export of any size: generated words with the distribution of real ones, English and Ukrainian, the same for the same number.</summary>
internal static class Archive
{
    private const string Wp = "http://wordpress.org/export/1.2/";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly string[] Sections = ["news", "politics", "economy", "society", "culture", "opinion", "science", "sport"];
    private static readonly DateTime Newest = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);

    public static async Task WriteAsync(string file, int articles)
    {
        var random = new Random(2026);
        var english = new Vocabulary(random, "bdfghklmnprstvw", "aeiou");
        var ukrainian = new Vocabulary(random, "бвгдзклмнпрстхчш", "аеиіоуя");
        await using var xml = XmlWriter.Create(file, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), Indent = true });
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        foreach (var (prefix, space) in new[] { ("wp", Wp), ("content", Content), ("dc", Dc) }) xml.WriteAttributeString("xmlns", prefix, null, space);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", "The Generated Paper");
        xml.WriteElementString("link", "https://old.example");
        xml.WriteElementString("language", "en-US");
        xml.WriteElementString("wxr_version", Wp, "1.2");
        xml.WriteElementString("base_site_url", Wp, "https://old.example");
        for (var id = 1; id <= articles; id++) WriteItem(xml, id, articles, random, id % 2 == 0 ? english : ukrainian);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteItem(XmlWriter xml, int id, int articles, Random random, Vocabulary words)
    {
        // The archive spans eight years whatever its size: a larger paper publishes more a day.
        var at = Newest.AddMinutes(-(double)(articles - id) / articles * 8 * 365 * 24 * 60);
        var title = words.Sentence(random, 7).TrimEnd('.');
        xml.WriteStartElement("item");
        xml.WriteElementString("title", title);
        xml.WriteElementString("link", $"https://old.example/{at:yyyy/MM/dd}/story-{id}/");
        xml.WriteElementString("creator", Dc, $"writer{id % 40}");
        xml.WriteStartElement("encoded", Content);
        xml.WriteCData(Body(random, words));
        xml.WriteEndElement();
        xml.WriteElementString("post_id", Wp, id.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("post_date", Wp, at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        xml.WriteElementString("post_date_gmt", Wp, at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        xml.WriteElementString("post_name", Wp, $"story-{id}");
        xml.WriteElementString("status", Wp, "publish");
        xml.WriteElementString("post_type", Wp, "post");
        Category(xml, "language", id % 2 == 0 ? "en" : "uk");
        Category(xml, "category", Sections[random.Next(Sections.Length)]);
        for (var i = 0; i < 3; i++) Category(xml, "post_tag", $"subject-{random.Next(400)}");
        xml.WriteEndElement();
    }

    private static void Category(XmlWriter xml, string domain, string name)
    {
        xml.WriteStartElement("category");
        xml.WriteAttributeString("domain", domain);
        xml.WriteAttributeString("nicename", name);
        xml.WriteCData(name);
        xml.WriteEndElement();
    }

    private static string Body(Random random, Vocabulary words)
    {
        var body = new StringBuilder();
        for (var paragraph = 0; paragraph < 6; paragraph++)
        {
            body.Append("<!-- wp:paragraph -->\n<p>");
            for (var sentence = 0; sentence < 4; sentence++) body.Append(words.Sentence(random, 12)).Append(' ');
            body.Append("</p>\n<!-- /wp:paragraph -->\n\n");
        }

        return body.ToString();
    }
}

/// <summary>Thirty thousand made-up words, of which a few are met all the time and most hardly ever (Zipf's law).</summary>
internal sealed class Vocabulary
{
    private readonly string[] words = new string[30_000];
    private readonly double[] upTo = new double[30_000];

    public Vocabulary(Random random, string consonants, string vowels)
    {
        var sum = 0.0;
        for (var rank = 0; rank < words.Length; rank++)
        {
            words[rank] = string.Concat(Enumerable.Range(0, 1 + random.Next(4)).Select(_ => $"{consonants[random.Next(consonants.Length)]}{vowels[random.Next(vowels.Length)]}"))
                + consonants[random.Next(consonants.Length)];
            upTo[rank] = sum += 1.0 / (rank + 10);
        }
    }

    public string Sentence(Random random, int length)
    {
        var sentence = string.Join(' ', Enumerable.Range(0, length).Select(_ => Word(random)));
        return char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
    }

    private string Word(Random random)
    {
        var at = Array.BinarySearch(upTo, random.NextDouble() * upTo[^1]);
        return words[Math.Min(at < 0 ? ~at : at, words.Length - 1)];
    }
}
