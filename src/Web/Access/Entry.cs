using NewsSite.Accounts;

namespace NewsSite.Web.Access;

/// <summary>The last step of every way in: the browser gets its session, and the one it had before ends.</summary>
public sealed class Entry(Sessions sessions, Cookies cookies)
{
    /// <summary>The secret that ties what was asked for to this browser; made at the first need.</summary>
    public string BrowserOf(HttpContext context)
    {
        var secret = cookies.Read(context, Cookies.Browser) ?? Secret.New();
        cookies.Write(context, Cookies.Browser, secret, SignInRequest.Lifetime + SignInRequest.Lifetime);
        return secret;
    }

    public string? KnownBrowserOf(HttpContext context) => cookies.Read(context, Cookies.Browser);

    /// <param name="context">The answer that carries the cookie.</param>
    /// <param name="token">Of the session just started.</param>
    /// <param name="kind">A reader's stays when the browser is closed, a staff member's does not.</param>
    public async Task EnterAsync(HttpContext context, string token, SessionKind kind)
    {
        if (context.SignedIn is { } before) await sessions.EndAsync(before.Id, before.AccountId, context.Visitor, CancellationToken.None);
        cookies.Write(context, Cookies.Session, token, kind == SessionKind.Reader ? Session.WholeLimit(kind) : null);
        cookies.Delete(context, Cookies.Browser);
    }

    public async Task LeaveAsync(HttpContext context)
    {
        if (context.SignedIn is { } session) await sessions.EndAsync(session.Id, session.AccountId, context.Visitor, CancellationToken.None);
        cookies.Delete(context, Cookies.Session);
    }

    /// <summary>The browser forgets whom it was signed in as; the sessions have ended with their account.</summary>
    public void Forget(HttpContext context)
    {
        foreach (var cookie in new[] { Cookies.Session, Cookies.Browser, Cookies.Form }) cookies.Delete(context, cookie);
    }
}
