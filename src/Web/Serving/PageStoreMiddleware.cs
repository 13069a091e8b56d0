using Microsoft.Net.Http.Headers;

namespace NewsSite.Web.Serving;

/// <summary>Answers marked pages from the store, makes them once when they are not fresh, and gives the old one when making fails.</summary>
internal sealed class PageStoreMiddleware(RequestDelegate next, PageStore store, ILogger<PageStoreMiddleware> log)
{
    /// <summary>What an answer says of itself that must be said again with the kept one.</summary>
    private static readonly string[] SaidAgain = [HeaderNames.LastModified, "Cross-Origin-Resource-Policy"];

    /// <summary>What would make an answer a part or a "not modified", which is nothing to keep.</summary>
    private static readonly string[] Conditions = [HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.IfMatch, HeaderNames.IfUnmodifiedSince, HeaderNames.Range, HeaderNames.IfRange];

    public async Task InvokeAsync(HttpContext context)
    {
        var stored = context.GetEndpoint()?.Metadata.GetMetadata<StoredAttribute>();
        if (stored is null || !OneAddress.IsRead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var key = KeyOf(context.Request, stored);
        var page = store.Find(key);
        if (page is not null && store.IsFresh(page))
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

            // Addresses that nothing answers are without number: no trace of them is kept.
            if (page is null) store.ForgetTurn(key);
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
            await MakeWholeAsync(context);
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
        {
            var said = SaidAgain.Where(context.Response.Headers.ContainsKey).ToDictionary(name => name, name => context.Response.Headers[name].ToString());
            return store.Keep(key, type, made.ToArray(), said);
        }

        store.Forget(key);
        made.Position = 0;
        if (made.Length > 0) await made.CopyToAsync(wire, context.RequestAborted);
        return null;
    }

    /// <summary>A HEAD is made as a GET and a condition left out, so that all are one page.</summary>
    private async Task MakeWholeAsync(HttpContext context)
    {
        var request = context.Request;
        var method = request.Method;
        var conditions = Conditions.Where(request.Headers.ContainsKey).Select(name => (name, value: request.Headers[name])).ToList();
        request.Method = HttpMethods.Get;
        foreach (var (name, _) in conditions) request.Headers.Remove(name);
        try
        {
            await next(context);
        }
        finally
        {
            request.Method = method;
            foreach (var (name, value) in conditions) request.Headers[name] = value;
        }
    }

    private static async Task GiveAsync(HttpContext context, StoredPage page)
    {
        var (bytes, encoding) = Choose(context.Request, page);
        var headers = context.Response.Headers;
        var tag = $"\"{page.Tag}{encoding?[..1]}\"";
        headers.ETag = tag;
        headers.CacheControl = "public, no-cache";
        headers.Vary = "Accept-Encoding";
        foreach (var (name, value) in page.Headers) headers[name] = value;
        context.Response.ContentType = page.ContentType;
        if (IsKnown(context, tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.StatusCode = StatusCodes.Status200OK;
        if (encoding is not null) headers.ContentEncoding = encoding;
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>A tag decides where one is sent; else the date (RFC 9110, 13.2.2).</summary>
    private static bool IsKnown(HttpContext context, string tag)
    {
        var request = context.Request.GetTypedHeaders();
        if (request.IfNoneMatch.Count > 0) return request.IfNoneMatch.Any(known => known.Tag == "*" || known.Tag == tag);
        return request.IfModifiedSince is { } since && context.Response.GetTypedHeaders().LastModified <= since;
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
