using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Articles;

/// <summary>A file is not a picture this site shows; the message can be shown to whoever sent it.</summary>
public sealed class PhotoException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Picture files on disk: each original once, and beside it the sizes readers have asked for.</summary>
public sealed class PhotoStore(string directory)
{
    /// <summary>Bytes.</summary>
    public const int Largest = 20 * 1024 * 1024;

    /// <summary>Keeps a picture's file and finds or makes its <see cref="Photo"/>, which the context then tracks.</summary>
    /// <param name="db">A context of the <see cref="Writer"/>.</param>
    /// <param name="file">The whole file, at most <see cref="Largest"/> bytes.</param>
    /// <param name="stop">Cancellation.</param>
    /// <exception cref="PhotoException">Not a picture, or one too large to open.</exception>
    public async Task<Photo> AddAsync(NewsDb db, Stream file, CancellationToken stop)
    {
        var bytes = await ReadAsync(file, stop);
        var key = KeyOf(bytes);
        var known = db.Photos.Local.FirstOrDefault(p => p.Key == key) ?? await db.Photos.AsTracking().SingleOrDefaultAsync(p => p.Key == key, stop);
        if (known is not null && File.Exists(OriginalPath(known))) return known;

        var (type, width, height) = Darkroom.Identify(bytes);
        var photo = known ?? db.Photos.Add(new Photo(key, type, width, height)).Entity;
        await WriteWholeAsync(OriginalPath(photo), bytes, stop);
        return photo;
    }

    /// <summary>What a file would be as a picture; nothing is kept.</summary>
    /// <exception cref="PhotoException">Not a picture, or one too large to open.</exception>
    public static Photo Identify(byte[] bytes)
    {
        if (bytes.Length > Largest) throw new PhotoException($"The picture is larger than {Largest / 1024 / 1024} MB.");
        var (type, width, height) = Darkroom.Identify(bytes);
        return new(KeyOf(bytes), type, width, height);
    }

    /// <summary>One size of a picture, made at the first request and kept.</summary>
    /// <returns>The path of a file, or null when there is no original.</returns>
    public async Task<string?> FindAsync(Photo photo, int width, string format, CancellationToken stop)
    {
        var path = Path.Combine(FolderOf(photo.Key), FormattableString.Invariant($"{width}.{format}"));
        if (File.Exists(path)) return path;
        var original = OriginalPath(photo);
        if (!File.Exists(original)) return null;
        var made = await Darkroom.DevelopAsync(original, width, format, stop);
        await WriteWholeAsync(path, made, stop);
        return path;
    }

    /// <summary>Takes a picture's files off the disk.</summary>
    public void Remove(Photo photo)
    {
        if (Directory.Exists(FolderOf(photo.Key))) Directory.Delete(FolderOf(photo.Key), recursive: true);
    }

    private static string KeyOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));

    private static async Task<byte[]> ReadAsync(Stream file, CancellationToken stop)
    {
        using var all = new MemoryStream();
        var buffer = new byte[81920];
        while (await file.ReadAsync(buffer, stop) is var read and > 0)
        {
            if (all.Length + read > Largest) throw new PhotoException($"The picture is larger than {Largest / 1024 / 1024} MB.");
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    /// <summary>A half-written file is never seen under its name.</summary>
    private static async Task WriteWholeAsync(string path, byte[] bytes, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = $"{path}.{Guid.NewGuid():N}.part";
        await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(bytes, stop);
            file.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
    }

    private string FolderOf(string key) => Path.Combine(directory, key[..2], key);

    private string OriginalPath(Photo photo) => Path.Combine(FolderOf(photo.Key), $"original.{photo.FileType}");
}
