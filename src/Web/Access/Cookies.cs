namespace NewsSite.Web.Access;

/// <summary>The cookies of somebody who signs in. A reader who does not has none.</summary>
/// <remarks>`__Host-` binds a cookie to this host, path and https (RFC 6265bis, 4.1.3); browsers count localhost as safe. A paper on a plain onion address cannot have it.</remarks>
public sealed class Cookies(Settings settings)
{
    /// <summary>The session: a reference to its row.</summary>
    public const string Session = "session";

    /// <summary>Ties a letter or a passkey's challenge to the browser that asked for it.</summary>
    public const string Browser = "browser";

    /// <summary>Ties a question "did you mean to send this?" to the browser it was put to.</summary>
    public const string Form = "form";

    private readonly bool safe = settings.BaseUrl.Scheme == Uri.UriSchemeHttps || settings.BaseUrl.IsLoopback;

    /// <summary>The name a browser knows it by.</summary>
    public string NameOf(string cookie) => safe ? "__Host-" + cookie : cookie;

    public string? Read(HttpContext context, string cookie) => context.Request.Cookies[NameOf(cookie)] is { Length: > 0 and <= 100 } value ? value : null;

    /// <param name="context">The answer it goes with.</param>
    /// <param name="cookie">One of the above.</param>
    /// <param name="value">Opaque.</param>
    /// <param name="lifetime">Null: until the browser is closed.</param>
    public void Write(HttpContext context, string cookie, string value, TimeSpan? lifetime) => context.Response.Cookies.Append(NameOf(cookie), value, new()
    {
        HttpOnly = true,
        Secure = safe,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = lifetime,
        IsEssential = true,
    });

    public void Delete(HttpContext context, string cookie) => context.Response.Cookies.Delete(NameOf(cookie), new() { Secure = safe, Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax });
}
