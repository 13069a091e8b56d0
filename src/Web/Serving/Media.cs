using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Web.Access;

namespace NewsSite.Web.Serving;

/// <summary>`/media/{key}/{width}.{format}`: pictures. The key is the file's own hash, so an address never changes its meaning and may be kept for ever.</summary>
internal static partial class Media
{
    private static readonly Dictionary<string, string> Types = new() { ["avif"] = "image/avif", ["webp"] = "image/webp", ["jpg"] = "image/jpeg" };

    public static void MapMedia(this WebApplication app) => app.MapMethods("/media/{key}/{file}", ["GET", "HEAD"], GiveAsync).WithMetadata(new Row("media"));

    private static async Task<IResult> GiveAsync(string key, string file, HttpContext context, NewsDb db, PhotoStore photos, CancellationToken stop)
    {
        var name = FileName().Match(file);
        if (!name.Success || !PhotoSizes.Widths.Contains(int.Parse(name.Groups["width"].Value, System.Globalization.CultureInfo.InvariantCulture))) return Results.NotFound();
        var width = int.Parse(name.Groups["width"].Value, System.Globalization.CultureInfo.InvariantCulture);
        var format = name.Groups["format"].Value;
        if (await db.Photos.SingleOrDefaultAsync(p => p.Key == key, stop) is not { } photo || !PhotoSizes.WidthsOf(photo).Contains(width)) return Results.NotFound();
        if (await photos.FindAsync(photo, width, format, stop) is not { } path) return Results.NotFound();

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.File(path, Types[format], enableRangeProcessing: true, entityTag: new($"\"{key}-{width}-{format}\""));
    }

    [GeneratedRegex(@"^(?<width>[0-9]{3,4})\.(?<format>avif|webp|jpg)$", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();
}
