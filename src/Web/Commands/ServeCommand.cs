using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
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
        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
        await app.RunAsync();
        return 0;
    }

    private static void Announce(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in addresses) Console.WriteLine($"The site is at {address}");
    }
}
