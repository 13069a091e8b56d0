using NewsSite.Import.WordPress;
using NewsSite.Import.Html;
namespace NewsSite.Unit.Import;
public sealed class Scratch(ITestOutputHelper output)
{
    [Theory]
    [InlineData("theme-unit-test.xml")]
    [InlineData("block-test.xml")]
    [InlineData("news-export.xml")]
    public void Try(string name)
    {
        var path = "/work/shared/data/wordpress/" + name;
        var survey = WxrSurvey.Of(path, TestContext.Current.CancellationToken);
        var reader = new ItemReader(survey, new MediaFolder("/work/shared/data/media"), "en");
        using var wxr = new WxrReader(path, true);
        var groups = new Dictionary<string, List<string>>();
        var loose = 0; 
        foreach (var item in wxr.Items())
        {
            var made = reader.Read(item);
            if (made.Refusal is not null) { output.WriteLine($"REFUSED {item}: {made.Refusal}"); continue; }
            foreach (var n in made.Notes) { var k = n.What + " -> " + n.How; if (!groups.TryGetValue(k, out var l)) groups[k] = l = []; l.Add(item.ToString()); }
            foreach (var u in made.UnknownShortcodes) output.WriteLine($"SHORTCODE {u} {item}");
            if (made.Credits.Lines.Count > 0) output.WriteLine($"CREDITS {item}: {string.Join(" / ", made.Credits.Lines)} => {string.Join(", ", made.Credits.Credits)} {made.Credits.Source}");
            File.AppendAllText("/tmp/imp-" + name + ".md", $"\n\n=====8<===== {item} {made.Language} {made.Slug} {made.PageAddress} sec={made.Section?.Slug} tags={string.Join(',', made.Tags.Select(t => t.Slug))} old={string.Join(' ', made.OldAddresses)} by={string.Join(", ", made.Credits.Credits.Select(c => c.Name))}\n# {made.Headline}\n{made.Standfirst}\n---\n{made.Markdown}");
            var strict = VisibleText.Collapse(HtmlToMarkdown.TextOf(made.Markdown));
            var src = VisibleText.Of(new Shortcodes(survey.Attachments.GetValueOrDefault, survey.AttachmentsOf.GetValueOrDefault(item.Id, [])).Expand(item.Content));
            if (strict != src) { loose++; var i = 0; while (i < strict.Length && i < src.Length && strict[i] == src[i]) i++; output.WriteLine($"LOOSE {item}: [{src.Substring(Math.Max(0,i-20), Math.Min(60, src.Length-Math.Max(0,i-20)))}] vs [{strict.Substring(Math.Max(0,i-20), Math.Min(60, strict.Length-Math.Max(0,i-20)))}]"); }
        }
        foreach (var g in groups) output.WriteLine($"{g.Value.Count} x {g.Key}: {string.Join("; ", g.Value.Distinct().Take(4))}");
        output.WriteLine($"loose {loose} items {survey.Items} leftout {survey.LeftOut}");
    }
}
