using Microsoft.AspNetCore.Diagnostics;

namespace NewsSite.Web.Access;

/// <summary>
/// Lets a form in only when it was sent from this site. No page carries a token for it, so pages stay the same for all.
/// A browser too old to say where a form comes from is asked in return: the form comes back with a button, and only who can read that answer can press it.
/// </summary>
/// <remarks>Source: W3C Fetch Metadata Request Headers; RFC 6454 (Origin); OWASP, Cross-Site Request Forgery Prevention.</remarks>
internal sealed class SameOrigin(RequestDelegate next, Settings settings)
{
    private readonly string here = settings.BaseUrl.GetLeftPart(UriPartial.Authority);

    public async Task InvokeAsync(HttpContext context)
    {
        // What was refused comes by again for its error page.
        if (!HttpMethods.IsPost(context.Request.Method) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(context);
            return;
        }

        if (!await CanReadAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        switch (Judge(context.Request.Headers))
        {
            case true:
                await next(context);
                break;
            case null when context.Request.HasFormContentType:
                if (await AskedForm.IsAnsweredAsync(context)) await next(context);
                else await AskedForm.AskAsync(context);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                break;
        }
    }

    /// <summary>Reads the form once, for whoever comes after. One that is too large says so itself, with a status of its own.</summary>
    private static async Task<bool> CanReadAsync(HttpContext context)
    {
        try
        {
            if (context.Request.HasFormContentType) await context.Request.ReadFormAsync(context.RequestAborted);
            return true;
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            // Too many fields, a name too long, parts that do not end.
            return false;
        }
    }

    /// <returns>Null when the browser does not say.</returns>
    private bool? Judge(IHeaderDictionary headers)
    {
        if (headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site == "same-origin";
        if (headers.Origin.ToString() is { Length: > 0 } origin && origin != "null") return origin == here;
        if (headers.Referer.ToString() is { Length: > 0 } referrer) return referrer.StartsWith(here + "/", StringComparison.Ordinal);
        return null;
    }
}
