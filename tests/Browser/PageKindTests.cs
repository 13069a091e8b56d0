using Microsoft.Playwright;

namespace NewsSite.Browser;

/// <summary>Every kind of page, in every language, at three widths, by day and by night.</summary>
public sealed class PageKindTests(BrowserSite site)
{
    private static readonly string? Shots = Environment.GetEnvironmentVariable("NEWSSITE_SHOTS");

    public static TheoryData<string, string> KindsAndLanguages => [.. from kind in Places.Kinds from language in Places.Languages select (kind, language)];

    [Theory]
    [MemberData(nameof(KindsAndLanguages))]
    public async Task A_page_fits_breaks_nothing_asks_nobody_keeps_nothing_and_is_open_to_all(string kind, string language)
    {
        var faults = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var visit = await site.OpenAsync(1280, scheme);
            var address = site.Places.Find(kind, language);
            Assert.SkipWhen(address is null, $"The demo paper has no {kind} in {language}.");
            var answer = await visit.GoAsync(address!);
            if (answer.Status != (kind == "not found" ? 404 : 200)) faults.Add($"{address} answers {answer.Status}");
            foreach (var width in new[] { 1280, 768, 320 }) faults.AddRange((await LookAsync(visit, width, $"{kind}-{language}-{scheme}-{width}")).Select(f => $"{scheme} {width} px: {f}"));
            faults.AddRange(visit.Faults.Concat(await visit.TracesAsync()));
        }

        Assert.True(faults.Count == 0, $"{site.Places.Find(kind, language)}\n{string.Join('\n', faults.Distinct())}");
    }

    private static async Task<IReadOnlyList<string>> LookAsync(Visit visit, int width, string name)
    {
        var faults = new List<string>();
        await visit.Page.SetViewportSizeAsync(width, 900);
        if (await visit.OverhangAsync() is > 0 and var pixels) faults.Add($"{pixels} px too wide: {string.Join(", ", await visit.OutstandingAsync())}");
        if (width != 768) faults.AddRange(await visit.BarriersAsync());
        if (Shots is not null) await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Root, "tests/Browser/shots", name.Replace(' ', '-') + ".png"), FullPage = true });
        return faults;
    }
}
