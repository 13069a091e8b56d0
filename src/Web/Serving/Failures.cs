using System.Globalization;
using System.Net;

namespace NewsSite.Web.Serving;

/// <summary>The last resort: a bug is logged once with the reference the reader sees; a database that is away is a 503 that says when to come back.</summary>
internal sealed class Failures(RequestDelegate next, ILogger<Failures> log)
{
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(30);

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader has gone: nobody is left to answer.
        }
        catch (BadHttpRequestException e)
        {
            await AnswerAsync(context, e.StatusCode);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var away = Faults.IsDatabaseAway(e);
            if (away) log.LogError("The database does not answer ({Fault}); request {RequestId} got 503", e.GetType().Name, context.TraceIdentifier);
            else log.LogError(e, "Request {RequestId} failed", context.TraceIdentifier);
            await AnswerAsync(context, away ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError);
        }
    }

    private static async Task AnswerAsync(HttpContext context, int status)
    {
        context.Response.Clear();
        Security.SetHeaders(context);
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = ComeBack.TotalSeconds.ToString(CultureInfo.InvariantCulture);

        if (WantsProblem(context))
        {
            await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new() { HttpContext = context, ProblemDetails = { Status = status } });
            return;
        }

        var key = status == StatusCodes.Status503ServiceUnavailable ? "Error.Away" : status >= 500 ? "Error.Broken" : "Error.BadRequest";
        var here = context.RequestServices.GetRequiredService<Editions.Edition>();
        await BarePage.WriteAsync(context, here[key + ".Title"], here[key + ".Text"], $"<p class=\"request-id\">{WebUtility.HtmlEncode(here.Say("Error.RequestId", context.TraceIdentifier))}</p>");
    }

    internal static bool WantsProblem(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || (context.Request.Headers.Accept.ToString() is var accept && accept.Contains("json", StringComparison.Ordinal) && !accept.Contains("html", StringComparison.Ordinal));
}
