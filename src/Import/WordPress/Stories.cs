using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;

namespace NewsSite.Import.WordPress;

/// <summary>Ties the language versions of one story together, as the old site had them.</summary>
internal static class Stories
{
    public static async Task TieAsync(NewsDb db, ImportRun run, IReadOnlyList<(Converted Made, Article Article)> saved, CancellationToken stop)
    {
        var groups = saved.Select(s => (s.Article, Group: GroupOf(s.Made, run))).Where(g => g.Group is not null).ToList();
        if (groups.Count == 0) return;

        var ids = groups.SelectMany(g => g.Group!).Distinct().ToList();
        var stored = await db.ImportedItems.AsTracking().Include(i => i.Article).ThenInclude(a => a!.Story)
            .Where(i => i.Source == run.Source && ids.Contains(i.ExternalId) && i.ArticleId != null).ToListAsync(stop);
        var byId = stored.ToDictionary(i => i.ExternalId, i => i.Article!);
        foreach (var (article, group) in groups)
        {
            if (article.StoryId is not null || article.Story is not null) continue;
            var others = group!.Select(byId.GetValueOrDefault).OfType<Article>().Where(a => a != article).ToList();
            if (others.Count == 0 || others.Exists(a => a.Language == article.Language)) continue;
            article.Story = others.Select(a => a.Story).FirstOrDefault(s => s is not null) ?? new Story();
            foreach (var other in others.Where(o => o.Story is null).DistinctBy(o => o.Language)) other.Story = article.Story;
        }
    }

    private static List<string>? GroupOf(Converted made, ImportRun run) =>
        made.Item.Terms.Where(t => t.Domain == "post_translations").Select(t => run.Survey.Translations.GetValueOrDefault(t.Slug)).FirstOrDefault(g => g is not null);
}
