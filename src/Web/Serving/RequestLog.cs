using System.Diagnostics;

namespace NewsSite.Web.Serving;

/// <summary>One line a request, without anything that tells who read: no network address, no query, no agent.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        await next(context);
        if (log.IsEnabled(LogLevel.Debug))
            log.LogDebug("{Method} {Route} {Status} in {Milliseconds:0.0} ms", context.Request.Method, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-", context.Response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }
}
