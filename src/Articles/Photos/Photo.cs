using NewsSite.Database;

namespace NewsSite.Articles;

/// <summary>A picture: photograph, illustration or graphic, with the words and rights that go with it.</summary>
public sealed class Photo(string key, string fileType, int width, int height)
{
    public int Id { get; private set; }

    /// <summary>The first 16 hexadecimal digits of the file's SHA-256: the same file is one picture, and its address never changes meaning.</summary>
    public string Key { get; private set; } = key;

    /// <summary>jpg, png, webp, avif or gif.</summary>
    public string FileType { get; private set; } = fileType;

    /// <summary>Pixels.</summary>
    public int Width { get; private set; } = width;

    /// <summary>Pixels.</summary>
    public int Height { get; private set; } = height;

    /// <summary>What the picture shows, for those who cannot see it.</summary>
    public Wording Alt { get; set; } = Wording.Empty;
    public Wording Caption { get; set; } = Wording.Empty;
    public string? Credit { get; set; }
    public string? Licence { get; set; }

    /// <summary>Where the file came from, such as its address on the old site.</summary>
    public string? SourceUrl { get; set; }
}

/// <summary>A picture shown in an article.</summary>
public sealed class PhotoUse
{
    private PhotoUse()
    {
    }

    internal PhotoUse(Photo photo, int position) => (Photo, Position) = (photo, position);

    public int ArticleId { get; private set; }
    public int PhotoId { get; private set; }
    public Photo Photo { get; private set; } = null!;
    public int Position { get; private set; }
}
