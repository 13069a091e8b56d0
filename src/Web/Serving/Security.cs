using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NewsSite.Web.Serving;

/// <summary>Headers and limits of every answer.</summary>
internal static class Security
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; script-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static readonly string[] Known = ["GET", "HEAD", "POST"];

    public static void Limit(KestrelServerLimits limits, KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        limits.MaxRequestBodySize = 256 * 1024;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(30);
        limits.MaxRequestLineSize = 8 * 1024;
    }

    public static Task Headers(HttpContext context, RequestDelegate next)
    {
        SetHeaders(context);
        return next(context);
    }

    public static void SetHeaders(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()";

        // A proxy may have taken the https off; over plain http browsers pay no heed to it (RFC 6797, 8.1).
        if (context.RequestServices.GetRequiredService<Settings>().BaseUrl.Scheme == Uri.UriSchemeHttps) headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains; preload";
    }

    /// <summary>Refuses methods that no endpoint here has; what one endpoint has, the gate knows.</summary>
    public static Task Methods(HttpContext context, RequestDelegate next)
    {
        // What was refused comes by again for its error page.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || Known.Contains(context.Request.Method)) return next(context);
        context.Response.Headers.Allow = "GET, HEAD, POST";
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }
}
