using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using NewsSite.Site;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace NewsSite.Site;

/// <summary>One PostgreSQL server for the test run, started when the first test asks, gone when the run ends however it ends.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    // The shell lives as long as our end of its standard input is open; so a test run that is killed takes its server with it.
    private const string Script = """
        "$BIN/initdb" -D "$DIR/data" -U newssite -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$DIR/initdb.log" 2>&1 &&
        "$BIN/pg_ctl" -D "$DIR/data" -s -w -t 60 -l "$DIR/server.log" -o "-p $PORT -h 127.0.0.1 -k '' -F -c max_connections=200 -c synchronous_commit=off -c full_page_writes=off" start &&
        echo ready
        cat >/dev/null
        "$BIN/pg_ctl" -D "$DIR/data" -s -m immediate stop
        """;

    private readonly Lazy<Task<string?>> started;
    private readonly string folder = Directory.CreateTempSubdirectory("newssite-postgres-").FullName;
    private Process? shell;
    private int port;
    private int databases;

    public PostgresServer() => started = new(StartAsync);

    /// <summary>Null when the server runs, else the reason why it does not.</summary>
    public Task<string?> WhyNotAsync() => started.Value;

    public async Task<string> NewDatabaseAsync()
    {
        var name = $"site_{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A counter of ours.
        command.CommandText = $"CREATE DATABASE {name}";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        return ConnectionTo(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (shell is not null)
        {
            NpgsqlConnection.ClearAllPools();
            shell.StandardInput.Close();
            await shell.WaitForExitAsync();
            shell.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private string ConnectionTo(string database) => $"Host=127.0.0.1;Port={port};Username=newssite;Database={database};Maximum Pool Size=10;Pooling=true";

    private async Task<string?> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("NEWSSITE_FAST") == "1") return "PostgreSQL is left out of a fast run.";
        if (OperatingSystem.IsWindows()) return "On Windows the tests start no PostgreSQL server.";
        if (FindPrograms() is not { } programs) return "PostgreSQL is not installed: no initdb in PATH or under /usr/lib/postgresql.";

        port = FreePort();
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        shell = Process.Start(AsSomebody(new ProcessStartInfo("sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
            Environment = { ["BIN"] = programs, ["DIR"] = folder, ["PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture), ["LC_ALL"] = "C" },
        }))!;
        if (await shell.StandardOutput.ReadLineAsync() == "ready") return null;
        var logs = new[] { "initdb.log", "server.log" }.Select(name => Path.Combine(folder, name)).Where(File.Exists).Select(File.ReadAllText);
        throw new InvalidOperationException("PostgreSQL did not start: " + string.Join('\n', logs));
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static ProcessStartInfo AsSomebody(ProcessStartInfo start)
    {
        if (Environment.UserName == "root")
        {
            start.FileName = "runuser";
            var user = File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
            foreach (var word in new[] { "-u", user, "--", "sh" }) start.ArgumentList.Add(word);
        }

        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        return start;
    }

    private static string? FindPrograms()
    {
        var installed = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.Parse(Path.GetFileName(d), System.Globalization.CultureInfo.InvariantCulture)).Select(d => Path.Combine(d, "bin")) : [];
        return installed.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "pg_ctl")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
