using System.Diagnostics;

namespace NewsSite.Site.Commands;

/// <summary>The site as a process of its own, beside others on the same database.</summary>
public sealed class Node : IDisposable
{
    private readonly Process process;

    private Node(Process process, Uri address) => (this.process, Browser) = (process, new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address });

    public HttpClient Browser { get; }

    public static async Task<Node> StartAsync(NewsSiteHost site, CancellationToken stop)
    {
        var settings = site.Settings.Append(KeyValuePair.Create("Data:Directory", site.Folder)).Append(KeyValuePair.Create("urls", "http://127.0.0.1:0")).Concat(LogWatch.Everything);
        var start = new ProcessStartInfo(BuiltProgram.File, ["serve", .. settings.Select(s => $"--{s.Key}={s.Value}")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = site.Folder,
            Environment = { ["DOTNET_ENVIRONMENT"] = "Production" },
        };
        var process = Process.Start(start)!;
        _ = ListenAsync(process.StandardError);
        while (await process.StandardOutput.ReadLineAsync(stop) is { } line)
        {
            LogWatch.Read(line);
            const string Said = "The site is at ";
            if (!line.StartsWith(Said, StringComparison.Ordinal)) continue;
            _ = ListenAsync(process.StandardOutput);
            return new(process, new Uri(line[Said.Length..]));
        }

        throw new InvalidOperationException("The node ended before it served.");
    }

    public void Dispose()
    {
        Browser.Dispose();
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task ListenAsync(StreamReader log)
    {
        while (await log.ReadLineAsync() is { } line) LogWatch.Read(line);
    }
}
