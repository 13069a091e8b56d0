using System.Diagnostics;
using System.Globalization;
using NewsSite.Database;

namespace NewsSite.Site.Commands;

/// <summary>A process of its own that works off the jobs of a test's database (tests/Worker). It dies with the test run.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string?> word;

    public WorkerProcess(DatabaseSettings database, TimeSpan lease, string tally)
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var program = Path.Combine(House.House.Root, "artifacts", "bin", "Worker", built, "NewsSite.Worker" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var seconds = lease.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        process = Process.Start(new ProcessStartInfo(program, [database.Provider.ToString(), database.ConnectionString, seconds, tally])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        word = process.StandardOutput.ReadLineAsync();
    }

    public bool HasEnded => process.HasExited;

    /// <summary>It has started, and would begin at once.</summary>
    public bool IsReady => word.IsCompleted;

    /// <summary>Ends when it has started, and stands where one word makes it work.</summary>
    public async Task ReadyAsync() => Assert.Equal("ready", await word);

    public async Task BeginAsync()
    {
        await ReadyAsync();
        await process.StandardInput.WriteLineAsync();
        await process.StandardInput.FlushAsync();
    }

    /// <summary>SIGKILL: no chance to tidy up.</summary>
    /// <returns>False when it had ended by itself.</returns>
    public async Task<bool> KillAsync()
    {
        if (process.HasExited) return false;
        process.Kill();
        await process.WaitForExitAsync();
        return true;
    }

    /// <summary>Lets it finish what it has begun, as a stopped site does.</summary>
    public async Task<int> StopAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}
