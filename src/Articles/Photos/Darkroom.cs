using ImageMagick;

namespace NewsSite.Articles;

/// <summary>Opens picture files and makes the sizes readers get. What comes out has been drawn anew: no hidden data, no place, no camera.</summary>
internal static class Darkroom
{
    /// <summary>Pixels in all; a small file can claim to be a picture that fills the memory.</summary>
    private const long MostPixels = 50_000_000;

    private static readonly Dictionary<MagickFormat, string> Allowed = new()
    {
        [MagickFormat.Jpeg] = "jpg", [MagickFormat.Jpg] = "jpg", [MagickFormat.Png] = "png", [MagickFormat.WebP] = "webp", [MagickFormat.Avif] = "avif", [MagickFormat.Gif] = "gif",
    };

    // One picture at a time: two large ones at once are more memory than a small server has.
    private static readonly SemaphoreSlim Busy = new(1);

    static Darkroom()
    {
        ResourceLimits.Thread = 1;
        ResourceLimits.Width = 30_000;
        ResourceLimits.Height = 30_000;
    }

    /// <summary>Reads the head of a file only.</summary>
    /// <exception cref="PhotoException">Not one of the kinds of file that are shown.</exception>
    public static (string FileType, int Width, int Height) Identify(byte[] bytes)
    {
        var format = Sniff(bytes) ?? throw new PhotoException("The file is not a JPEG, PNG, WebP, AVIF or GIF picture.");
        try
        {
            var found = new MagickImageInfo(bytes, new MagickReadSettings { Format = format });
            if ((long)found.Width * found.Height is 0 or > MostPixels) throw new PhotoException($"The picture has {found.Width} × {found.Height} pixels; {MostPixels / 1_000_000} million are the most.");
            var turned = found.Orientation is Orientation.LeftTop or Orientation.RightTop or Orientation.RightBottom or Orientation.LeftBottom;
            return (Allowed[format], (int)(turned ? found.Height : found.Width), (int)(turned ? found.Width : found.Height));
        }
        catch (MagickException e)
        {
            throw new PhotoException("The picture is damaged.", e);
        }
    }

    public static async Task<byte[]> DevelopAsync(string original, int width, string format, CancellationToken stop)
    {
        await Busy.WaitAsync(stop);
        try
        {
            return await Task.Run(() => Develop(original, width, format), stop);
        }
        finally
        {
            Busy.Release();
        }
    }

    private static byte[] Develop(string original, int width, string format)
    {
        // The format is named, never guessed from the content: a guess would open every decoder the library has.
        var type = Allowed.First(a => a.Value == Path.GetExtension(original)[1..]).Key;
        using var picture = new MagickImage(original, new MagickReadSettings { Format = type, FrameIndex = 0, FrameCount = 1 });
        picture.AutoOrient();
        picture.ColorSpace = ColorSpace.sRGB;
        picture.Strip();
        if (picture.Width > width) picture.Resize((uint)width, 0);
        switch (format)
        {
            case "avif":
                picture.Quality = 55;
                picture.Settings.SetDefine(MagickFormat.Avif, "speed", "8");
                return picture.ToByteArray(MagickFormat.Avif);
            case "webp":
                picture.Quality = 78;
                return picture.ToByteArray(MagickFormat.WebP);
            default:
                picture.BackgroundColor = MagickColors.White;
                picture.Alpha(AlphaAction.Remove);
                picture.Quality = 80;
                picture.Settings.Interlace = Interlace.Plane;
                return picture.ToByteArray(MagickFormat.Jpeg);
        }
    }

    /// <summary>By the first bytes, as each format's own standard gives them.</summary>
    private static MagickFormat? Sniff(ReadOnlySpan<byte> b)
    {
        if (b.Length < 12) return null;
        if (b[0] == 0xFF && b[1] == 0xD8 && b[2] == 0xFF) return MagickFormat.Jpeg;
        if (b[..8].SequenceEqual((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return MagickFormat.Png;
        if (b[..4].SequenceEqual("RIFF"u8) && b[8..12].SequenceEqual("WEBP"u8)) return MagickFormat.WebP;
        if (b[..4].SequenceEqual("GIF8"u8)) return MagickFormat.Gif;
        return b[4..12].SequenceEqual("ftypavif"u8) ? MagickFormat.Avif : null;
    }
}
