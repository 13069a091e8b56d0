using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsSite.Database;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Feeds;

/// <summary>The small files in which the site tells programs how it wishes to be treated.</summary>
internal static class Notices
{
    private const string Text = "text/plain; charset=utf-8";

    /// <summary>The day on which the site first said that it honours the signal.</summary>
    private const string PrivacyControlSince = "2026-11-23";

    private static readonly string[] NotForSearch = ["/admin", "/account", "/search"];
    private static readonly JsonSerializerOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static void MapNotices(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/robots.txt", FeedRoutes.Reading, Robots).WithOrder(FeedRoutes.First);
        app.MapMethods("/llms.txt", FeedRoutes.Reading, LlmsAsync).WithOrder(FeedRoutes.First);
        app.MapMethods("/.well-known/security.txt", FeedRoutes.Reading, SecurityContact).WithOrder(FeedRoutes.First);
        app.MapMethods("/.well-known/gpc.json", FeedRoutes.Reading, PrivacyControl).WithOrder(FeedRoutes.First);
        app.MapMethods("/manifest.webmanifest", FeedRoutes.Reading, Manifest).WithOrder(FeedRoutes.First);
    }

    /// <remarks>Source: RFC 9309.</remarks>
    private static IResult Robots(HttpContext context, Settings site, EditionList editions)
    {
        var text = new StringBuilder();
        var home = new Edition(site.Language, site);
        text.Append("# ").Append(Reuse.Terms(home, site)).Append("\n\nUser-agent: *\nAllow: /\n");
        foreach (var language in editions.Languages)
            foreach (var path in NotForSearch)
                text.Append("Disallow: ").Append(new Edition(language, site).Link(path)).Append('\n');
        foreach (var map in (string[])["/sitemap.xml", "/news-sitemap.xml"]) text.Append("\nSitemap: ").Append(site.Absolute(map));
        return Give(context, text.Append('\n').ToString(), Text);
    }

    private static async Task<IResult> LlmsAsync(HttpContext context, NewsDb db, Settings site, EditionList editions, TimeProvider clock, CancellationToken stop) =>
        Give(context, await LlmsText.OfAsync(db, site, editions, clock.GetUtcNow(), stop), Text);

    /// <remarks>Source: RFC 9116, which wants the date less than a year ahead. It moves once a month, so the file is the same bytes until then.</remarks>
    private static IResult SecurityContact(HttpContext context, Settings site, EditionList editions, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var expires = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(11);
        return Give(context, $"""
            Contact: {site.Absolute("/contact")}
            Expires: {Xml.Instant(expires)}
            Preferred-Languages: {string.Join(", ", editions.Languages)}
            Canonical: {site.Absolute("/.well-known/security.txt")}

            """, Text);
    }

    /// <remarks>Source: W3C Global Privacy Control.</remarks>
    private static IResult PrivacyControl(HttpContext context) =>
        Give(context, Json.Object(("gpc", true), ("lastUpdate", PrivacyControlSince)).ToJsonString(Layout) + "\n", "application/json");

    private static IResult Manifest(HttpContext context, Settings site)
    {
        var icon = Json.Object(("src", "/favicon.svg"), ("sizes", "any"), ("type", "image/svg+xml"), ("purpose", "any"));
        return Give(context, Json.Object(
            ("id", "/"),
            ("name", site.Name),
            ("short_name", site.Name),
            ("lang", site.Language),
            ("dir", Edition.DirectionOf(site.Language)),
            ("start_url", "/"),
            ("scope", "/"),
            ("display", "minimal-ui"),
            ("background_color", "#ffffff"),
            ("theme_color", "#ffffff"),
            ("icons", new JsonArray(icon))).ToJsonString(Layout) + "\n", "application/manifest+json");
    }

    private static IResult Give(HttpContext context, string text, string contentType) => Printed.Give(context, Encoding.UTF8.GetBytes(text), contentType);
}
