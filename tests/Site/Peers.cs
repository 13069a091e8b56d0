using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace NewsSite.Site;

/// <summary>Lets a test say from which address it connects, which no real visitor can: it stands before all the site has.</summary>
internal sealed class Peers : IStartupFilter
{
    public const string Header = "Test-Peer";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            if (context.Request.Headers.Remove(Header, out var said)) context.Connection.RemoteIpAddress = IPAddress.Parse(said.ToString());
            return rest(context);
        });
        next(app);
    };
}
