using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NewsSite.Accounts;
using NewsSite.Database;

namespace NewsSite.Web.Commands;

internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = Site.Builder(args);
        builder.AddRooms();
        builder.AddPages();
        var app = builder.Build();
        await app.Services.GetRequiredService<Migrator>().MigrateAsync();
        if (app.Environment.IsDevelopment() && app.Configuration.GetValue("Demo:OnFirstStart", true)) await app.Services.GetRequiredService<Demo.DemoContent>().FillIfEmptyAsync(CancellationToken.None);
        app.UsePipeline();
        var first = app.Environment.IsDevelopment() ? await app.Services.GetRequiredService<StaffDesk>().InviteFirstAsync(CancellationToken.None) : null;
        app.Lifetime.ApplicationStarted.Register(() => Announce(app, first));
        await app.RunAsync();
        return 0;
    }

    /// <param name="app">It listens now.</param>
    /// <param name="first">The secret of the first administrator's invitation; null when there is staff, and in Production, where `staff add` is the way.</param>
    private static void Announce(WebApplication app, string? first)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in addresses) Console.WriteLine($"The site is at {address}");
        if (first is not null) Console.WriteLine($"The first administrator: {app.Services.GetRequiredService<Settings>().Absolute("/admin/set-up/" + first)}");
    }
}
