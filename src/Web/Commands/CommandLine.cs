using System.CommandLine;
using Serilog;

namespace NewsSite.Web.Commands;

/// <summary>The program's one door: without a command it serves; with one it does that and ends. 0 done, 1 failed, 2 wrong usage.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var (words, configuration) = Split(args);
        if (words.Length == 0) return await Guarded(() => ServeCommand.RunAsync(args));

        var root = new RootCommand("NewsSite: news site software for an independent newsroom. Settings are given as --Section:Key=value, in the environment or in appsettings.json.");
        foreach (var command in Commands(args, configuration)) root.Add(command);
        var parsed = root.Parse(words);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("newssite --help lists what there is.");
            return 2;
        }

        return await Guarded(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
    }

    private static IEnumerable<Command> Commands(string[] all, string[] configuration)
    {
        var serve = new Command("serve", "Serve the site (this is what happens without a command).");
        serve.SetAction((_, _) => ServeCommand.RunAsync([.. all.SkipWhile(a => a != "serve").Skip(1), .. configuration]));
        yield return serve;
        yield return MigrateCommand.Make(configuration);
        yield return DoctorCommand.Make(configuration);
        yield return StaffCommand.Make(configuration);
        yield return DemoCommand.Make(configuration);
        yield return ImportCommand.Make(configuration);
    }

    /// <summary>Settings may stand anywhere among the words; the host's own switches count as settings, and so does a whole section (`--Site=`), which a test host passes on empty.</summary>
    private static (string[] Words, string[] Configuration) Split(string[] args)
    {
        string[] hosts = ["--environment", "--contentRoot", "--applicationName", "--urls"];
        var words = new List<string>();
        var settings = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=')[0];
            if (!name.StartsWith("--", StringComparison.Ordinal) || !(name.Contains(':', StringComparison.Ordinal) || hosts.Contains(name) || name.Skip(2).Take(1).Any(char.IsAsciiLetterUpper)))
            {
                words.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (!args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Length) settings.Add(args[++i]);
        }

        return ([.. words], [.. settings]);
    }

    private static async Task<int> Guarded(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (SettingsException e)
        {
            foreach (var fault in e.Faults) await Console.Error.WriteLineAsync(fault);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return 1;
        }
        catch (Exception e) when (Faults.IsDatabaseAway(e))
        {
            await Console.Error.WriteLineAsync($"The database does not answer: {e.GetBaseException().Message.ReplaceLineEndings(" ")}");
            return 1;
        }
        catch (Exception e) when (e is not HostAbortedException)
        {
            Log.Error(e, "The command failed");
            await Console.Error.WriteLineAsync($"Failed: {e.Message.ReplaceLineEndings(" ")}");
            return 1;
        }
        finally
        {
            await Log.CloseAndFlushAsync();
        }
    }
}
