using System.Globalization;
using Serilog;
using Serilog.Events;

namespace NewsSite.Web;

/// <summary>What is written down of the program's life. Nothing of a person is, at whatever level an operator asks for.</summary>
internal static class Logs
{
    /// <summary>The framework tells of every request its address, and addresses hold the secrets of mailed links: of that only what goes wrong is written, whatever the settings say.</summary>
    private static readonly string[] Talkative = ["Microsoft.AspNetCore", "System.Net.Http"];

    public static void Configure(HostBuilderContext context, IServiceProvider services, LoggerConfiguration log)
    {
        log.ReadFrom.Configuration(context.Configuration).ReadFrom.Services(services);
        foreach (var source in Talkative) log.MinimumLevel.Override(source, LogEventLevel.Warning);
        log.WriteTo.Console(context.Configuration.GetValue("Serilog:ConsoleLevel", LogEventLevel.Verbose), formatProvider: CultureInfo.InvariantCulture);
    }
}
