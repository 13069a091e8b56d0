namespace NewsSite.Browser;

public sealed class ReadingTests
{
    private readonly BrowserSite site;

    public ReadingTests(BrowserSite site)
    {
        this.site = site;
        Assert.SkipWhen(site.Missing is not null, site.Missing ?? "");
    }

    [Fact]
    public async Task The_site_answers_a_browser()
    {
        await using var window = await site.Chromium.NewContextAsync();
        var page = await window.NewPageAsync();

        var answer = await page.GotoAsync(site.Url + "/health");

        Assert.Equal(200, answer!.Status);
    }

}
