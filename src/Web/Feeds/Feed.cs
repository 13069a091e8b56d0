using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Feeds;

/// <summary>The newest articles of one list, as every feed format tells them.</summary>
internal sealed record Feed(Listing List, IReadOnlyList<Article> Articles, Edition Here, Settings Site, DateTimeOffset Now)
{
    private const int Longest = 30;

    public string Title => List.Name is { Length: > 0 } name ? $"{name} · {Site.Name}" : Site.Name;

    public string Description => List.Description is { Length: > 0 } words ? words : List.Name is null ? Here["Front.Description"] : Title;

    /// <summary>The list's page.</summary>
    public string Home => Site.Absolute(Here.Link(List.Path.Length == 0 ? "/" : List.Path));

    public string Rights => $"© {Site.Name}. {Reuse.Terms(Here, Site)}";

    /// <summary>The last change of anything in it, so that an unchanged feed stays the same bytes.</summary>
    public DateTimeOffset ChangedAt => Articles.Select(LastChange).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();

    public static async Task<Feed> OfAsync(NewsDb db, Listing list, Edition here, Settings site, DateTimeOffset now, CancellationToken stop)
    {
        var articles = await list.Articles.Published(now).In(here.Language).NewestFirst().Take(Longest).Whole().ToListAsync(stop);
        foreach (var article in articles) article.Text.Html = await StoredText.HtmlOfAsync(db, article, stop);
        return new(list, articles, here, site, now);
    }

    /// <summary>The address of this feed itself, in the format whose file is named.</summary>
    public string Self(string file) => Site.Absolute($"{Here.Prefix}{List.Path}/{file}");

    public string AddressOf(Article article) => Site.Absolute(article.Address!);

    public string PersonAddress(Contributor person) => Site.Absolute(Here.Link("/author/" + person.Slug));

    public string NameOf(Contributor person) => person.Name.In(Here.Language);

    /// <summary>A name for the article that no later edit, new slug or move to https changes.</summary>
    /// <remarks>Source: RFC 4151, the `tag` URI scheme.</remarks>
    public string IdOf(Article article) =>
        string.Create(CultureInfo.InvariantCulture, $"tag:{Site.BaseUrl.IdnHost},{article.PublishedAt!.Value.UtcDateTime:yyyy-MM-dd}:article:{article.Id}");

    /// <summary>Section first, then tags.</summary>
    public IEnumerable<string> SubjectsOf(Article article) =>
        article.Tags.Select(t => t.Tag.Name.In(Here.Language)).Order(StringComparer.Ordinal).Prepend(article.Section?.Name.In(Here.Language)).OfType<string>();

    /// <summary>Where the work it was made from can be read: our own original first, once that is public.</summary>
    public string? SourceOf(Article article) => article.Source?.Original is { } original && original.IsPublic(Now) ? AddressOf(original) : article.Source?.Url;

    /// <summary>What a contributor did, for programs: `translator`, `factChecker`.</summary>
    public static string NameOf(Role role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());

    public static DateTimeOffset LastChange(Article article) => article.ChangedAt > article.PublishedAt ? article.ChangedAt : article.PublishedAt!.Value;
}

/// <summary>A list of articles that has feeds: all of an edition, or what belongs to one section, tag, series or person.</summary>
/// <param name="Path">Without the edition's prefix; empty for the whole paper.</param>
/// <param name="Name">Null for the whole paper.</param>
/// <param name="Description">In the edition's language, if there is one.</param>
/// <param name="Articles">Of all languages and every status.</param>
internal sealed record Listing(string Path, string? Name, string? Description, IQueryable<Article> Articles)
{
    /// <returns>Null when there is no such list.</returns>
    public static async Task<Listing?> FindAsync(NewsDb db, string kind, string slug, string language, CancellationToken stop) => kind switch
    {
        "" => new("", null, null, db.Articles),
        "latest" => new("/latest", null, null, db.Articles),
        "section" => await db.Sections.SingleOrDefaultAsync(s => s.Slug == slug, stop) is { } section
            ? new($"/section/{slug}", section.Name.In(language), section.Description.In(language), db.Articles.Where(a => a.SectionId == section.Id || a.Section!.ParentId == section.Id)) : null,
        "tag" => await db.Set<Tag>().SingleOrDefaultAsync(t => t.Slug == slug, stop) is { } tag
            ? new($"/tag/{slug}", tag.Name.In(language), null, db.Articles.Tagged(tag.Id)) : null,
        "series" => await db.Set<Series>().SingleOrDefaultAsync(s => s.Slug == slug, stop) is { } series
            ? new($"/series/{slug}", series.Name.In(language), series.Description.In(language), db.Articles.Where(a => a.SeriesId == series.Id)) : null,
        "author" => await db.Contributors.SingleOrDefaultAsync(c => c.Slug == slug, stop) is { } person
            ? new($"/author/{slug}", person.Name.In(language), person.Bio.In(language), db.Articles.CreditedTo(person.Id)) : null,
        _ => null,
    };
}
