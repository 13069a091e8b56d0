using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace NewsSite.Browser;

/// <summary>Reading without script, without a mouse, with large letters, on paper.</summary>
public sealed class ReadingTests(BrowserSite site)
{
    // What a reader sees move: an outline or a shadow drawn around what has the focus, or around the box a link lays over its teaser.
    private const string Focused = """
        () => {
            const e = document.activeElement;
            if (!e || e === document.body) return null;
            const seen = [null, '::before', '::after'].map(part => getComputedStyle(e, part)).some(s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none');
            const r = e.getBoundingClientRect();
            return (seen && r.width > 0 && r.height > 0 && r.bottom > 0 && r.top < innerHeight ? '' : 'unseen ') + e.tagName.toLowerCase() + ' ' + (e.getAttribute('href') ?? e.getAttribute('name') ?? '') + ' ' + e.textContent.trim().slice(0, 40);
        }
        """;

    [Fact]
    public async Task Without_script_and_by_keyboard_alone_a_reader_comes_from_the_front_page_to_an_article()
    {
        await using var visit = await site.OpenAsync(script: false);
        await visit.GoAsync("/");

        var headline = await TabToAsync(visit.Page, "main h2 a, main h3 a, main h1 a");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("/20[0-9][0-9]/"));

        Assert.Contains(headline.Trim(), await visit.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Without_script_and_by_keyboard_alone_a_reader_searches()
    {
        await using var visit = await site.OpenAsync(script: false);
        await visit.GoAsync("/search");

        await TabToAsync(visit.Page, "main input[name=q]");
        await visit.Page.Keyboard.TypeAsync("council");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("q=council"));

        Assert.NotEqual(0, await visit.Page.Locator("main article a, main li a").CountAsync());
    }

    [Fact]
    public async Task Without_script_and_by_keyboard_alone_a_reader_pages_back_through_a_list()
    {
        await using var visit = await site.OpenAsync(script: false);
        await visit.GoAsync("/latest");
        var first = await visit.Page.Locator("main h2 a, main h3 a").AllInnerTextsAsync();

        await TabToAsync(visit.Page, "a[href*='before=']");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("before="));

        var second = await visit.Page.Locator("main h2 a, main h3 a").AllInnerTextsAsync();
        Assert.NotEmpty(second);
        Assert.Empty(first.Intersect(second));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task The_first_key_leads_past_the_menu(string language)
    {
        await using var visit = await site.OpenAsync(script: false);
        await visit.GoAsync(site.Places.Find("front", language)!);

        await visit.Page.Keyboard.PressAsync("Tab");
        var target = await visit.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href') ?? ''");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");

        Assert.StartsWith("#", target, StringComparison.Ordinal);
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"), "The next stop is not in the page's main part.");
    }

    [Theory]
    [InlineData("front")]
    [InlineData("corrected article")]
    [InlineData("search")]
    public async Task Whoever_goes_by_keyboard_always_sees_where_they_are(string kind)
    {
        await using var visit = await site.OpenAsync();
        await visit.GoAsync(site.Places.Find(kind, "en")!);

        var stops = new List<string>();
        for (var i = 0; i < 80; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await visit.Page.EvaluateAsync<string?>(Focused) is not { } stop) break;
            stops.Add(stop);
        }

        Assert.True(stops.Count > 5, string.Join('\n', stops));
        Assert.DoesNotContain(stops, s => s.StartsWith("unseen", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("front", 1280)]
    [InlineData("corrected article", 1280)]
    [InlineData("corrected article", 640)]
    [InlineData("search", 1280)]
    public async Task Letters_twice_as_large_still_fit(string kind, int width)
    {
        await using var visit = await site.OpenAsync(width);
        await visit.GoAsync(site.Places.Find(kind, "en")!);

        await visit.Page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; }");

        Assert.True(await visit.OverhangAsync() <= 0, $"{await visit.OverhangAsync()} px too wide: {string.Join(", ", await visit.OutstandingAsync())}");
    }

    [Fact]
    public async Task On_paper_there_is_the_article_and_nothing_to_press()
    {
        await using var visit = await site.OpenAsync();
        await visit.GoAsync(site.Places.Find("corrected article", "en")!);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.True(await visit.Page.Locator("h1").IsVisibleAsync());
        Assert.Equal(0, await visit.Page.Locator("nav:visible, form:visible, button:visible").CountAsync());
        Assert.True((await visit.Page.PdfAsync()).Length > 5000);
    }

    private static async Task<string> TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 200; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>("s => document.activeElement?.matches(s) ? document.activeElement.textContent : null", selector) is { } text) return text;
        }

        throw new InvalidOperationException($"200 keys did not lead to {selector} on {page.Url}.");
    }
}
