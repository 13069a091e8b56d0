using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;

namespace NewsSite.Web.Pages.Paper;

/// <summary>The words of a standing page in the best language there is for an edition.</summary>
/// <param name="Page">In the edition's language, else in the site's own.</param>
/// <param name="Html">Its text, set.</param>
/// <param name="Languages">Those it can be read in.</param>
public sealed record StandingText(SitePage Page, string Html, IReadOnlyList<string> Languages)
{
    public static async Task<StandingText?> FindAsync(NewsDb db, string address, string language, string siteLanguage, CancellationToken stop)
    {
        if (address.Length > 240) return null;
        var pages = await db.SitePages.Where(p => p.Address == address && p.IsPublished).ToListAsync(stop);
        var page = pages.Find(p => p.Language == language) ?? pages.Find(p => p.Language == siteLanguage);
        return page is null ? null : new(page, await StoredText.HtmlOfAsync(db, page, stop), [.. pages.Select(p => p.Language).Order(StringComparer.Ordinal)]);
    }
}
