using System.CommandLine;
using NewsSite.Database;

namespace NewsSite.Web.Commands;

internal static class MigrateCommand
{
    public static Command Make(string[] configuration)
    {
        var command = new Command("migrate", "Bring the database to this version. Safe to run twice, and after a kill.");
        command.SetAction(async (_, stop) =>
        {
            await using var app = CommandHost.Build(configuration);
            var applied = await app.Services.GetRequiredService<Migrator>().MigrateAsync(stop);
            foreach (var name in applied) Console.WriteLine($"applied {name}");
            var set = await app.Services.GetRequiredService<Articles.TypesettingSweep>().RunAsync(stop);
            if (set > 0) Console.WriteLine($"set {set} texts anew");
            Console.WriteLine(applied.Count == 0 ? "The database is up to date." : "The database is up to date now.");
            return 0;
        });
        return command;
    }
}
