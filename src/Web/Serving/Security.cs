using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NewsSite.Web.Serving;

/// <summary>Headers, limits and the check that a form was sent from this site.</summary>
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
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains; preload";
    }

    /// <summary>Refuses methods no page here has, and a form that another site sends in a reader's name. No token is needed in a page for that, so pages stay the same for all.</summary>
    /// <remarks>Source: W3C Fetch Metadata Request Headers; the Origin header is the fallback for a browser without them.</remarks>
    public static Task Methods(HttpContext context, RequestDelegate next)
    {
        // What was refused comes by again for its error page.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null) return next(context);
        var request = context.Request;
        if (!Known.Contains(request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD, POST";
            return Refuse(context, StatusCodes.Status405MethodNotAllowed);
        }

        if (!HttpMethods.IsPost(request.Method) || IsFromHere(context)) return next(context);
        return Refuse(context, StatusCodes.Status403Forbidden);
    }

    private static bool IsFromHere(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site == "same-origin";
        var settings = context.RequestServices.GetRequiredService<Settings>();
        return headers.Origin.ToString() == settings.BaseUrl.GetLeftPart(UriPartial.Authority);
    }

    private static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
