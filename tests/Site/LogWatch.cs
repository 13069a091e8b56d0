using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using NewsSite.Site;
using Serilog.Core;
using Serilog.Events;

[assembly: AssemblyFixture(typeof(LogWatch))]

namespace NewsSite.Site;

/// <summary>
/// Reads every line that any site of the whole test run logs, at the finest level, and looks for people: e-mail addresses (all of ours end in `.example` or `example.org`),
/// secrets (64 hexadecimal letters), letter codes and the names of our cast. When the run ends with one found, the run has failed.
/// </summary>
public sealed partial class LogWatch : IDisposable
{
    private static readonly ConcurrentDictionary<string, byte> Found = new();
    private static int lines;

    public static ILogEventSink Eye { get; } = new Reader();

    public static int Lines => lines;

    /// <summary>What a line holds that it must not; null when it holds nothing.</summary>
    public static string? Look(string line) => Person().Match(line) is { Success: true } match ? match.Value : null;

    public void Dispose()
    {
        if (!Found.IsEmpty) throw new InvalidOperationException("People in the log:\n" + string.Join('\n', Found.Keys.Take(20)));
    }

    private sealed class Reader : ILogEventSink
    {
        public void Emit(LogEvent logEvent)
        {
            Interlocked.Increment(ref lines);
            var line = logEvent.RenderMessage(CultureInfo.InvariantCulture) + " " + logEvent.Exception;
            if (Look(line) is { } what) Found.TryAdd($"{what} in: {line[..Math.Min(line.Length, 300)]}", 0);
        }
    }

    [GeneratedRegex(@"[\w.+-]+@[\w.-]*example\b[\w.]*|\b[0-9a-f]{64}\b|\bOlena Sydorenko\b|\bMarko Hnatiuk\b|\bAnna Melnyk\b|\bVitaliy Portnyk\b|\bCanary\w*", RegexOptions.IgnoreCase)]
    private static partial Regex Person();
}

/// <summary>A watch that sees nothing proves nothing.</summary>
public sealed class LogWatchTests(SqliteSite site) : SiteTests(site), IClassFixture<SqliteSite>
{
    [Theory]
    [InlineData("A letter went to iryna@example.org")]
    [InlineData("GET /account/sign-in/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("Saved by Olena Sydorenko")]
    public void A_person_in_a_line_is_seen(string line) => Assert.NotNull(LogWatch.Look(line));

    [Fact]
    public async Task The_watch_reads_what_the_site_says()
    {
        var before = LogWatch.Lines;
        await Site.Page("/latest");

        Assert.True(LogWatch.Lines > before, "The site said nothing.");
    }
}
