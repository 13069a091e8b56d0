using Microsoft.Net.Http.Headers;

namespace NewsSite.Web.Serving;

/// <summary>Answers marked pages from the store, makes them once when they are not fresh, and gives the old one when making fails.</summary>
internal sealed class PageStoreMiddleware(RequestDelegate next, PageStore store, ILogger<PageStoreMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var stored = context.GetEndpoint()?.Metadata.GetMetadata<StoredAttribute>();
        if (stored is null || !OneAddress.IsRead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var key = KeyOf(context.Request, stored);
        if (store.Find(key) is { } page && store.IsFresh(page))
        {
            await GiveAsync(context, page);
            return;
        }

        var turn = store.TurnFor(key);
        await turn.WaitAsync(context.RequestAborted);
        try
        {
            page = store.Find(key);
            if (page is null || !store.IsFresh(page)) page = await MakeAsync(context, key, page);
        }
        finally
        {
            turn.Release();
        }

        if (page is not null) await GiveAsync(context, page);
    }

    /// <returns>Null when the answer is not one to keep: it has been sent.</returns>
    private async Task<StoredPage?> MakeAsync(HttpContext context, string key, StoredPage? old)
    {
        var wire = context.Response.Body;
        using var made = new MemoryStream();
        context.Response.Body = made;
        try
        {
            // A HEAD is made as a GET, so that both are one page.
            var method = context.Request.Method;
            context.Request.Method = HttpMethods.Get;
            await next(context);
            context.Request.Method = method;
        }
        catch (Exception e) when (old is not null && Faults.IsDatabaseAway(e))
        {
            log.LogWarning("The database does not answer; {Page} is given as it was", context.Request.Path);
            context.Response.Clear();
            Security.SetHeaders(context);
            return old;
        }
        finally
        {
            context.Response.Body = wire;
        }

        if (context.Response.StatusCode == StatusCodes.Status200OK && context.Response.ContentType is { } type && !context.Response.Headers.ContainsKey(HeaderNames.SetCookie))
            return store.Keep(key, type, made.ToArray());

        store.Forget(key);
        made.Position = 0;
        if (made.Length > 0) await made.CopyToAsync(wire, context.RequestAborted);
        return null;
    }

    private static async Task GiveAsync(HttpContext context, StoredPage page)
    {
        var (bytes, encoding) = Choose(context.Request, page);
        var headers = context.Response.Headers;
        var tag = $"\"{page.Tag}{encoding?[..1]}\"";
        headers.ETag = tag;
        headers.CacheControl = "public, no-cache";
        headers.Vary = "Accept-Encoding";
        context.Response.ContentType = page.ContentType;
        if (context.Request.Headers.IfNoneMatch.ToString() is { Length: > 0 } known && known.Contains(tag, StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.StatusCode = StatusCodes.Status200OK;
        if (encoding is not null) headers.ContentEncoding = encoding;
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static (byte[] Bytes, string? Encoding) Choose(HttpRequest request, StoredPage page)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted)) return (page.Plain, null);
        bool Takes(string coding) => accepted.Any(a => a.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && a.Quality is null or > 0);
        return Takes("br") ? (page.Brotli, "br") : Takes("gzip") ? (page.Gzip, "gzip") : (page.Plain, null);
    }

    private static string KeyOf(HttpRequest request, StoredAttribute stored)
    {
        var key = request.Path.Value!;
        foreach (var name in stored.QueryKeys)
            if (request.Query.TryGetValue(name, out var value)) key += $"\n{name}={value}";
        return key;
    }
}
