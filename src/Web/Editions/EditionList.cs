using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;

namespace NewsSite.Web.Editions;

/// <summary>The languages the paper comes out in: its own, and every one that has a published article.</summary>
public sealed class EditionList(Settings settings, IServiceScopeFactory scopes, TimeProvider clock, ILogger<EditionList> log) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);
    private readonly SemaphoreSlim asking = new(1);
    private volatile IReadOnlyList<string> languages = [settings.Language];
    private long askedAt = long.MinValue;

    /// <summary>The site's own language first.</summary>
    public IReadOnlyList<string> Languages => languages;

    public bool Has(string language) => languages.Contains(language);

    /// <summary>A page that every edition has: language to path.</summary>
    public IReadOnlyDictionary<string, string> Everywhere(string path) => PathsIn(languages, path);

    /// <summary>A page that some editions have: language to path.</summary>
    public IReadOnlyDictionary<string, string> PathsIn(IEnumerable<string> some, string path) =>
        some.ToDictionary(language => language, language => new Edition(language, settings).Link(path));

    /// <summary>The edition an address lies in.</summary>
    public string LanguageOf(string path)
    {
        var end = path.IndexOf('/', Math.Min(1, path.Length));
        var first = path.Length > 1 ? path[1..(end < 0 ? path.Length : end)] : "";
        return first != settings.Language && Has(first) ? first : settings.Language;
    }

    /// <summary>Looks again when the last look is some seconds old. A database that does not answer leaves the list as it is.</summary>
    public async Task RefreshAsync(CancellationToken stop)
    {
        if (IsFresh() || !await asking.WaitAsync(0, stop)) return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            var found = await db.Articles.Published(clock.GetUtcNow()).Select(a => a.Language).Distinct().ToListAsync(stop);
            languages = [settings.Language, .. found.Where(l => l != settings.Language).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (Faults.IsDatabaseAway(e))
        {
            log.LogWarning("The list of editions could not be read; the last one stands");
        }
        finally
        {
            Interlocked.Exchange(ref askedAt, clock.GetTimestamp());
            asking.Release();
        }
    }

    public void Dispose() => asking.Dispose();

    private bool IsFresh()
    {
        var at = Interlocked.Read(ref askedAt);
        return at != long.MinValue && clock.GetElapsedTime(at) < Fresh;
    }
}
