using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Serving;

namespace NewsSite.Web.Pages.Paper;

/// <summary>Who pays for the paper besides its readers, and who did.</summary>
[Stored]
public sealed class FundingPage(NewsDb db, Edition here, EditionList editions, TimeProvider clock) : ReaderPage
{
    private readonly Dictionary<(FundingScope, int), (string Name, string Address)> covered = [];

    public IReadOnlyList<Funding> Running { get; private set; } = [];
    public IReadOnlyList<Funding> Over { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var today = here.Day(clock.GetUtcNow());
        var fundings = await db.Fundings.Include(f => f.Funder).OrderByDescending(f => f.From).ThenBy(f => f.Id).ToListAsync(stop);
        await NameAsync(fundings, stop);
        Running = [.. fundings.Where(f => f.From <= today && (f.To is null || f.To >= today))];
        Over = [.. fundings.Where(f => f.To < today).OrderByDescending(f => f.To)];
        Head.Title = here["Funding.Title"];
        Head.Description = here["Funding.Text"];
        Head.Canonical = here.Link("/funding");
        Head.Alternates = editions.Everywhere("/funding");
        return Page();
    }

    /// <summary>The section, series or article that a funding covers; null for the whole site, and for what is not public.</summary>
    public (string Name, string Address)? Covered(Funding funding) =>
        covered.TryGetValue((funding.Scope, funding.SectionId ?? funding.SeriesId ?? funding.ArticleId ?? 0), out var part) ? part : null;

    private async Task NameAsync(List<Funding> fundings, CancellationToken stop)
    {
        var (sections, series, articles) = (Ids(fundings, f => f.SectionId), Ids(fundings, f => f.SeriesId), Ids(fundings, f => f.ArticleId));
        foreach (var s in await db.Sections.Where(s => sections.Contains(s.Id)).ToListAsync(stop))
            covered[(FundingScope.Section, s.Id)] = (s.Name.In(here.Language), here.Link($"/section/{s.Slug}"));
        foreach (var s in await db.Series.Where(s => series.Contains(s.Id)).ToListAsync(stop))
            covered[(FundingScope.Series, s.Id)] = (s.Name.In(here.Language), here.Link($"/series/{s.Slug}"));
        foreach (var a in await db.Articles.Published(clock.GetUtcNow()).Where(a => articles.Contains(a.Id)).ToListAsync(stop))
            covered[(FundingScope.Article, a.Id)] = (a.Headline, a.Address!);
    }

    private static List<int> Ids(List<Funding> fundings, Func<Funding, int?> of) => [.. fundings.Select(of).OfType<int>().Distinct()];
}
