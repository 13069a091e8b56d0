using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using NewsSite.Articles;

namespace NewsSite.Import.WordPress;

/// <summary>A picture file that an export names and the operator gave.</summary>
internal sealed record GivenPicture(string Path, string Key);

/// <summary>The operator's folder of the old site's uploads, from its top, its `uploads` or any folder with the files in it.</summary>
internal sealed partial class MediaFolder
{
    private readonly Dictionary<string, string> byPath = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string?> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, GivenPicture?> known = new(StringComparer.Ordinal);

    /// <param name="directory">Null when the operator gave none.</param>
    public MediaFolder(string? directory)
    {
        if (directory is null) return;
        if (!Directory.Exists(directory)) throw new ImportRefusedException(0, null, $"There is no folder '{directory}'.");
        foreach (var path in Directory.EnumerateFiles(directory, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
        {
            var relative = Path.GetRelativePath(directory, path).Replace('\\', '/');
            byPath[BelowUploads(relative)] = path;
            var name = Path.GetFileName(path);

            // Two files of one name in two months: the name alone says nothing.
            byName[name] = byName.ContainsKey(name) ? null : path;
        }
    }

    public bool HasFiles => byPath.Count > 0;

    /// <summary>The picture behind an address of the old site, or null when it was not given or is no picture we show.</summary>
    public GivenPicture? Find(string address)
    {
        if (byPath.Count == 0) return null;
        var path = Decode(address.Split('?', '#')[0]);
        foreach (var candidate in Candidates(path))
            if ((byPath.GetValueOrDefault(BelowUploads(candidate)) ?? byName.GetValueOrDefault(Path.GetFileName(candidate))) is { } file && known.GetOrAdd(file, Open) is { } picture)
                return picture;
        return null;
    }

    /// <summary>The file itself, the full picture behind a smaller one, and the two names of a picture that WordPress has scaled.</summary>
    private static IEnumerable<string> Candidates(string path)
    {
        var full = Size().Replace(path, "$1");
        var extension = Path.GetExtension(full);
        if (full != path) yield return full;
        yield return path;
        var stem = full[..^extension.Length];
        yield return stem.EndsWith("-scaled", StringComparison.Ordinal) ? stem[..^7] + extension : $"{stem}-scaled{extension}";
    }

    private static GivenPicture? Open(string file)
    {
        try
        {
            return new FileInfo(file).Length > PhotoStore.Largest ? null : new(file, PhotoStore.Identify(File.ReadAllBytes(file)).Key);
        }
        catch (Exception e) when (e is PhotoException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string BelowUploads(string path)
    {
        var at = path.LastIndexOf("uploads/", StringComparison.OrdinalIgnoreCase);
        return (at < 0 ? path : path[(at + 8)..]).TrimStart('/');
    }

    private static string Decode(string path)
    {
        var host = path.IndexOf("://", StringComparison.Ordinal);
        var slash = host < 0 ? 0 : path.IndexOf('/', host + 3);
        return Uri.UnescapeDataString(slash < 0 ? "" : path[slash..]);
    }

    [GeneratedRegex(@"-\d{1,5}x\d{1,5}(\.[A-Za-z]{3,5})$")]
    private static partial Regex Size();
}
