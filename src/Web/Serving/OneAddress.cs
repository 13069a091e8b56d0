namespace NewsSite.Web.Serving;

/// <summary>One address for one thing: no capitals, no trailing slash.</summary>
internal static class OneAddress
{
    private static readonly string[] LeftAlone = ["/media/", "/_", "/api/", "/css/", "/js/", "/fonts/", "/images/"];

    public static Task Normalise(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value ?? "/";
        if (path.Any(char.IsControl) || HasControl(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        // What feeds were called on an old site leads to them in one step.
        if (path.EndsWith("/feed/", StringComparison.Ordinal)) return next(context);

        if (!IsRead(context.Request.Method) || LeftAlone.Any(p => path.StartsWith(p, StringComparison.Ordinal))) return next(context);

        var normal = path.TrimEnd('/').ToLowerInvariant();
        if (normal.Length == 0) normal = "/";
        if (normal == path) return next(context);

        // The path starts with one slash only, or the browser would take the next part for a host.
        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = new PathString("/" + normal.TrimStart('/', '\\')).ToUriComponent() + context.Request.QueryString.ToUriComponent();
        return Task.CompletedTask;
    }

    /// <summary>Nobody types a control character; a program that sends one is told so.</summary>
    private static bool HasControl(HttpRequest request) =>
        request.QueryString.Value is { Length: > 0 } query && query.Contains('%', StringComparison.Ordinal)
        && request.Query.Any(q => q.Value.Any(v => v is not null && v.Any(c => c is < ' ' or '\x7f')));

    internal static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
