using NewsSite.Site;

namespace NewsSite.Browser;

/// <summary>The watch over the log reads what this site says too: one that saw nothing would prove nothing.</summary>
public sealed class LogTests(BrowserSite site)
{
    [Fact]
    public async Task The_watch_reads_what_the_browsers_site_says()
    {
        await using var visit = await site.OpenAsync();
        var before = LogWatch.Lines;

        await visit.GoAsync("/search?q=council");

        Assert.True(LogWatch.Lines > before, "The site said nothing.");
    }
}
