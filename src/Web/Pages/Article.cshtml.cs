using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Patrons;
using NewsSite.Web.Editions;
using NewsSite.Web.Serving;

namespace NewsSite.Web.Pages;

/// <summary>One article, with what belongs to it.</summary>
[Stored]
public sealed class ArticlePage(NewsDb db, Edition here, Settings site, TimeProvider clock) : ReaderPage
{
    public Article Article { get; private set; } = null!;
    public string Html { get; private set; } = "";

    /// <summary>The same story in other languages.</summary>
    public IReadOnlyList<ArticleVersion> Versions { get; private set; } = [];
    public IReadOnlyList<Funder> Funders { get; private set; } = [];
    public IReadOnlyList<Article> Related { get; private set; } = [];
    public AppealText? Appeal { get; private set; }

    /// <summary>Said of an article that is older than its section keeps fresh.</summary>
    public string? Age { get; private set; }
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var address = Request.Path.Value!;
        var article = await db.Articles.Published(Now).Whole().SingleOrDefaultAsync(a => a.Address == address, stop);
        if (article is null) return NotFound();
        Article = article;
        Html = await StoredText.HtmlOfAsync(db, article, stop);
        Versions = await VersionsAsync(stop);
        Funders = await FundersAsync(stop);
        Related = await Articles.Related.ToAsync(db, article, Now, stop);
        Appeal = await AppealAsync(stop);
        Age = AgeOf(article);
        Tell();
        return Page();
    }

    private void Tell()
    {
        Head.Title = Article.Headline;
        Head.Description = Article.Standfirst is { Length: > 0 } standfirst ? standfirst : Beginning(PlainText.Of(Html));
        Head.Canonical = Article.Address;
        Head.Alternates = Versions.ToDictionary(v => v.Language, v => v.Address);
        Head.FeedOf = here.Prefix;
        Head.Image = Article.LeadPhoto;
        Head.Article = Article;
        Head.Funders = Funders;
        Head.Funders = Funders;
    }

    private string? AgeOf(Article article)
    {
        var (from, to) = (here.Day(article.PublishedAt!.Value), here.Day(Now));
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);
        if (article.Section?.AgeNoticeMonths is not { } limit || months < Math.Max(1, limit)) return null;
        return months >= 12 ? here.Count("Article.AgeYears", months / 12) : here.Count("Article.AgeMonths", months);
    }

    private async Task<IReadOnlyList<ArticleVersion>> VersionsAsync(CancellationToken stop)
    {
        var self = new ArticleVersion(Article.Language, Article.Address!, Article.Headline);
        if (Article.StoryId is not { } story) return [self];
        var others = await db.Articles.Published(Now).Where(a => a.StoryId == story && a.Id != Article.Id)
            .Select(a => new ArticleVersion(a.Language, a.Address!, a.Headline)).ToListAsync(stop);
        return [self, .. others.OrderBy(o => o.Language, StringComparer.Ordinal)];
    }

    /// <summary>Who paid on the day it came out: an old article keeps its line, whoever pays today.</summary>
    private async Task<IReadOnlyList<Funder>> FundersAsync(CancellationToken stop)
    {
        var day = here.Day(Article.PublishedAt!.Value);
        var (id, section, series) = (Article.Id, Article.SectionId, Article.SeriesId);
        var fundings = await db.Fundings.Include(f => f.Funder)
            .Where(f => f.From <= day && (f.To == null || f.To >= day))
            .Where(f => f.Scope == FundingScope.Site || f.ArticleId == id || (section != null && f.SectionId == section) || (series != null && f.SeriesId == series))
            .OrderBy(f => f.Id)
            .ToListAsync(stop);
        return [.. fundings.Select(f => f.Funder).DistinctBy(f => f.Id)];
    }

    private async Task<AppealText?> AppealAsync(CancellationToken stop)
    {
        string[] languages = [here.Language, site.Language, "en"];
        var appeals = await db.Appeals.Where(a => languages.Contains(a.Language)).ToListAsync(stop);
        return appeals.MinBy(a => Array.IndexOf(languages, a.Language)) is { } appeal ? new(appeal, Typesetter.Set(appeal.Text, appeal.Language, new Dictionary<string, Photo>()).Html) : null;
    }

    private static string Beginning(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= 160) return line;
        var space = line.LastIndexOf(' ', 160, 100);
        return $"{line.AsSpan(0, space < 0 ? 160 : space)}…";
    }
}

/// <summary>A story in one language.</summary>
public sealed record ArticleVersion(string Language, string Address, string Headline);

/// <summary>An appeal with its text set.</summary>
public sealed record AppealText(Appeal Appeal, string Html);
