using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Articles;
using NewsSite.Database;

namespace NewsSite.Browser;

/// <summary>One address for every kind of page in every language, as far as the demo paper has it.</summary>
public sealed class Places
{
    /// <summary>The site's own language first.</summary>
    public static readonly string[] Languages = ["en", "uk", "ar"];

    public static readonly string[] Kinds =
    [
        "front", "corrected article", "translation", "long read", "section", "tag", "series", "author", "latest", "search", "search without a result",
        "corrections", "funding", "about", "contact", "not found",
    ];

    private readonly Dictionary<(string Kind, string Language), string> addresses = [];

    public IEnumerable<KeyValuePair<(string Kind, string Language), string>> All => addresses;

    /// <summary>Null when the demo paper has no such page in this language.</summary>
    public string? Find(string kind, string language) => addresses.GetValueOrDefault((kind, language));

    internal static async Task<Places> FindAsync(IServiceProvider services)
    {
        var places = new Places();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        foreach (var language in Languages) await places.AddAsync(db, language);
        return places;
    }

    private async Task AddAsync(NewsDb db, string language)
    {
        var articles = db.Articles.Published(DateTimeOffset.UtcNow).In(language).Whole().NewestFirst();
        if (await articles.FirstOrDefaultAsync() is not { } newest) return;
        var prefix = language == Languages[0] ? "" : "/" + language;
        void Add(string kind, string? path) => _ = path is null || addresses.TryAdd((kind, language), path.StartsWith(prefix + "/", StringComparison.Ordinal) ? path : prefix + path);
        string? Of(string list, string? slug) => slug is null ? null : $"/{list}/{slug}";

        addresses[("front", language)] = prefix.Length == 0 ? "/" : prefix;
        Add("corrected article", (await articles.FirstOrDefaultAsync(a => a.Corrections.Any()))?.Address);
        Add("translation", (await articles.FirstOrDefaultAsync(a => a.Bylines.Any(b => b.Role == Role.Translator)))?.Address);
        Add("long read", (await articles.OrderByDescending(a => a.Words).FirstAsync()).Address);
        Add("section", Of("section", (await articles.FirstOrDefaultAsync(a => a.Section != null))?.Section?.Slug));
        Add("tag", Of("tag", (await articles.FirstOrDefaultAsync(a => a.Tags.Any()))?.Tags[0].Tag.Slug));
        Add("series", Of("series", (await articles.FirstOrDefaultAsync(a => a.Series != null))?.Series?.Slug));
        Add("author", Of("author", newest.CreditedAs(Role.Author).FirstOrDefault()?.Slug));
        Add("search", "/search?q=" + Uri.EscapeDataString(newest.Headline.Split(' ').First(w => w.Length > 3 && w.All(char.IsLetter)).ToLower(CultureInfo.InvariantCulture)));
        Add("search without a result", "/search?q=zzyzxq");
        foreach (var page in new[] { "latest", "corrections", "funding", "about", "contact" }) Add(page, "/" + page);
        Add("not found", "/no-such-place");
    }
}
