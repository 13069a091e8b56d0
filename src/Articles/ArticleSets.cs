using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Articles;

/// <summary>The newsroom's tables and the words we use to ask them questions.</summary>
public static class ArticleSets
{
    extension(NewsDb db)
    {
        public DbSet<Article> Articles => db.Set<Article>();
        public DbSet<Contributor> Contributors => db.Set<Contributor>();
        public DbSet<Section> Sections => db.Set<Section>();
        public DbSet<Tag> Tags => db.Set<Tag>();
        public DbSet<Series> Series => db.Set<Series>();
        public DbSet<Photo> Photos => db.Set<Photo>();
        public DbSet<Correction> Corrections => db.Set<Correction>();
        public DbSet<Funder> Funders => db.Set<Funder>();
        public DbSet<Funding> Fundings => db.Set<Funding>();
        public DbSet<Revision> Revisions => db.Set<Revision>();
        public DbSet<SitePage> SitePages => db.Set<SitePage>();
        public DbSet<FormerAddress> FormerAddresses => db.Set<FormerAddress>();
        public DbSet<ImportedItem> ImportedItems => db.Set<ImportedItem>();
    }

    extension(IQueryable<Article> articles)
    {
        /// <summary>What readers may see at this moment: an embargoed or scheduled article is nowhere before its time.</summary>
        public IQueryable<Article> Published(DateTimeOffset now) => articles.Where(a => a.Status == Status.Published && a.PublishedAt <= now);

        public IQueryable<Article> In(string language) => articles.Where(a => a.Language == language);

        public IQueryable<Article> InSection(int sectionId) => articles.Where(a => a.SectionId == sectionId);

        /// <summary>A section with those under it. One alone is asked for by equality, which runs down the index newest first.</summary>
        public IQueryable<Article> InSections(IReadOnlyList<int> ids) => ids.Count == 1 ? articles.InSection(ids[0]) : articles.Where(a => ids.Contains(a.SectionId!.Value));

        public IQueryable<Article> Tagged(int tagId) => articles.Where(a => a.Tags.Any(t => t.TagId == tagId));

        public IQueryable<Article> CreditedTo(int contributorId) => articles.Where(a => a.Bylines.Any(b => b.ContributorId == contributorId));

        public IQueryable<Article> NewestFirst() => articles.OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id);

        /// <summary>The page after this place in a list that runs newest first.</summary>
        public IQueryable<Article> Before(Place? place) => place is not { } p
            ? articles
            : articles.Where(a => a.PublishedAt <= p.At && (a.PublishedAt < p.At || a.Id < p.Id));

        /// <summary>What a teaser shows: section, picture and names.</summary>
        public IQueryable<Article> ForTeasers() => articles
            .Include(a => a.Section)
            .Include(a => a.LeadPhoto)
            .Include(a => a.Bylines.OrderBy(b => b.Position)).ThenInclude(b => b.Contributor);

        /// <summary>All an article page shows.</summary>
        public IQueryable<Article> Whole() => articles.ForTeasers()
            .Include(a => a.Text)
            .Include(a => a.Series)
            .Include(a => a.Source!).ThenInclude(s => s.Original)
            .Include(a => a.SupersededBy)
            .Include(a => a.Corrections.OrderBy(c => c.At))
            .Include(a => a.Tags).ThenInclude(t => t.Tag);
    }
}
