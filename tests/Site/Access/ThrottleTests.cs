using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsSite.Accounts;
using NewsSite.Web;

namespace NewsSite.Site.Access;

/// <summary>A site where a network may send five forms a minute.</summary>
public sealed class NarrowSite : SqliteSite
{
    public const int Most = 5;

    public NarrowSite() => Told["Limits:FormsPerMinute"] = "5";
}

/// <summary>The same behind two reverse proxies of the operator's.</summary>
public sealed class ProxiedSite : SqliteSite
{
    public const int Most = 10;

    public ProxiedSite() => (Told["Limits:FormsPerMinute"], Told["Site:Proxies"]) = ("10", "10.0.0.0/8, 192.0.2.7, 2001:db8:ffff::/48");
}

/// <summary>Forms are counted by network, so that one who floods stops nobody but themselves.</summary>
public sealed class ThrottleTests(NarrowSite site) : SiteTests(site), IClassFixture<NarrowSite>
{
    [Theory]
    [InlineData("198.51.100.", "198.51.101.1")]
    [InlineData("2001:db8:7:1::", "2001:db8:8::1")]
    public async Task A_network_that_sends_too_many_forms_waits_and_others_do_not(string network, string neighbour)
    {
        for (var i = 1; i <= NarrowSite.Most; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Floods.FormAsync(Site, network + i)).Status);

        var refused = await Floods.FormAsync(Site, network + "99");

        Assert.Equal((HttpStatusCode.TooManyRequests, "60"), (refused.Status, refused.Header("Retry-After")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Floods.FormAsync(Site, neighbour)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Site.Open(network + "99").Go("/account/sign-in")).Status);
    }

    [Fact]
    public async Task Staff_go_on_working_in_a_flooded_network()
    {
        for (var i = 0; i <= NarrowSite.Most; i++) await Floods.FormAsync(Site, "198.51.102.1");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Floods.FormAsync(Site, "198.51.102.1")).Status);

        var editor = await Site.OpenAsStaffAsync(StaffRole.Editor, "working@example.org", "198.51.102.1");

        Assert.Equal(HttpStatusCode.OK, (await editor.Send("/account", ("name", "Working"), ("language", "en"))).Status);
    }

    [Fact]
    public async Task Who_names_another_address_than_their_own_is_not_believed()
    {
        for (var i = 0; i < NarrowSite.Most; i++) await Floods.FormAsync(Site, "198.51.103.1", $"203.0.{i}.1");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Floods.FormAsync(Site, "198.51.103.1", "203.0.200.1")).Status);
    }
}

/// <summary>Behind a reverse proxy of the operator's the visitor is whom that names.</summary>
public sealed class ProxyTests(ProxiedSite site) : SiteTests(site), IClassFixture<ProxiedSite>
{
    [Theory]
    [InlineData("10.1.2.3", "198.51.100.9", "198.51.100.0/24")]
    [InlineData("192.0.2.7", "198.51.100.9", "198.51.100.0/24")]
    [InlineData("2001:db8:ffff::1", "2001:db8:9:8::7", "2001:db8:9::/48")]
    [InlineData("::ffff:10.1.2.3", "198.51.100.9", "198.51.100.0/24")]
    [InlineData("10.1.2.3", "198.51.100.9, 10.9.9.9", "198.51.100.0/24")]
    [InlineData("10.1.2.3", "1.2.3.4, 198.51.100.9", "198.51.100.0/24")]
    [InlineData("10.1.2.3", "10.4.4.4, 198.51.100.9", "198.51.100.0/24")]
    [InlineData("192.0.2.8", "198.51.100.9", "192.0.2.0/24")]
    [InlineData("203.0.113.5", "198.51.100.9, 10.1.2.3", "203.0.113.0/24")]
    [InlineData("10.1.2.3", "nonsense", "10.1.2.0/24")]
    public async Task Only_what_the_nearest_trusted_proxies_say_is_believed(string peer, string forwarded, string network)
    {
        var email = $"p{Math.Abs(HashCode.Combine(peer, forwarded))}@example.org";

        await Floods.FormAsync(Site, peer, forwarded, email);

        Assert.Equal(network, await Site.ReadAsync(db => db.SignInRequests.Where(r => r.Email == email).Select(r => r.Network).SingleAsync()));
    }

    [Fact]
    public async Task Visitors_of_one_proxy_are_counted_each_by_their_own_network()
    {
        for (var i = 0; i < ProxiedSite.Most * 2; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Floods.FormAsync(Site, "10.7.7.7", $"203.0.{i}.1")).Status);
        for (var i = 0; i < ProxiedSite.Most; i++) await Floods.FormAsync(Site, "10.7.7.7", "198.51.104.1");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Floods.FormAsync(Site, "10.7.7.8", "198.51.104.2")).Status);
    }

    [Theory]
    [InlineData("10.0.0.1/33")]
    [InlineData("10.0.0.1, proxy.example")]
    public void What_is_no_address_stops_the_start(string told)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Site:Name", "Paper"), new("Site:BaseUrl", NewsSiteHost.BaseUrl), new("Site:Proxies", told)]).Build();

        var fault = Assert.Throws<SettingsException>(() => Settings.Read(configuration, Site.Services.GetRequiredService<IHostEnvironment>()));

        Assert.StartsWith("Site:Proxies", Assert.Single(fault.Faults), StringComparison.Ordinal);
    }
}

internal static class Floods
{
    /// <summary>A form of the site's own, with an address that is none unless one is given.</summary>
    public static Task<Page> FormAsync(NewsSiteHost site, string peer, string? forwarded = null, string email = "none") =>
        site.Send(HttpMethod.Post, "/account/sign-in", new FormUrlEncodedContent([new("email", email)]),
            [(Peers.Header, peer), ("Sec-Fetch-Site", "same-origin"), .. forwarded is null ? Array.Empty<(string, string)>() : [("X-Forwarded-For", forwarded)]]);
}
