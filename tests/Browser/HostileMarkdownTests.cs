using Microsoft.Playwright;
using NewsSite.Articles;

namespace NewsSite.Browser;

/// <summary>The browser is the judge: with no policy to help, nothing an author can write runs anything or asks anybody.</summary>
public sealed class HostileMarkdownTests(BrowserSite site)
{
    private const string Place = "http://127.0.0.1:9/body";

    private const string Watch = """
        window.ran = [];
        for (const name of ['alert', 'prompt', 'confirm', 'print', 'msgbox', 'open']) window[name] = (...said) => { window.ran.push(name + '(' + said + ')'); return null; };
        addEventListener('click', e => { const a = e.target.closest?.('a'); if (a && /^(https?|mailto):/.test(a.href)) e.preventDefault(); }, true);
        """;

    private const string TouchEverything = """
        () => {
            for (const e of document.body.querySelectorAll('*')) {
                for (const type of ['mouseover', 'mouseenter', 'mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu', 'pointerdown']) e.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
                for (const type of ['focus', 'focusin', 'blur', 'input', 'change', 'toggle', 'load', 'error', 'animationstart', 'transitionend']) e.dispatchEvent(new Event(type, { bubbles: true }));
                e.focus?.();
            }
            return new Promise(done => setTimeout(() => done(window.ran), 0));
        }
        """;

    [Fact]
    public async Task Nothing_an_author_can_write_runs_or_asks_anybody()
    {
        Assert.Equal(HostileMarkdown.Count, HostileMarkdown.All.Count);
        var bodies = HostileMarkdown.All.Select(m => (Markdown: m, Html: SetOrRefused(m))).Where(b => b.Html is not null).ToList();
        Assert.True(bodies.Count > HostileMarkdown.Count * 9 / 10, $"{HostileMarkdown.Count - bodies.Count} bodies were refused, which shows too little.");

        var seen = await SeeAsync(bodies.Select(b => b.Html!));

        var faults = bodies.Zip(seen).Where(b => b.Second.Count > 0).Select(b => $"{string.Join(", ", b.Second)}: {b.First.Markdown} => {b.First.Html}").ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<a href='javascript:alert(1)'>press</a>")]
    [InlineData("<svg onload=alert(1)></svg>")]
    [InlineData("<p onmouseover=alert(1)>x</p>")]
    [InlineData("<script>print()</script>")]
    [InlineData("<img src=//evil.example/x.png>")]
    [InlineData("<div style='background:url(http://evil.example/)'>x</div>")]
    [InlineData("<link rel=stylesheet href=http://evil.example/x.css>")]
    [InlineData("<iframe src='javascript:parent.alert(1)'></iframe>")]
    public async Task The_judge_notices_what_does_run(string html) => Assert.NotEmpty((await SeeAsync([html])).Single());

    /// <returns>Null when the typesetter refuses the body with its own word for that; anything else it throws is a fault.</returns>
    private static string? SetOrRefused(string markdown)
    {
        try
        {
            return Typesetter.Set(markdown, "en", new Dictionary<string, Photo>()).Html;
        }
        catch (MarkdownException)
        {
            return null;
        }
    }

    private async Task<List<IReadOnlyList<string>>> SeeAsync(IEnumerable<string> bodies)
    {
        Assert.SkipWhen(site.Missing is not null, site.Missing ?? "");
        await using var window = await site.Chromium.NewContextAsync();
        await window.AddInitScriptAsync(Watch);
        var page = await window.NewPageAsync();
        var asked = new List<string>();
        var html = "";
        await page.RouteAsync("**/*", route =>
        {
            if (route.Request.Url == Place) return route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = $"<!doctype html><html lang=en><title>x</title><body><article>{html}</article>" });
            asked.Add("asked " + route.Request.Url);
            return route.AbortAsync();
        });

        var seen = new List<IReadOnlyList<string>>();
        foreach (var body in bodies)
        {
            html = body;
            asked.Clear();
            await page.GotoAsync(Place, new() { WaitUntil = WaitUntilState.Load });
            var ran = await page.EvaluateAsync<string[]>(TouchEverything);
            seen.Add([.. ran, .. asked]);
        }

        return seen;
    }
}
