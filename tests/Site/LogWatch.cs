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

    /// <summary>Settings under which a site says all that it ever could.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Everything => new[] { "Default", "Override:Microsoft", "Override:System" }.Select(s => KeyValuePair.Create("Serilog:MinimumLevel:" + s, "Verbose"));

    /// <summary>What a line holds that it must not; null when it holds nothing.</summary>
    public static string? Look(string line) => Person().Match(line) is { Success: true } match ? match.Value : null;

    /// <summary>A line that a process of its own has printed.</summary>
    public static void Read(string line)
    {
        Interlocked.Increment(ref lines);
        if (Look(line) is { } what) Found.TryAdd($"{what} in: {line[..Math.Min(line.Length, 300)]}", 0);
    }

    public void Dispose()
    {
        if (!Found.IsEmpty) throw new InvalidOperationException("People in the log:\n" + string.Join('\n', Found.Keys.Take(20)));
    }

    private sealed class Reader : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => Read(logEvent.RenderMessage(CultureInfo.InvariantCulture) + " " + logEvent.Exception);
    }

    [GeneratedRegex(@"[\w.+-]+@[\w.-]*example\b[\w.]*|\b[0-9a-f]{64}\b|\bOlena Sydorenko\b|\bMarko Hnatiuk\b|\bAnna Melnyk\b|\bVitaliy Portnyk\b|\bCanary\w*", RegexOptions.IgnoreCase)]
    private static partial Regex Person();
}
