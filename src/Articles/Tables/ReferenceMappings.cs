using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Articles;

internal sealed class ContributorMapping : IEntityTypeConfiguration<Contributor>
{
    public void Configure(EntityTypeBuilder<Contributor> contributor)
    {
        contributor.ToTable("Contributors");
        contributor.Property(c => c.Slug).HasMaxLength(120);
        contributor.HasIndex(c => c.Slug).IsUnique();
    }
}

internal sealed class SectionMapping : IEntityTypeConfiguration<Section>
{
    public void Configure(EntityTypeBuilder<Section> section)
    {
        section.ToTable("Sections");
        section.Property(s => s.Slug).HasMaxLength(200);
        section.HasOne(s => s.Parent).WithMany().HasForeignKey(s => s.ParentId).OnDelete(DeleteBehavior.Restrict);
        section.HasIndex(s => s.Slug).IsUnique();
    }
}

internal sealed class TagMapping : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> tag)
    {
        tag.ToTable("Tags");
        tag.Property(t => t.Slug).HasMaxLength(200);
        tag.HasIndex(t => t.Slug).IsUnique();
    }
}

internal sealed class SeriesMapping : IEntityTypeConfiguration<Series>
{
    public void Configure(EntityTypeBuilder<Series> series)
    {
        series.ToTable("Series");
        series.Property(s => s.Slug).HasMaxLength(200);
        series.HasIndex(s => s.Slug).IsUnique();
    }
}

internal sealed class StoryMapping : IEntityTypeConfiguration<Story>
{
    public void Configure(EntityTypeBuilder<Story> story) => story.ToTable("Stories");
}

internal sealed class PhotoMapping : IEntityTypeConfiguration<Photo>
{
    public void Configure(EntityTypeBuilder<Photo> photo)
    {
        photo.ToTable("Photos");
        photo.Property(p => p.Key).HasMaxLength(16);
        photo.Property(p => p.FileType).HasMaxLength(8);
        photo.Property(p => p.Credit).HasMaxLength(300);
        photo.Property(p => p.Licence).HasMaxLength(120);
        photo.Property(p => p.SourceUrl).HasMaxLength(2000);
        photo.HasIndex(p => p.Key).IsUnique();
        photo.HasIndex(p => p.SourceUrl);
    }
}

internal sealed class FunderMapping : IEntityTypeConfiguration<Funder>
{
    public void Configure(EntityTypeBuilder<Funder> funder)
    {
        funder.ToTable("Funders");
        funder.Property(f => f.Url).HasMaxLength(2000);
        funder.HasMany(f => f.Fundings).WithOne(f => f.Funder).HasForeignKey(f => f.FunderId);
    }
}

internal sealed class FundingMapping : IEntityTypeConfiguration<Funding>
{
    public void Configure(EntityTypeBuilder<Funding> funding)
    {
        funding.ToTable("Fundings", table => table.HasCheckConstraint("CK_Fundings_scope", """
            ("Scope" = 'Site' AND "SectionId" IS NULL AND "SeriesId" IS NULL AND "ArticleId" IS NULL)
            OR ("Scope" = 'Section' AND "SectionId" IS NOT NULL) OR ("Scope" = 'Series' AND "SeriesId" IS NOT NULL) OR ("Scope" = 'Article' AND "ArticleId" IS NOT NULL)
            """));
        funding.HasOne<Section>().WithMany().HasForeignKey(f => f.SectionId);
        funding.HasOne<Series>().WithMany().HasForeignKey(f => f.SeriesId);
        funding.HasOne<Article>().WithMany().HasForeignKey(f => f.ArticleId);
    }
}

internal sealed class CorrectionMapping : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.ToTable("Corrections");
        correction.Property(c => c.Text).HasMaxLength(4000);
        correction.HasOne<Correction>().WithMany().HasForeignKey(c => c.SupersedesId).OnDelete(DeleteBehavior.Restrict);
        correction.HasIndex(c => new { c.At, c.Id });
    }
}

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.ToTable("Revisions");
        revision.Property(r => r.SavedBy).HasMaxLength(200);
        revision.Property(r => r.Hash).HasMaxLength(64);
        revision.Property(r => r.PreviousHash).HasMaxLength(64);
        revision.Ignore(r => r.IsIntact);
        revision.HasOne<Article>().WithMany().HasForeignKey(r => r.ArticleId).OnDelete(DeleteBehavior.Restrict);

        // Two savers may both read the last number; the database has the last word.
        revision.HasIndex(r => new { r.ArticleId, r.Number }).IsUnique();
    }
}

internal sealed class SitePageMapping : IEntityTypeConfiguration<SitePage>
{
    public void Configure(EntityTypeBuilder<SitePage> page)
    {
        page.ToTable("SitePages");
        page.Property(p => p.Language).HasMaxLength(16);
        page.Property(p => p.Address).HasMaxLength(240);
        page.Property(p => p.Title).HasMaxLength(400);
        page.Property(p => p.Standfirst).HasMaxLength(2000);
        page.HasIndex(p => new { p.Address, p.Language }).IsUnique();
    }
}

internal sealed class FormerAddressMapping : IEntityTypeConfiguration<FormerAddress>
{
    public void Configure(EntityTypeBuilder<FormerAddress> former)
    {
        former.ToTable("FormerAddresses");
        former.HasKey(f => f.Address);
        former.Property(f => f.Address).HasMaxLength(500);
        former.Property(f => f.Target).HasMaxLength(500);
        former.HasOne(f => f.Article).WithMany().HasForeignKey(f => f.ArticleId);
        former.HasOne(f => f.Page).WithMany().HasForeignKey(f => f.PageId);
    }
}

internal sealed class ImportedItemMapping : IEntityTypeConfiguration<ImportedItem>
{
    public void Configure(EntityTypeBuilder<ImportedItem> item)
    {
        item.ToTable("ImportedItems");
        item.Property(i => i.Source).HasMaxLength(300);
        item.Property(i => i.ExternalId).HasMaxLength(120);
        item.Property(i => i.InputHash).HasMaxLength(64);
        item.HasOne(i => i.Article).WithMany().HasForeignKey(i => i.ArticleId);
        item.HasOne(i => i.Page).WithMany().HasForeignKey(i => i.PageId);
        item.HasOne(i => i.Photo).WithMany().HasForeignKey(i => i.PhotoId);
        item.HasIndex(i => new { i.Source, i.ExternalId }).IsUnique();
    }
}
