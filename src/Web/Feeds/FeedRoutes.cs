namespace NewsSite.Web.Feeds;

/// <summary>The addresses that programs read.</summary>
internal static class FeedRoutes
{
    public static void MapFeeds(this WebApplication app)
    {
    }
}
