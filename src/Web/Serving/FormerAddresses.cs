using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Serving;

/// <summary>An address that once answered, here or on the old site, answers for good: with a redirect.</summary>
internal static class FormerAddresses
{
    private static readonly string[] OldQueries = ["p", "page_id", "attachment_id", "cat", "author", "tag", "feed"];

    public static async Task Forward(HttpContext context, RequestDelegate next)
    {
        if (!OneAddress.IsRead(context.Request.Method))
        {
            await next(context);
            return;
        }

        // An old site's `/?p=12` has the path of the front page, so it must be asked for before that answers.
        if (context.Request.Path == "/" && OldQueries.FirstOrDefault(context.Request.Query.ContainsKey) is { } key
            && await FindAsync(context, $"/?{key}={context.Request.Query[key]}") is { } target)
        {
            Redirect(context, target);
            return;
        }

        await next(context);
        if (context.Response.StatusCode != StatusCodes.Status404NotFound || context.Response.HasStarted) return;
        if (await FindAsync(context, context.Request.Path.Value!.ToLowerInvariant().TrimEnd('/')) is not { } place) return;
        context.Response.Clear();
        Redirect(context, place);
    }

    private static async Task<string?> FindAsync(HttpContext context, string address)
    {
        if (address.Length > 500) return null;
        var db = context.RequestServices.GetRequiredService<NewsDb>();
        var former = await db.FormerAddresses.Include(f => f.Article).Include(f => f.Page).SingleOrDefaultAsync(f => f.Address == address, context.RequestAborted);
        if (former is null) return null;
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (former.Article is { } article) return article.IsPublic(now) ? article.Address : null;
        if (former.Page is { } page)
            return page.IsPublished ? new Edition(page.Language, context.RequestServices.GetRequiredService<Settings>()).Link(page.Address) : null;
        return former.Target;
    }

    private static void Redirect(HttpContext context, string path)
    {
        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = new PathString(path).ToUriComponent();
    }
}
