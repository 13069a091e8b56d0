using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using NewsSite.Database;
using NewsSite.Web.Mail;

namespace NewsSite.Web.Commands;

/// <summary>Looks at everything the site stands on and names what is wrong, a line each.</summary>
internal static class DoctorCommand
{
    private const long LeastFree = 500L * 1024 * 1024;

    public static Command Make(string[] configuration)
    {
        var command = new Command("doctor", "Check settings, database, storage, mail, payments, clock and disk; a line each.");
        command.SetAction(async (_, stop) =>
        {
            await using var app = CommandHost.Build(configuration);
            var settings = app.Services.GetRequiredService<Settings>();
            var healthy = true;
            void Say(string what, string? fault, string fine)
            {
                healthy &= fault is null;
                Console.WriteLine($"{(fault is null ? "ok   " : "WRONG")} {what}: {fault ?? fine}");
            }

            Say("settings", null, $"{settings.Name} at {settings.BaseUrl}, language {settings.Language}");
            Say("database", await DatabaseFaultAsync(app, stop), $"{settings.Database.Provider}, up to date");
            Say("storage", StorageFault(settings), settings.DataDirectory);
            Say("disk", DiskFault(settings), "enough room");
            Say("clock", ClockFault(settings), "plausible");
            if (app.Services.GetRequiredService<IMailTransport>() is var mail and not NoMail) Say("mail", await MailFaultAsync(mail, stop), settings.Mail.Host is null ? "caught, and shown at /dev/mail" : $"{settings.Mail} lets us in");
            else Console.WriteLine($"off   mail: {NoMail.Why}");
            Console.WriteLine("off   payments: this version takes none");
            return healthy ? 0 : 1;
        });
        return command;
    }

    private static async Task<string?> DatabaseFaultAsync(WebApplication app, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        try
        {
            var pending = (await db.Database.GetPendingMigrationsAsync(stop)).Count();
            if (pending > 0) return $"{pending} migrations are pending: run migrate";
            if (!db.IsSqlite) return null;
            var answer = await db.Database.SqlQuery<string>($"SELECT quick_check AS Value FROM pragma_quick_check").FirstAsync(stop);
            return answer == "ok" ? null : "the file is damaged: " + answer;
        }
        catch (Exception e) when (Faults.IsDatabaseAway(e))
        {
            return "it does not answer (" + e.GetBaseException().Message.ReplaceLineEndings(" ") + ")";
        }
    }

    private static async Task<string?> MailFaultAsync(IMailTransport mail, CancellationToken stop)
    {
        try
        {
            await mail.TryDoorAsync(stop);
            return null;
        }
        catch (LetterDelayedException e)
        {
            return e.Message;
        }
    }

    private static string? StorageFault(Settings settings)
    {
        try
        {
            Directory.CreateDirectory(settings.MediaDirectory);
            var probe = Path.Combine(settings.DataDirectory, $".doctor-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{settings.DataDirectory} cannot be written: {e.Message}";
        }
    }

    private static string? DiskFault(Settings settings)
    {
        var free = new DriveInfo(Path.GetFullPath(settings.DataDirectory)).AvailableFreeSpace;
        return free < LeastFree ? $"only {free / 1024 / 1024} MB are free" : null;
    }

    /// <summary>A clock before the program was built is wrong for certain.</summary>
    private static string? ClockFault(Settings settings)
    {
        var built = File.GetLastWriteTimeUtc(typeof(DoctorCommand).Assembly.Location);
        if (settings.ClockOffset != TimeSpan.Zero) return $"moved by {settings.ClockOffset} (Clock:Offset)";
        return TimeProvider.System.GetUtcNow().UtcDateTime < built.AddDays(-1) ? "it stands before the day this program was built" : null;
    }
}
