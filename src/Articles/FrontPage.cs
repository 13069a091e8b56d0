using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Articles;

/// <summary>A section's part of the front page.</summary>
public sealed record Strip(Section Section, IReadOnlyList<Article> Articles)
{
    public bool IsOpinion => Articles.All(a => a.Kind == Kind.Opinion);
}

/// <summary>A front page laid out as an editor would: one lead, what comes second, the newest, then section by section. No article is on it twice.</summary>
public sealed record FrontPage(Article? Lead, IReadOnlyList<Article> Seconds, IReadOnlyList<Article> Latest, IReadOnlyList<Strip> Strips)
{
    private const int Newest = 32;
    private const int PerSection = 10;
    private const int MostSections = 16;
    private const int MostSeconds = 2;
    private const int MostLatest = 8;
    private const int StripLength = 4;
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);

    /// <param name="db">To read from.</param>
    /// <param name="sections">Top sections in the paper's order.</param>
    /// <param name="language">The edition's.</param>
    /// <param name="now">Nothing published later is shown.</param>
    /// <param name="stop">Cancellation.</param>
    public static async Task<FrontPage> MakeAsync(NewsDb db, IReadOnlyList<Section> sections, string language, DateTimeOffset now, CancellationToken stop)
    {
        var published = db.Articles.Published(now).In(language);
        var children = await db.Sections.Where(s => s.ParentId != null).Select(s => new { s.Id, s.ParentId }).ToListAsync(stop);

        // Each part runs down its own index for a few rows; together they are one question.
        var wanted = sections.Take(MostSections).Select(s => published.InSections([s.Id, .. children.Where(c => c.ParentId == s.Id).Select(c => c.Id)]))
            .Aggregate(published.NewestFirst().Take(Newest).Select(a => a.Id), (ids, section) => ids.Concat(section.NewestFirst().Take(PerSection).Select(a => a.Id)));
        var ids = (await wanted.ToListAsync(stop)).Distinct().ToList();
        var articles = await db.Articles.Where(a => ids.Contains(a.Id)).NewestFirst().ForTeasers().ToListAsync(stop);
        return Arrange(sections, articles, now);
    }

    /// <param name="sections">In their order.</param>
    /// <param name="articles">Newest first.</param>
    /// <param name="now">Decides what is still fresh enough to lead.</param>
    public static FrontPage Arrange(IReadOnlyList<Section> sections, IReadOnlyList<Article> articles, DateTimeOffset now)
    {
        var left = articles.ToList();
        var lead = LeadOf(left, now);
        if (lead is not null) left.Remove(lead);

        var seconds = Take(left, a => a.Kind != Kind.Opinion, MostSeconds);

        // A young paper keeps most of its few stories for the sections.
        var latest = Take(left, a => a.Kind != Kind.Opinion, Math.Min(MostLatest, left.Count / 4));
        var strips = sections
            .Select(s => new Strip(s, Take(left, a => a.SectionId == s.Id || a.Section?.ParentId == s.Id, StripLength)))
            .Where(s => s.Articles.Count > 0)
            .ToList();

        // What is in no section would otherwise be nowhere.
        return new(lead, seconds, [.. latest, .. Take(left, a => a.SectionId is null, MostLatest - latest.Count)], strips);
    }

    private static Article? LeadOf(List<Article> articles, DateTimeOffset now)
    {
        var first = articles.Where(a => a.Kind != Kind.Opinion).Take(8).ToList();
        return first.FirstOrDefault(a => a.LeadPhoto is not null && a.PublishedAt > now - Fresh)
            ?? first.FirstOrDefault(a => a.LeadPhoto is not null)
            ?? first.FirstOrDefault()
            ?? articles.FirstOrDefault();
    }

    private static List<Article> Take(List<Article> from, Func<Article, bool> which, int most)
    {
        var taken = from.Where(which).Take(most).ToList();
        from.RemoveAll(taken.Contains);
        return taken;
    }
}
