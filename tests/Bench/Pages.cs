using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Bench;

/// <summary>Times the pages of a running site one after another, each kind over many addresses. Run the site with `--PageStore:FreshSeconds=0`, or its store is what is timed.</summary>
internal static partial class Pages
{
    public static async Task MeasureAsync(Uri site, int rounds)
    {
        using var browser = new HttpClient { BaseAddress = site };
        var articles = await ArticlesAsync(browser, rounds);
        var words = await WordsAsync(browser, articles[0]);
        var kinds = new (string Name, Func<int, string> Address)[]
        {
            ("article", i => articles[i % articles.Count]),
            ("front page", _ => "/"),
            ("section, first page", i => i % 2 == 0 ? "/section/news" : "/section/culture"),
            ("search, common word", _ => "/search?q=" + Uri.EscapeDataString(words.Common)),
            ("search, rare word", i => "/search?q=" + Uri.EscapeDataString(words.Rare[i % words.Rare.Count])),
            ("search, two words", i => "/search?q=" + Uri.EscapeDataString(words.Common + " " + words.Rare[i % words.Rare.Count])),
            ("search, common word in a section", _ => "/search?section=news&q=" + Uri.EscapeDataString(words.Common)),
        };

        Console.WriteLine("| page | p50 ms | p90 ms |\n|---|---|---|");
        foreach (var (name, address) in kinds)
        {
            for (var i = 0; i < 20; i++) await TimeAsync(browser, address(i));
            var times = new List<double>();
            for (var i = 0; i < rounds; i++) times.Add(await TimeAsync(browser, address(i)));
            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {times[times.Count / 2]:0.00} | {times[times.Count * 9 / 10]:0.00} |"));
        }
    }

    private static async Task<double> TimeAsync(HttpClient browser, string address)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await browser.GetAsync(address);
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Article addresses from all over the archive: a few of every month's sitemap.</summary>
    private static async Task<List<string>> ArticlesAsync(HttpClient browser, int many)
    {
        var maps = Location().Matches(await browser.GetStringAsync("/sitemap.xml")).Select(m => new Uri(m.Groups[1].Value).PathAndQuery).Where(p => p.Any(char.IsDigit)).ToList();
        var found = new List<string>();
        foreach (var map in maps)
            found.AddRange(Location().Matches(await browser.GetStringAsync(map)).Select(m => new Uri(m.Groups[1].Value).PathAndQuery).Where(p => !p.StartsWith("/uk", StringComparison.Ordinal)).Take(1 + (many / maps.Count)));
        return found;
    }

    private static async Task<(string Common, IReadOnlyList<string> Rare)> WordsAsync(HttpClient browser, string article)
    {
        var text = Body().Match(await browser.GetStringAsync(article)).Value;
        var words = Word().Matches(Tag().Replace(text, " ")).Select(m => m.Value.ToLowerInvariant()).Where(w => w.Length > 4).GroupBy(w => w).OrderByDescending(g => g.Count()).Select(g => g.Key).ToList();
        return (words[0], [.. words.Skip(words.Count / 2).Take(20)]);
    }

    [GeneratedRegex("<loc>([^<]+)</loc>", RegexOptions.NonBacktracking)]
    private static partial Regex Location();

    [GeneratedRegex("<p id=.*</p>", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex("<[^>]+>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
