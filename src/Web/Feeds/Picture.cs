using NewsSite.Articles;

namespace NewsSite.Web.Feeds;

/// <summary>A picture as other programs are shown it: one JPEG about 1200 pixels wide.</summary>
internal sealed record Picture(string Url, int Width, int Height)
{
    private const int Widest = 1200;

    public static Picture Of(Photo photo, Settings site)
    {
        var step = PhotoSizes.WidthsOf(photo).Last(w => w <= Widest);
        var width = Math.Min(step, photo.Width);
        var height = (int)Math.Round((double)photo.Height * width / Math.Max(1, photo.Width));
        return new(site.Absolute(PhotoSizes.Address(photo, step, "jpg")), width, Math.Max(1, height));
    }
}
