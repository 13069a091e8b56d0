using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Articles.Search;
using NewsSite.Database;
using NewsSite.Patrons;

namespace NewsSite.Web.Demo;

/// <summary>Takes the demo paper out, in one transaction. The only place where a revision or a correction is ever deleted, and only of demo articles.</summary>
internal static class DemoRemoval
{
    public static async Task<(int Articles, IReadOnlyList<Photo> Photos)> RunAsync(NewsDb db, ISearchIndex search, DemoLists lists, CancellationToken stop)
    {
        var items = await db.ImportedItems.AsNoTracking().Where(i => i.Source == DemoContent.Source).ToListAsync(stop);
        var articleIds = items.Where(i => i.ArticleId is not null).Select(i => i.ArticleId!.Value).ToList();
        await AppendOnly.SuspendedAsync(db, async () =>
        {
            await db.Corrections.Where(c => articleIds.Contains(c.ArticleId)).ExecuteDeleteAsync(stop);
            await db.Revisions.Where(r => articleIds.Contains(r.ArticleId)).ExecuteDeleteAsync(stop);
        }, stop);

        var pageIds = items.Select(i => i.PageId).OfType<int>().ToList();
        var photoIds = items.Select(i => i.PhotoId).OfType<int>().ToList();
        await db.ImportedItems.Where(i => i.Source == DemoContent.Source).ExecuteDeleteAsync(stop);
        await db.Funders.Where(f => f.Fundings.Any()).Where(f => lists.Funders().Select(e => e.Url).Contains(f.Url)).ExecuteDeleteAsync(stop);
        await DemoArticles.RemoveAsync(db, search, articleIds, stop);
        await db.SitePages.Where(p => pageIds.Contains(p.Id)).ExecuteDeleteAsync(stop);
        var unused = await db.Photos.AsNoTracking().Where(p => photoIds.Contains(p.Id) && !db.Set<PhotoUse>().Any(u => u.PhotoId == p.Id)).ToListAsync(stop);
        var unusedIds = unused.Select(p => p.Id).ToList();
        await db.Photos.Where(p => unusedIds.Contains(p.Id)).ExecuteDeleteAsync(stop);
        await RemoveReferencesAsync(db, lists, stop);
        return (articleIds.Count, unused);
    }

    /// <summary>People and places stay when an article that is not the demo's names them.</summary>
    private static async Task RemoveReferencesAsync(NewsDb db, DemoLists lists, CancellationToken stop)
    {
        var people = lists.People().Select(p => p.Slug).ToList();
        await db.Contributors.Where(c => people.Contains(c.Slug) && !db.Set<Byline>().Any(b => b.ContributorId == c.Id)).ExecuteDeleteAsync(stop);
        var tags = lists.Tags().Select(t => t.Slug).ToList();
        await db.Tags.Where(t => tags.Contains(t.Slug) && !db.Set<ArticleTag>().Any(a => a.TagId == t.Id)).ExecuteDeleteAsync(stop);
        var sections = lists.Sections().Select(s => s.Slug).ToList();
        await db.Sections.Where(s => sections.Contains(s.Slug) && !db.Set<Article>().Any(a => a.SectionId == s.Id)).ExecuteDeleteAsync(stop);
        var series = lists.Series().Select(s => s.Slug).ToList();
        await db.Set<Series>().Where(s => series.Contains(s.Slug) && !db.Set<Article>().Any(a => a.SeriesId == s.Id)).ExecuteDeleteAsync(stop);
        var appeals = lists.Appeals().Select(a => a.Text).ToList();
        await db.Appeals.Where(a => appeals.Contains(a.Text)).ExecuteDeleteAsync(stop);
    }
}

/// <summary>Deletes demo articles and what hangs on them.</summary>
internal static class DemoArticles
{
    public static async Task RemoveAsync(NewsDb db, ISearchIndex search, IReadOnlyList<int> ids, CancellationToken stop)
    {
        var articles = await db.Articles.AsNoTracking().Whole().Where(a => ids.Contains(a.Id)).ToListAsync(stop);
        foreach (var article in articles) article.MoveTo(Status.Withdrawn);
        await search.PutAsync(db, articles, stop);

        var stories = await db.Articles.Where(a => ids.Contains(a.Id) && a.StoryId != null).Select(a => a.StoryId!.Value).Distinct().ToListAsync(stop);
        await db.Set<SourceWork>().Where(s => ids.Contains(s.ArticleId)).ExecuteDeleteAsync(stop);
        await db.Articles.Where(a => ids.Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.SupersededById, (int?)null), stop);
        await db.Articles.Where(a => ids.Contains(a.Id)).ExecuteDeleteAsync(stop);
        await db.Set<Story>().Where(s => stories.Contains(s.Id) && !db.Set<Article>().Any(a => a.StoryId == s.Id)).ExecuteDeleteAsync(stop);
    }
}
