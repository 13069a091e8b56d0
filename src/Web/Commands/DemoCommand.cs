using System.CommandLine;
using NewsSite.Database;

namespace NewsSite.Web.Commands;

internal static class DemoCommand
{
    public static Command Make(string[] configuration)
    {
        var remove = new Option<bool>("--remove") { Description = "Take out exactly what the demo put in." };
        var command = new Command("demo", "Fill an empty site with demo content.") { remove };
        command.SetAction(async (parsed, stop) =>
        {
            await using var app = CommandHost.Build(configuration);
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(stop);
            var demo = app.Services.GetRequiredService<Demo.DemoContent>();
            if (parsed.GetValue(remove))
            {
                Console.WriteLine($"{await demo.RemoveAsync(stop)} demo articles taken out.");
                return 0;
            }

            if (await demo.FillIfEmptyAsync(stop) is { } count)
            {
                Console.WriteLine($"{count} demo articles put in.");
                return 0;
            }

            await Console.Error.WriteLineAsync("The site is not empty; demo content is for an empty one.");
            return 1;
        });
        return command;
    }
}
