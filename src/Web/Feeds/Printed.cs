using System.Security.Cryptography;

namespace NewsSite.Web.Feeds;

/// <summary>Finished bytes for programs: with a tag and a date, so that asking again costs nothing when nothing changed.</summary>
internal static class Printed
{
    public static IResult Give(HttpContext context, byte[] bytes, string contentType, DateTimeOffset? changedAt = null)
    {
        context.Response.Headers.CacheControl = "public, no-cache";

        // A feed reader or validator in a browser runs on an origin of its own.
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
        return Results.Bytes(bytes, contentType, entityTag: new(tag), lastModified: changedAt);
    }
}
