using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace NewsSite.Browser;

/// <summary>One reader's window, and everything it noticed.</summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    private readonly BrowserSite site;
    private readonly IBrowserContext window;
    private readonly List<string> faults = [];

    private Visit(BrowserSite site, IBrowserContext window, IPage page) => (this.site, this.window, Page) = (site, window, page);

    public IPage Page { get; }

    /// <summary>Errors the browser told, and requests that left the site.</summary>
    public IReadOnlyList<string> Faults => faults;

    public static async Task<Visit> StartAsync(BrowserSite site, BrowserNewContextOptions options)
    {
        var window = await site.Chromium.NewContextAsync(options);
        var visit = new Visit(site, window, await window.NewPageAsync());
        visit.Watch();
        return visit;
    }

    public async Task<IResponse> GoAsync(string path) => (await Page.GotoAsync(site.Url + path, new() { WaitUntil = WaitUntilState.Load }))!;

    /// <summary>How many pixels the page is wider than its window.</summary>
    public Task<int> OverhangAsync() => Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>What stands out of the window, to tell where an overhang comes from.</summary>
    public Task<string[]> OutstandingAsync() => Page.EvaluateAsync<string[]>("""
        () => [...document.body.querySelectorAll('*')]
            .filter(e => { const r = e.getBoundingClientRect(); return r.width > 0 && (r.right > innerWidth + 1 || r.left < -1); })
            .slice(0, 5).map(e => e.tagName.toLowerCase() + (e.className ? '.' + e.className : ''))
        """);

    /// <summary>What the site has left in the browser.</summary>
    public async Task<IReadOnlyList<string>> TracesAsync() =>
    [
        .. (await window.CookiesAsync()).Select(c => "cookie " + c.Name),
        .. await Page.EvaluateAsync<string[]>("""
            async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await indexedDB.databases()).map(d => d.name),
                ...('caches' in window ? await caches.keys() : []), ...('serviceWorker' in navigator ? (await navigator.serviceWorker.getRegistrations()).map(r => r.scope) : [])].map(n => 'stored ' + n)
            """),
    ];

    /// <summary>Violations of the accessibility rules, one line a rule, with the first places.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync() =>
        [.. (await Page.RunAxe(Rules)).Violations.Select(v => $"{v.Id} at {v.Nodes.Length} places: {v.Help}: {string.Join(" ", v.Nodes.Take(3).Select(n => n.Html))}")];

    /// <summary>What is wrong with the page as it stands, by day and by night, wide and narrow; with NEWSSITE_SHOTS set, a picture of each.</summary>
    public async Task<List<string>> LookAsync(string name)
    {
        var wrong = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            foreach (var width in new[] { 1280, 320 })
            {
                await Page.SetViewportSizeAsync(width, 900);
                if (await OverhangAsync() is > 0 and var pixels) wrong.Add($"{name} {scheme} {width}: {pixels} px too wide: {string.Join(", ", await OutstandingAsync())}");
                wrong.AddRange((await BarriersAsync()).Select(b => $"{name} {scheme} {width}: {b}"));
                if (Environment.GetEnvironmentVariable("NEWSSITE_SHOTS") is not null) await Page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Root, $"tests/Browser/shots/{name}-{scheme}-{width}.png"), FullPage = true });
            }
        }

        await Page.SetViewportSizeAsync(1280, 900);
        return wrong;
    }

    public ValueTask DisposeAsync() => window.DisposeAsync();

    private void Watch()
    {
        Page.PageError += (_, error) => faults.Add("script: " + error);
        Page.Console += (_, message) =>
        {
            // A page that says "not found" is told by the browser as an error too; that is what was asked for.
            if (message.Type is "error" or "warning" && !(message.Location.StartsWith(Page.Url, StringComparison.Ordinal) && message.Text.Contains("404", StringComparison.Ordinal))) faults.Add($"console: {message.Text} ({message.Location})");
        };
        window.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Url + "/", StringComparison.Ordinal)) faults.Add("request: " + request.Url);
        };
        window.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Request.IsNavigationRequest) faults.Add($"{response.Status}: {response.Url}");
        };
    }
}
