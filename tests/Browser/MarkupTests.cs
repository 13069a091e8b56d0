using System.Diagnostics;
using System.Text.Json;

namespace NewsSite.Browser;

/// <summary>What the site sends, read by the checkers that are strict: the W3C's for HTML, schema.org's vocabulary for JSON-LD.</summary>
public sealed class MarkupTests(BrowserSite site)
{
    private static readonly string Quality = Path.Combine(Checkout.Root, "tests", "Browser", "quality");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_html_of_every_kind_of_page_has_no_error()
    {
        var checker = Path.Combine(Quality, "node_modules", "vnu-jar", "build", "dist", "vnu.jar");
        Assert.SkipUnless(File.Exists(checker), "The HTML checker is not installed: npm ci in tests/Browser/quality.");
        Assert.SkipUnless(IsInPath("java"), "Java is not installed; the HTML checker needs it.");
        using var pages = await SavedPages.OfAsync(site, _ => true);

        // Both checkers write what they find to the standard error.
        var (_, _, told) = await RunAsync("java", ["-Xss4m", "-jar", checker, "--format", "json", "--exit-zero-always", .. pages.Files]);

        var faults = JsonDocument.Parse(told).RootElement.GetProperty("messages").EnumerateArray()
            .Where(m => m.GetProperty("type").GetString() is "error" or "non-document-error")
            .Select(m => $"{pages.AddressOf(m.GetProperty("url").GetString()!)}: {m.GetProperty("message").GetString()} {(m.TryGetProperty("extract", out var extract) ? extract.GetString()!.ReplaceLineEndings(" ") : "")}")
            .ToList();
        Assert.True(faults.Count == 0, $"{faults.Count} errors:\n{string.Join('\n', faults.Take(40))}");
    }

    [Fact]
    public async Task The_json_ld_of_articles_holds_against_schema_org()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Quality, "node_modules", "schema-dts")), "The vocabulary is not installed: npm ci in tests/Browser/quality.");
        Assert.SkipUnless(IsInPath("node"), "Node.js is not installed.");
        using var pages = await SavedPages.OfAsync(site, kind => kind is "corrected article" or "translation" or "long read");

        var (code, _, told) = await RunAsync("node", [Path.Combine(Quality, "check-jsonld.mjs"), .. pages.Files]);

        Assert.True(code == 0, told);
    }

    internal static bool IsInPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(d => File.Exists(Path.Combine(d, program)) || File.Exists(Path.Combine(d, program + ".exe")));

    internal static async Task<(int Code, string Said, string Told)> RunAsync(string program, IEnumerable<string> words, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (said, told) = (process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, await said, await told);
    }

    /// <summary>Pages of the site as files, for checkers that will not ask a local address.</summary>
    private sealed class SavedPages : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("newssite-pages-").FullName;
        private readonly Dictionary<string, string> addresses = [];

        public IEnumerable<string> Files => addresses.Keys.Select(name => Path.Combine(folder, name));

        public static async Task<SavedPages> OfAsync(BrowserSite site, Predicate<string> kinds)
        {
            Assert.SkipWhen(site.Missing is not null, site.Missing ?? "");
            using var reader = new HttpClient();
            var saved = new SavedPages();
            foreach (var ((kind, language), address) in site.Places.All.Where(p => kinds(p.Key.Kind)))
            {
                var name = $"{kind.Replace(' ', '-')}.{language}.html";
                using var answer = await reader.GetAsync(new Uri(site.Url + address), Stop);
                await File.WriteAllTextAsync(Path.Combine(saved.folder, name), await answer.Content.ReadAsStringAsync(Stop), Stop);
                saved.addresses[name] = address;
            }

            return saved;
        }

        public string AddressOf(string file) => addresses.GetValueOrDefault(Path.GetFileName(new Uri(file).LocalPath), file);

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}
