using System.Globalization;
using System.Threading.RateLimiting;
using NewsSite.Accounts;

namespace NewsSite.Web.Access;

/// <summary>How many forms a network may send in a minute, on this node. Signed-in staff are not counted: nobody else's flood may keep them from their work.</summary>
internal sealed class Throttle : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly PartitionedRateLimiter<string> limiter;

    public Throttle(IConfiguration configuration)
    {
        var most = configuration.GetValue("Limits:FormsPerMinute", 60);
        limiter = PartitionedRateLimiter.Create<string, string>(network => RateLimitPartition.GetSlidingWindowLimiter(network, _ => new()
        {
            PermitLimit = most,
            Window = Window,
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        }));
    }

    public bool LetsIn(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.SignedIn is { Kind: SessionKind.Staff }) return true;
        using var lease = limiter.AttemptAcquire(context.Network);
        if (lease.IsAcquired) return true;
        context.Response.Headers.RetryAfter = Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return false;
    }

    public void Dispose() => limiter.Dispose();
}
