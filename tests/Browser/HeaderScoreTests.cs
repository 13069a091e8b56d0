using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsSite.Site;

namespace NewsSite.Browser;

/// <summary>The headers of every kind of answer, errors included, in the judgement of the MDN HTTP Observatory: A+, 130 or more.</summary>
public sealed class HeaderScoreTests
{
    private static readonly string[] Whole = ["/", "/latest", "/search?q=council", "/account/sign-in", "/admin/sign-in", "/account", "/no-such-place", "/contact"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_of_answer_scores_A_plus()
    {
        var script = Path.Combine(Checkout.Root, "tests", "Browser", "quality", "check-headers.mjs");
        Assert.SkipUnless(Directory.Exists(Path.Combine(Path.GetDirectoryName(script)!, "node_modules", "@mdn")), "The scanner is not installed: npm ci in tests/Browser/quality.");
        Assert.SkipUnless(MarkupTests.IsInPath("node"), "Node.js is not installed.");
        await using var site = new SafeSite();

        var scores = await ScoreAsync(script, site, Whole);
        site.TakeDatabaseAway();
        scores.AddRange(await ScoreAsync(script, site, ["/funding"]));

        Assert.Contains(scores, s => s.Status == 404);
        Assert.Contains(scores, s => s.Status == 503);
        Assert.Equal(Whole.Length + 1, scores.Count);
        Assert.All(scores, s => Assert.True(s is { Grade: "A+", Score: >= 130 } && s.Modifiers.Values.All(m => m >= 0), JsonSerializer.Serialize(s)));
    }

    private static async Task<List<Scored>> ScoreAsync(string script, SafeSite site, IEnumerable<string> paths)
    {
        var (http, https) = site.Ports;
        var (code, said, told) = await MarkupTests.RunAsync("node", [script, .. new[] { http, https }.Select(p => p.ToString(CultureInfo.InvariantCulture)), .. paths], ("NODE_EXTRA_CA_CERTS", site.CertificateFile));
        Assert.True(code == 0, told);
        return [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Scored>(line, JsonSerializerOptions.Web)!)];
    }

    private sealed record Scored(string Path, int Status, int Score, string Grade, Dictionary<string, int> Modifiers);

    /// <summary>The site over https with a certificate of its own, and beside it what a proxy in front would do with http: send it to https.</summary>
    private sealed class SafeSite : WebApplicationFactory<Program>
    {
        private readonly string folder = Directory.CreateTempSubdirectory("newssite-safe-").FullName;
        private readonly X509Certificate2 certificate = MakeCertificate();
        private readonly WebApplication redirect;

        public SafeSite()
        {
            File.WriteAllText(CertificateFile, certificate.ExportCertificatePem());
            UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
            StartServer();
            var proxy = WebApplication.CreateSlimBuilder();
            proxy.Logging.ClearProviders();
            redirect = proxy.Build();
            redirect.Urls.Add("http://127.0.0.1:0");
            redirect.Run(context =>
            {
                context.Response.Redirect($"https://localhost:{Ports.Https}{context.Request.Path}{context.Request.QueryString}", permanent: true);
                return Task.CompletedTask;
            });
            redirect.Start();
        }

        public string CertificateFile => Path.Combine(folder, "certificate.pem");

        public (int Http, int Https) Ports => (PortOf(redirect.Services), PortOf(Services));

        public void TakeDatabaseAway()
        {
            SqliteConnection.ClearAllPools();
            foreach (var file in Directory.GetFiles(folder, "newssite.db*")) File.Move(file, file + ".away");
        }

        public override async ValueTask DisposeAsync()
        {
            await redirect.DisposeAsync();
            await base.DisposeAsync();
            certificate.Dispose();
            Directory.Delete(folder, recursive: true);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("Site:Name", "The Daily Example").UseSetting("Site:BaseUrl", "https://localhost").UseSetting("Data:Directory", folder).UseSetting("Jobs:Runners", "0");
            foreach (var (key, value) in LogWatch.Everything) builder.UseSetting(key, value);
            builder.UseSetting("Serilog:ConsoleLevel", "Fatal");
            builder.ConfigureServices(services => services.AddSingleton(LogWatch.Eye));
        }

        private static int PortOf(IServiceProvider services) => new Uri(services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

        private static X509Certificate2 MakeCertificate()
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName("localhost");
            request.CertificateExtensions.Add(names.Build());
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
            return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        }
    }
}
