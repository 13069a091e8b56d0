namespace NewsSite.Site.Pages;

/// <summary>A site that says where it can be written to.</summary>
public sealed class ReachableSite : SqliteSite
{
    public const string Address = "desk@paper.example";

    public override ValueTask InitializeAsync()
    {
        Told["Site:Contact"] = Address;
        return base.InitializeAsync();
    }
}

public sealed class ContactTests(ReachableSite site) : SiteTests(site), IClassFixture<ReachableSite>
{
    [Fact]
    public async Task The_address_is_shown_after_a_click_and_stands_in_no_page_before()
    {
        var before = await Site.Page("/contact");
        Assert.DoesNotContain('@', before.Words("main")!);
        Assert.DoesNotContain(ReachableSite.Address, before.Text, StringComparison.Ordinal);

        var after = await Site.Send(HttpMethod.Post, "/contact", new FormUrlEncodedContent([]), ("Sec-Fetch-Site", "same-origin"));

        Assert.Contains("mailto:" + ReachableSite.Address, after.Links);
        Assert.Equal("no-store", after.Header("Cache-Control"));
        Assert.DoesNotContain(ReachableSite.Address, (await Site.Page("/contact")).Text, StringComparison.Ordinal);
    }
}
