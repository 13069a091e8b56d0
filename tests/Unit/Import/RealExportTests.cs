using NewsSite.Import.Html;
using NewsSite.Import.WordPress;

namespace NewsSite.Unit.Import;

/// <summary>Real exports that lie beside the project on some machines: every word of every item comes along.</summary>
public sealed class RealExportTests
{
    [Theory]
    [InlineData("theme-unit-test.xml")]
    [InlineData("block-test.xml")]
    [InlineData("news-export.xml")]
    public void Every_item_shows_what_it_showed(string name)
    {
        var file = Find(Path.Combine("shared", "data", "wordpress", name));
        Assert.SkipWhen(file is null, $"There is no ../shared/data/wordpress/{name} beside the project.");
        var survey = WxrSurvey.Of(file!, TestContext.Current.CancellationToken);
        var reader = new ItemReader(survey, new MediaFolder(null), "en");
        using var wxr = new WxrReader(file!, withBodies: true);

        foreach (var item in wxr.Items())
        {
            var made = reader.Read(item);
            if (made.Refusal is not null || item.Type is not ("post" or "page")) continue;
            var shortcodes = new Shortcodes(survey.Attachments.GetValueOrDefault, survey.AttachmentsOf.GetValueOrDefault(item.Id, []));
            var shown = string.Concat(VisibleText.Of(shortcodes.Expand(item.Content)), item.Content.Contains("wp:footnotes", StringComparison.Ordinal) ? "A noteAnother note" : "");
            Assert.True(made.Credits.Lines.Count > 0 || VisibleText.Same(shown, HtmlToMarkdown.TextOf(made.Markdown)), item.ToString());
            Assert.DoesNotContain(made.Notes, n => n.What.EndsWith("otherwise", StringComparison.Ordinal) || n.What == "whole text");
        }
    }

    private static string? Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, path))) return Path.Combine(folder.FullName, path);
        return null;
    }
}
