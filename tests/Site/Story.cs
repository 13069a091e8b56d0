using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;

namespace NewsSite.Site;

/// <summary>An article as a test tells it: `Given("Bridge reopens", s => s.In("city").By(Cast.Vitaliy).At(tomorrow))`. Unsaid: news, English, by Vitaliy, published now.</summary>
public sealed class Story(string headline, DateTimeOffset now)
{
    private readonly List<(Person Who, Role Role)> credits = [];
    private readonly List<string> tags = [];
    private readonly List<Action<Article>> changes = [];
    private string language = "en";
    private string body = "The council met on Monday.";
    private string? slug;
    private string? section;
    private string? series;
    private DateTimeOffset? at;
    private Status status = Status.Published;

    public Story By(Person who, Role role = Role.Author) => With(() => credits.Add((who, role)));

    public Story Says(string markdown) => With(() => body = markdown);

    public Story InLanguage(string tag) => With(() => language = tag);

    public Story In(string sectionSlug) => With(() => section = sectionSlug);

    public Story InSeries(string seriesSlug) => With(() => series = seriesSlug);

    public Story Tagged(params string[] slugs) => With(() => tags.AddRange(slugs));

    public Story At(DateTimeOffset moment) => With(() => at = moment);

    public Story Called(string itsSlug) => With(() => slug = itsSlug);

    /// <summary>Not published: a draft, at the desk, withdrawn.</summary>
    public Story Still(Status its) => With(() => status = its);

    /// <summary>Anything else an article can be told.</summary>
    public Story But(Action<Article> change) => With(() => changes.Add(change));

    internal async Task<Article> SaveAsync(NewsDb db, Newsroom newsroom)
    {
        var itsSlug = slug ?? Slug.Of(headline);
        var when = at ?? now;
        var article = new Article(language, itsSlug, headline) { Text = { Markdown = body }, ChangedAt = when < now ? when : now };
        if (section is not null) article.Section = await FindAsync(db.Sections, s => s.Slug == section, () => new(section, new("en", section)));
        if (series is not null) article.Series = await FindAsync(db.Series, s => s.Slug == series, () => new(series, new("en", series)));
        foreach (var tag in tags) article.Tag(await FindAsync(db.Tags, t => t.Slug == tag, () => new(tag, new("en", tag))));
        if (credits.Count == 0) credits.Add((Cast.Vitaliy, Role.Author));
        foreach (var (who, role) in credits) article.Credit(await FindAsync(db.Contributors, c => c.Slug == who.Slug, () => new(who.Slug, who.Wording)), role);
        foreach (var change in changes) change(article);

        if (status is Status.Published or Status.Withdrawn) article.Publish(when, Addresses.Of(language, "en", DateOnly.FromDateTime(when.UtcDateTime), itsSlug));
        if (status != Status.Published) article.MoveTo(status);
        await newsroom.SaveAsync(db, [article], Cast.Olena.Slug, now, default);
        return article;
    }

    private static async Task<T> FindAsync<T>(DbSet<T> all, System.Linq.Expressions.Expression<Func<T, bool>> which, Func<T> make)
        where T : class => all.Local.FirstOrDefault(which.Compile()) ?? await all.AsTracking().SingleOrDefaultAsync(which) ?? all.Add(make()).Entity;

    private Story With(Action said)
    {
        said();
        return this;
    }
}
