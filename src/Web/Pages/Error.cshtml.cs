using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Web.Access;
using NewsSite.Web.Editions;
using NewsSite.Web.Serving;

namespace NewsSite.Web.Pages;

/// <summary>What went wrong and what to do next, for whatever method was refused.</summary>
public sealed class ErrorPage(NewsDb db, Edition here, TimeProvider clock, IProblemDetailsService problems) : ReaderPage
{
    private static readonly Dictionary<int, string> Keys = new()
    {
        [400] = "Error.BadRequest", [401] = "Error.SignIn", [403] = "Error.Forbidden", [404] = "Error.NotFound", [405] = "Error.Method", [410] = "Error.Gone", [429] = "Error.TooMany", [500] = "Error.Broken", [503] = "Error.Away",
    };

    public int Status { get; private set; }

    /// <summary>The words' key, such as `Error.NotFound`.</summary>
    public string Key { get; private set; } = "";
    public bool IsOurFault => Status >= 500;

    /// <summary>Where to sign in and come back from; null when that would help nobody.</summary>
    public string? SignInAddress { get; private set; }
    public IReadOnlyList<Article> Latest { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var asked = int.TryParse((string?)RouteData.Values["status"], out var number) && number is >= 400 and <= 599 ? number : StatusCodes.Status404NotFound;
        Status = asked;
        Key = Keys.GetValueOrDefault(asked) ?? (asked >= 500 ? "Error.Broken" : "Error.BadRequest");
        Response.StatusCode = asked;
        Response.Headers.CacheControl = "no-store";
        if (Failures.WantsProblem(HttpContext))
        {
            await problems.TryWriteAsync(new() { HttpContext = HttpContext, ProblemDetails = { Status = asked } });
            context.Result = new EmptyResult();
            return;
        }

        Head.Title = here[Key + ".Title"];
        Head.IsIndexed = false;
        if (asked == StatusCodes.Status401Unauthorized) SignInAddress = WayIn();
        if (asked == StatusCodes.Status404NotFound)
            Latest = await db.Articles.Published(clock.GetUtcNow()).In(here.Language).NewestFirst().ForTeasers().Take(5).ToListAsync(HttpContext.RequestAborted);
        context.Result = Page();
    }

    private string WayIn()
    {
        var from = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var back = ReturnPath.Read(from?.OriginalPath + from?.OriginalQueryString);
        var isDesk = from?.OriginalPath.StartsWith("/admin", StringComparison.Ordinal) == true;
        return (isDesk ? "/admin/sign-in" : here.Link("/account/sign-in")) + (back is null ? "" : "?return=" + Uri.EscapeDataString(back));
    }
}
