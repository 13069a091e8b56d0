using NewsSite.Accounts;

namespace NewsSite.Web.Access;

/// <summary>Who asks, as far as it may be noted: a network and a kind of browser, and the session once it was looked up.</summary>
internal static class Visitors
{
    private static readonly (string Mark, string Name)[] Browsers = [("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];
    private static readonly (string Mark, string Name)[] Systems = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    extension(HttpContext context)
    {
        /// <summary>The living session of this request; null when nobody is signed in, and on pages that do not ask.</summary>
        public Session? SignedIn => context.Features.Get<Session>();

        public string Network => Accounts.Network.Of(context.Connection.RemoteIpAddress);

        public Visitor Visitor => new(context.SignedIn?.AccountId, context.Network, Device(context.Request.Headers.UserAgent.ToString()));
    }

    /// <summary>Such as `Firefox, Linux`. The whole of what browsers say of themselves tells people apart, so it is not kept.</summary>
    private static string? Device(string agent)
    {
        var browser = Browsers.FirstOrDefault(b => agent.Contains(b.Mark, StringComparison.Ordinal)).Name;
        var system = Systems.FirstOrDefault(s => agent.Contains(s.Mark, StringComparison.Ordinal)).Name;
        return (browser, system) switch { (null, null) => null, (null, _) => system, (_, null) => browser, _ => $"{browser}, {system}" };
    }
}
