using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;

namespace NewsSite.Web.Serving;

/// <summary>A finished page, whole and compressed.</summary>
internal sealed record StoredPage(string ContentType, byte[] Plain, byte[] Gzip, byte[] Brotli, string Tag, IReadOnlyDictionary<string, string> Headers, long StoredAt)
{
    public int Size => Plain.Length + Gzip.Length + Brotli.Length;

    public static StoredPage Of(string contentType, byte[] plain, IReadOnlyDictionary<string, string> headers, long now) => new(
        contentType,
        plain,
        Compress(plain, s => new GZipStream(s, CompressionLevel.Optimal)),
        Compress(plain, s => new BrotliStream(s, new BrotliCompressionOptions { Quality = 5 })),
        Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 12)),
        headers,
        now);

    private static byte[] Compress(byte[] plain, Func<Stream, Stream> by)
    {
        using var packed = new MemoryStream();
        using (var stream = by(packed)) stream.Write(plain);
        return packed.ToArray();
    }
}

/// <summary>Finished pages in memory: given again while fresh, and however old when the database is away.</summary>
/// <remarks>Bounded by bytes; when full it starts over, which costs one rendering a page.</remarks>
internal sealed class PageStore(TimeProvider clock, IConfiguration configuration)
{
    /// <summary>Published words must be seen within five seconds.</summary>
    private readonly TimeSpan fresh = TimeSpan.FromSeconds(configuration.GetValue("PageStore:FreshSeconds", 2.0));
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, StoredPage> pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> making = new(StringComparer.Ordinal);
    private long bytes;

    public StoredPage? Find(string key) => pages.GetValueOrDefault(key);

    public bool IsFresh(StoredPage page) => clock.GetElapsedTime(page.StoredAt) < fresh;

    public StoredPage Keep(string key, string contentType, byte[] plain, IReadOnlyDictionary<string, string> headers)
    {
        var page = StoredPage.Of(contentType, plain, headers, clock.GetTimestamp());
        if (Interlocked.Read(ref bytes) > MostBytes)
        {
            pages.Clear();
            making.Clear();
            Interlocked.Exchange(ref bytes, 0);
        }

        if (pages.TryRemove(key, out var old)) Interlocked.Add(ref bytes, -old.Size);
        if (pages.TryAdd(key, page)) Interlocked.Add(ref bytes, page.Size);
        return page;
    }

    public void Forget(string key)
    {
        // Addresses that are no page are without number: nothing of them may stay.
        making.TryRemove(key, out _);
        if (pages.TryRemove(key, out var old)) Interlocked.Add(ref bytes, -old.Size);
    }

    /// <summary>One maker a page: the others wait for what it makes.</summary>
    public SemaphoreSlim TurnFor(string key) => making.GetOrAdd(key, _ => new SemaphoreSlim(1));

    public void ForgetTurn(string key) => making.TryRemove(key, out _);
}
