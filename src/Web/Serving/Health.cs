using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Web.Access;

namespace NewsSite.Web.Serving;

/// <summary>`/health`: the program lives. `/health/ready`: it can serve, which it cannot while starting, stopping or without its database.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication site)
    {
        var app = site.MapGroup("").WithMetadata(new Row("health"));
        app.MapGet("/health", (HttpContext context) => Say(context, StatusCodes.Status200OK, "alive"));
        app.MapGet("/health/ready", async (HttpContext context, NewsDb db, IHostApplicationLifetime life, CancellationToken stop) =>
        {
            var ready = life.ApplicationStarted.IsCancellationRequested && !life.ApplicationStopping.IsCancellationRequested && await AnswersAsync(db, stop);
            return Say(context, ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, ready ? "ready" : "not ready");
        });
    }

    private static IResult Say(HttpContext context, int status, string word)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(word + "\n", statusCode: status);
    }

    private static async Task<bool> AnswersAsync(NewsDb db, CancellationToken stop)
    {
        try
        {
            await db.Sections.AnyAsync(stop);
            return true;
        }
        catch (Exception e) when (Faults.IsDatabaseAway(e))
        {
            return false;
        }
    }
}
