using System.CommandLine;
using NewsSite.Accounts;
using NewsSite.Database;

namespace NewsSite.Web.Commands;

/// <summary>Lets somebody into the newsroom: prints the one-time address at which they make their passkey. For staff who lost theirs, likewise.</summary>
internal static class StaffCommand
{
    public static Command Make(string[] configuration)
    {
        var email = new Argument<string>("EMAIL") { Description = "Their e-mail address." };
        var name = new Option<string>("--name") { Description = "As they are called in the newsroom.", Required = true };
        var role = new Option<string>("--role") { Description = string.Join(", ", Enum.GetNames<StaffRole>()) + ".", Required = true };
        role.Validators.Add(result =>
        {
            if (result.Tokens is [var word] && !Enum.GetNames<StaffRole>().Contains(word.Value)) result.AddError($"--role: '{word.Value}' is none of {string.Join(", ", Enum.GetNames<StaffRole>())}.");
        });
        var add = new Command("add", "Make a staff account and print its one-time set-up address; again for staff who lost their keys.") { email, name, role };
        add.SetAction((parsed, stop) => AddAsync(configuration, parsed.GetValue(email)!, parsed.GetValue(name)!, Enum.Parse<StaffRole>(parsed.GetValue(role)!), stop));
        return new Command("staff", "Who works here.") { add };
    }

    private static async Task<int> AddAsync(string[] configuration, string typed, string name, StaffRole role, CancellationToken stop)
    {
        if (!EmailAddress.TryRead(typed, out var email)) return await RefuseAsync("EMAIL: that is not an e-mail address.");
        if (!Account.IsName(name)) return await RefuseAsync($"--name: a name of at most {Account.LongestName} letters is needed.");

        await using var app = CommandHost.Build(configuration);
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(stop);
        var settings = app.Services.GetRequiredService<Settings>();
        var invited = await app.Services.GetRequiredService<StaffDesk>().InviteAsync(email, name.Trim(), role, settings.Language, Visitor.Program, stop);
        if (invited.Token is null) return await RefuseAsync($"This address is staff already, as {invited.Role}. For a new set-up address say --role {invited.Role}; roles are changed at /admin/staff.");
        Console.WriteLine(settings.Absolute("/admin/set-up/" + invited.Token));
        return 0;
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
