using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsSite.Browser;
using NewsSite.Site;

[assembly: AssemblyFixture(typeof(BrowserSite))]

namespace NewsSite.Browser;

/// <summary>The real site with its demo content on a port of its own, and one Chromium that cannot reach any other place.</summary>
public class BrowserSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("newssite-browser-").FullName;

    /// <summary>Known before the start: a passkey is tied to the site's address, port and all.</summary>
    private readonly int port = FreePort();
    private IPlaywright? playwright;
    private IBrowser? chromium;

    public BrowserSite() => UseKestrel(port);

    /// <summary>Why these tests cannot run on this machine; null when they can.</summary>
    public string? Missing { get; private set; }

    /// <summary>What there is to read, by kind and language.</summary>
    public Places Places { get; private set; } = null!;

    /// <summary>Without a slash at its end. By name: a browser has no passkeys for a bare number.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The address the program printed for the first administrator.</summary>
    public string FirstAdministrator { get; private set; } = "";

    public IBrowser Chromium => chromium ?? throw new InvalidOperationException(Missing);

    public async ValueTask InitializeAsync()
    {
        var program = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium";
        if (!File.Exists(program))
        {
            Missing = $"Chromium is not installed: no {program}; CHROMIUM_PATH may name another.";
            return;
        }

        FirstAdministrator = await Announcement.DuringAsync(StartServer);
        Url = BaseUrl;
        Places = await Places.FindAsync(Services);
        playwright = await Playwright.CreateAsync();

        // A machine that does other work as well is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(30_000);
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"],
        });
    }

    /// <summary>A reader's window, new and without a past.</summary>
    public async Task<Visit> OpenAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        return await Visit.StartAsync(this, new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, JavaScriptEnabled = script, ReducedMotion = ReducedMotion.Reduce });
    }

    public override async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string BaseUrl => $"http://localhost:{port}";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Site:Name", "The Daily Example").UseSetting("Site:BaseUrl", BaseUrl).UseSetting("Data:Directory", folder);

        // Jobs are done when a test says so; all forms come from one network, in a hurry.
        builder.UseSetting("Jobs:Runners", "0").UseSetting("Limits:FormsPerMinute", "10000");
        foreach (var (key, value) in LogWatch.Everything) builder.UseSetting(key, value);
        builder.UseSetting("Serilog:ConsoleLevel", "Fatal");
        builder.ConfigureServices(services => services.AddSingleton(LogWatch.Eye));
    }
}
