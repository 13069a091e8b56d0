using Microsoft.AspNetCore.Diagnostics;
using NewsSite.Accounts;
using NewsSite.Database;

namespace NewsSite.Web.Access;

/// <summary>
/// Stands before every endpoint: finds its row in the table, looks the session up where the row asks for one, and lets in or refuses.
/// Pages for readers ask for none, so no database is asked who reads.
/// </summary>
internal sealed class Gate(RequestDelegate next, Throttle throttle)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // What was refused comes by again for its error page; what nobody has is a 404 further on.
        if (context.GetEndpoint() is not { } endpoint || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(context);
            return;
        }

        if (Permissions.Of(endpoint) is not { } permission)
        {
            Refuse(context, StatusCodes.Status403Forbidden);
            return;
        }

        if (!permission.Methods.Contains(context.Request.Method))
        {
            context.Response.Headers.Allow = string.Join(", ", permission.Methods);
            Refuse(context, StatusCodes.Status405MethodNotAllowed);
            return;
        }

        if (permission.Who != Who.Anyone) await RecogniseAsync(context);
        if (!permission.Admits(context.SignedIn)) Refuse(context, context.SignedIn is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden);
        else if (!throttle.LetsIn(context)) Refuse(context, StatusCodes.Status429TooManyRequests);
        else await next(context);
    }

    /// <summary>The answer is for one person from here on: nothing between here and them may keep it.</summary>
    private static async Task RecogniseAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var services = context.RequestServices;
        if (services.GetRequiredService<Cookies>().Read(context, Cookies.Session) is not { } token) return;
        var session = await services.GetRequiredService<Sessions>().FindAsync(services.GetRequiredService<NewsDb>(), token, context.RequestAborted);
        if (session is not null) context.Features.Set(session);
    }

    private static void Refuse(HttpContext context, int status) => context.Response.StatusCode = status;
}
