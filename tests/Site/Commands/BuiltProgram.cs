using System.Diagnostics;

namespace NewsSite.Site.Commands;

/// <summary>What a command said, and how it ended.</summary>
public sealed record Said(int Code, string Out, string Error);

/// <summary>The site's program as built, run as an operator runs it, on a data folder of its own.</summary>
public sealed class BuiltProgram : IDisposable
{
    private readonly Dictionary<string, string> settings;

    public BuiltProgram(params (string Key, string Value)[] more)
    {
        settings = new() { ["Site:Name"] = "The Daily Example", ["Site:BaseUrl"] = NewsSiteHost.BaseUrl, ["Data:Directory"] = Folder };
        foreach (var (key, value) in more) settings[key] = value;
    }

    /// <summary>What was built with these tests.</summary>
    public static string File { get; } = Path.Combine(House.House.Root, "artifacts", "bin", "Web", new DirectoryInfo(AppContext.BaseDirectory).Name, "NewsSite.Web" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    public string Folder { get; } = Directory.CreateTempSubdirectory("newssite-program-").FullName;

    public string DatabaseFile => Path.Combine(Folder, "newssite.db");

    /// <summary>Runs a command to its end; one that takes longer than three minutes has hung.</summary>
    public async Task<Said> RunAsync(params string[] words)
    {
        using var process = Start(words);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            var said = new Said(process.ExitCode, await output, await error);

            // What `staff add` prints is the set-up address itself: an answer to who asked for it, and no log.
            foreach (var line in (words is ["staff", ..] ? said.Error : said.Out + '\n' + said.Error).Split('\n')) LogWatch.Read(line);
            return said;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{string.Join(' ', words)}' had not ended after three minutes.");
        }
    }

    /// <summary>Runs a command and kills it, with no chance to tidy up, once <paramref name="when"/> says so or <paramref name="after"/> has passed.</summary>
    /// <returns>True when it was killed, false when it had ended before.</returns>
    public async Task<bool> KillAsync(TimeSpan after, Func<bool> when, params string[] words)
    {
        using var process = Start(words);
        process.OutputDataReceived += (_, line) => LogWatch.Read(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => LogWatch.Read(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var clock = Stopwatch.StartNew();
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(2)) && clock.Elapsed < after && !when());
        if (process.HasExited) return false;
        process.Kill();
        await process.WaitForExitAsync();
        return true;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private Process Start(string[] words)
    {
        var start = new ProcessStartInfo(File, [.. words, .. settings.Select(s => $"--{s.Key}={s.Value}")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
            Environment = { ["DOTNET_ENVIRONMENT"] = "Production" },
        };
        return Process.Start(start)!;
    }
}
