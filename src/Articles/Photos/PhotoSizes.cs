using System.Globalization;
using System.Net;
using System.Text;

namespace NewsSite.Articles;

/// <summary>The sizes and formats a picture is served in, and the HTML that offers them.</summary>
public static class PhotoSizes
{
    /// <summary>Pixels; a closed list, so that nobody can ask for a thousand others.</summary>
    public static readonly IReadOnlyList<int> Widths = [400, 800, 1200, 1600];

    public static readonly IReadOnlyList<string> Formats = ["avif", "webp", "jpg"];

    /// <summary>The widths made of a picture: those below its own, and the next one above, at which it is served in its own width.</summary>
    public static IEnumerable<int> WidthsOf(Photo photo)
    {
        foreach (var width in Widths)
        {
            yield return width;
            if (width >= photo.Width) yield break;
        }
    }

    public static string Address(Photo photo, int width, string format) => string.Create(CultureInfo.InvariantCulture, $"/media/{photo.Key}/{width}.{format}");

    /// <summary>A `picture` element; all text in it is escaped. One that is not lazy is the page's first, which the browser is told to fetch first.</summary>
    public static string Picture(Photo photo, string alt, string sizes, bool lazy)
    {
        var html = new StringBuilder("<picture>");
        foreach (var format in (string[])["avif", "webp"])
            html.Append(CultureInfo.InvariantCulture, $"<source type=\"image/{format}\" srcset=\"{SrcSet(photo, format)}\" sizes=\"{sizes}\">");
        html.Append(CultureInfo.InvariantCulture, $"<img src=\"{Address(photo, WidthsOf(photo).Last(w => w <= 800), "jpg")}\" srcset=\"{SrcSet(photo, "jpg")}\" sizes=\"{sizes}\" ");
        html.Append(CultureInfo.InvariantCulture, $"width=\"{photo.Width}\" height=\"{photo.Height}\" alt=\"{WebUtility.HtmlEncode(alt)}\"");
        html.Append(lazy ? " loading=\"lazy\" decoding=\"async\">" : " fetchpriority=\"high\">").Append("</picture>");
        return html.ToString();
    }

    private static string SrcSet(Photo photo, string format) =>
        string.Join(", ", WidthsOf(photo).Select(w => string.Create(CultureInfo.InvariantCulture, $"{Address(photo, w, format)} {Math.Min(w, photo.Width)}w")));
}
