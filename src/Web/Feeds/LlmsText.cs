using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Feeds;

/// <summary>`/llms.txt`: for programs that read for people what the paper is, where it keeps what, and what may be taken.</summary>
/// <remarks>Source: the llms.txt proposal: a Markdown file with a title, a quotation that sums up, and lists of links.</remarks>
internal static class LlmsText
{
    public static async Task<string> OfAsync(NewsDb db, Settings site, EditionList editions, DateTimeOffset now, CancellationToken stop)
    {
        var home = new Edition(site.Language, site);
        var about = await db.SitePages.Where(p => p.Address == "/about" && p.Language == site.Language && p.IsPublished).Select(p => p.Standfirst).FirstOrDefaultAsync(stop);
        var published = db.Articles.Published(now).In(site.Language);
        var sections = await db.Sections.Where(s => published.Any(a => a.SectionId == s.Id)).OrderBy(s => s.Position).ThenBy(s => s.Slug).ToListAsync(stop);

        var text = new StringBuilder();
        text.Append("# ").Append(site.Name).Append("\n\n> ").Append(about ?? $"{site.Name} is a news site. Every article is open to read, without a paywall.");
        text.Append("\n\nEvery article names who wrote, translated and edited it, and lists its corrections.\n");
        text.Append("\n## Reuse\n\n").Append(Reuse.Terms(home, site)).Append('\n');
        Link(text.Append('\n'), "Reuse policy", site.Absolute(Reuse.Page), $"at most {Reuse.Limit} characters of an article with an active link; more needs written permission");
        text.Append("\n## Sections\n\n");
        foreach (var section in sections) Link(text, section.Name.In(site.Language), site.Absolute("/section/" + section.Slug), section.Description.In(site.Language));
        text.Append("\n## Languages\n\n");
        foreach (var language in editions.Languages) Link(text, language, site.Absolute(new Edition(language, site).Link("/")), "");
        text.Append("\n## Feeds\n\n");
        foreach (var language in editions.Languages)
            foreach (var (file, name) in new[] { (Rss.File, "RSS"), (Atom.File, "Atom"), (JsonFeed.File, "JSON Feed") })
                Link(text, $"{name} ({language})", site.Absolute($"{new Edition(language, site).Prefix}/{file}"), "the newest articles, whole text");
        text.Append("\nThe same three files stand under every section, tag, series and author.\n\n## Optional\n\n");
        Link(text, "Sitemap", site.Absolute("/sitemap.xml"), "every page");
        Link(text, "News sitemap", site.Absolute("/news-sitemap.xml"), "articles of the last 48 hours");
        return text.ToString();
    }

    private static void Link(StringBuilder text, string name, string url, string words) =>
        text.Append("- [").Append(name).Append("](").Append(url).Append(')').Append(words.Length > 0 ? ": " + words : "").Append('\n');
}
