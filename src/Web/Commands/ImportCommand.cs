using System.CommandLine;
using NewsSite.Database;
using NewsSite.Import;
using NewsSite.Import.WordPress;
using Spectre.Console;

namespace NewsSite.Web.Commands;

/// <summary>Brings in the archive of another system, and prints what became of it.</summary>
internal static class ImportCommand
{
    public static Command Make(string[] configuration)
    {
        return new Command("import", "Bring in the archive of another system.") { WordPress(configuration) };
    }

    private static Command WordPress(string[] configuration)
    {
        var file = new Argument<string>("FILE") { Description = "The export (WXR), as Tools > Export of WordPress writes it." };
        var media = new Option<string?>("--media") { Description = "A folder with the old site's wp-content/uploads.", HelpName = "DIR" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the same report and write nothing." };
        var command = new Command("wordpress", "A WordPress export: articles, pages, pictures, people, sections, tags and addresses.") { file, media, dryRun };
        command.SetAction(async (parsed, stop) =>
        {
            await using var app = CommandHost.Build(configuration);
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(stop);
            var import = app.Services.GetRequiredService<WordPressImport>();
            return await RunAsync(progress => import.RunAsync(parsed.GetValue(file)!, parsed.GetValue(media), parsed.GetValue(dryRun), progress, stop));
        });
        return command;
    }

    private static async Task<int> RunAsync(Func<IProgress<ImportProgress>, Task<ImportReport>> import)
    {
        try
        {
            var report = await WithProgressAsync(import);
            report.Write(Console.Out);
            return 0;
        }
        catch (ImportRefusedException e)
        {
            await Console.Error.WriteLineAsync($"Refused, and nothing was written: {e.Message.ReplaceLineEndings(" ")}");
            return 1;
        }
    }

    private static Task<ImportReport> WithProgressAsync(Func<IProgress<ImportProgress>, Task<ImportReport>> import)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive) return import(new Lines());
        return AnsiConsole.Progress().AutoClear(true).StartAsync(async context =>
        {
            var bar = context.AddTask("Importing");
            return await import(new Told(p => (bar.MaxValue, bar.Value) = (Math.Max(1, p.Total), p.Done)));
        });
    }

    private sealed class Told(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }

    /// <summary>A line for every tenth of the work.</summary>
    private sealed class Lines : IProgress<ImportProgress>
    {
        private int said;

        public void Report(ImportProgress value)
        {
            var tenths = value.Total == 0 ? 10 : (int)(10L * value.Done / value.Total);
            if (tenths <= said) return;
            said = tenths;
            Console.Error.WriteLine(FormattableString.Invariant($"{value.Done} of {value.Total} items"));
        }
    }
}
