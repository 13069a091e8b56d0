using Microsoft.AspNetCore.HttpOverrides;

namespace NewsSite.Web.Serving;

/// <summary>Who asks is whom the operator's own reverse proxies name, and nobody else is believed: without `Site:Proxies` such headers are not looked at.</summary>
/// <remarks>Source: OWASP ASVS 5.0, 4.1.3.</remarks>
internal static class Proxies
{
    public static void UseProxies(this WebApplication app)
    {
        var trusted = app.Services.GetRequiredService<Settings>().Proxies;
        if (trusted.Count == 0) return;

        // No limit of steps: from the nearest on they are gone back as long as a step is a trusted one.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in trusted) options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
