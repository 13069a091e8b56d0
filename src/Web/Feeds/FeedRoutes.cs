using NewsSite.Database;
using NewsSite.Web.Access;
using NewsSite.Web.Editions;
using NewsSite.Web.Serving;

namespace NewsSite.Web.Feeds;

/// <summary>The addresses that programs read.</summary>
internal static class FeedRoutes
{
    internal static readonly string[] Reading = ["GET", "HEAD"];

    /// <summary>Before every page: a page whose address is one free word in an edition must not take `/uk/feed.xml`.</summary>
    internal const int First = -2;

    /// <summary>Kept in the page store as pages are: compressed, and given when the database is away.</summary>
    internal static readonly StoredAttribute Kept = new();

    private static readonly string[] Lists = ["", "latest", "section/{slug}", "tag/{slug}", "series/{slug}", "author/{slug}"];

    private static readonly Dictionary<string, (string ContentType, Func<Feed, byte[]> Write)> Formats = new()
    {
        [Rss.File] = (Rss.ContentType, Rss.Write),
        [Atom.File] = (Atom.ContentType, Atom.Write),
        [JsonFeed.File] = (JsonFeed.ContentType, JsonFeed.Write),
    };

    /// <summary>What feeds are called elsewhere, on the old site for one.</summary>
    private static readonly Dictionary<string, string> OtherNames = new()
    {
        ["feed"] = Rss.File, ["rss"] = Rss.File, ["rss.xml"] = Rss.File, ["feed/rss"] = Rss.File, ["feed/rss2"] = Rss.File, ["atom"] = Atom.File, ["feed/atom"] = Atom.File,
    };

    public static void MapFeeds(this WebApplication site)
    {
        var app = site.MapGroup("").WithMetadata(new Row("feeds"));
        foreach (var edition in (string[])["", "{lang:edition}"])
            foreach (var list in Lists)
            {
                var place = string.Concat(new[] { edition, list }.Where(part => part.Length > 0).Select(part => "/" + part));
                var kind = list.Split('/')[0];
                foreach (var (file, format) in Formats)
                    app.MapMethods($"{place}/{file}", Reading, (HttpContext context, NewsDb db, Edition here, Settings site, TimeProvider clock) =>
                        GiveAsync(context, db, here, site, clock.GetUtcNow(), kind, format)).WithOrder(First).WithMetadata(Kept);
                foreach (var (name, file) in OtherNames)
                    app.MapMethods($"{place}/{name}", Reading, (HttpContext context) => Forward(context, name, file)).WithOrder(First);
            }

        app.MapSitemaps();
        app.MapNotices();
    }

    private static async Task<IResult> GiveAsync(HttpContext context, NewsDb db, Edition here, Settings site, DateTimeOffset now, string kind, (string ContentType, Func<Feed, byte[]> Write) format)
    {
        var stop = context.RequestAborted;
        var slug = context.GetRouteValue("slug") as string ?? "";
        if (await Listing.FindAsync(db, kind, slug, here.Language, stop) is not { } list) return Results.NotFound();
        var feed = await Feed.OfAsync(db, list, here, site, now, stop);
        return Printed.Give(context, format.Write(feed), format.ContentType, feed.ChangedAt);
    }

    private static IResult Forward(HttpContext context, string name, string file)
    {
        var path = context.Request.Path.Value!.TrimEnd('/');
        return Results.Redirect(new PathString(path[..^name.Length] + file).ToUriComponent(), permanent: true);
    }
}
