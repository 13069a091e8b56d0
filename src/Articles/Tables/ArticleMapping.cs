using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Articles;

internal sealed class ArticleMapping : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> article)
    {
        article.ToTable("Articles");
        article.Property(a => a.Language).HasMaxLength(16);
        article.Property(a => a.Slug).HasMaxLength(200);
        article.Property(a => a.Address).HasMaxLength(240);
        article.Property(a => a.Kicker).HasMaxLength(120);
        article.Property(a => a.Headline).HasMaxLength(400);
        article.Property(a => a.Standfirst).HasMaxLength(2000);
        article.Property(a => a.RightsHolder).HasMaxLength(200);
        article.Property(a => a.Licence).HasMaxLength(120);
        article.Ignore(a => a.ReadingMinutes).Ignore(a => a.IsTranslation);

        article.HasOne(a => a.Section).WithMany().HasForeignKey(a => a.SectionId).OnDelete(DeleteBehavior.Restrict);
        article.HasOne(a => a.Series).WithMany().HasForeignKey(a => a.SeriesId).OnDelete(DeleteBehavior.Restrict);
        article.HasOne(a => a.Story).WithMany().HasForeignKey(a => a.StoryId).OnDelete(DeleteBehavior.Restrict);
        article.HasOne(a => a.SupersededBy).WithMany().HasForeignKey(a => a.SupersededById).OnDelete(DeleteBehavior.SetNull);
        article.HasOne(a => a.LeadPhoto).WithMany().HasForeignKey(a => a.LeadPhotoId).OnDelete(DeleteBehavior.Restrict);
        article.HasOne(a => a.Text).WithOne().HasForeignKey<ArticleText>(t => t.ArticleId);
        article.HasOne(a => a.Source).WithOne().HasForeignKey<SourceWork>(s => s.ArticleId);
        article.HasMany(a => a.Bylines).WithOne().HasForeignKey(b => b.ArticleId);
        article.HasMany(a => a.Corrections).WithOne(c => c.Article).HasForeignKey(c => c.ArticleId).OnDelete(DeleteBehavior.Restrict);
        article.HasMany(a => a.Tags).WithOne().HasForeignKey(t => t.ArticleId);
        article.HasMany(a => a.Photos).WithOne().HasForeignKey(p => p.ArticleId);
        article.HasMany(a => a.Picks).WithOne().HasForeignKey(p => p.ArticleId);

        article.HasIndex(a => a.Address).IsUnique();
        article.HasIndex(a => new { a.StoryId, a.Language }).IsUnique();

        // Every list of readers runs down one of these, newest first, so a page costs its twenty rows whatever the archive holds.
        article.HasIndex(a => new { a.Language, a.Status, a.PublishedAt, a.Id });
        article.HasIndex(a => new { a.SectionId, a.Language, a.Status, a.PublishedAt, a.Id });
        article.HasIndex(a => new { a.SeriesId, a.Language, a.Part });

        // What programs ask for in every language at once: a month of the sitemap, the last two days.
        article.HasIndex(a => new { a.Status, a.PublishedAt, a.Id });
    }
}

internal sealed class ArticleTextMapping : IEntityTypeConfiguration<ArticleText>
{
    public void Configure(EntityTypeBuilder<ArticleText> text)
    {
        text.ToTable("ArticleTexts");
        text.HasKey(t => t.ArticleId);
        text.HasIndex(t => t.RendererVersion);
    }
}

internal sealed class SourceWorkMapping : IEntityTypeConfiguration<SourceWork>
{
    public void Configure(EntityTypeBuilder<SourceWork> source)
    {
        source.ToTable("SourceWorks");
        source.HasKey(s => s.ArticleId);
        source.Property(s => s.Headline).HasMaxLength(400);
        source.Property(s => s.Author).HasMaxLength(200);
        source.Property(s => s.Outlet).HasMaxLength(200);
        source.Property(s => s.Url).HasMaxLength(2000);
        source.Property(s => s.Language).HasMaxLength(16);
        source.Property(s => s.Permission).HasMaxLength(1000);
        source.HasOne(s => s.Original).WithMany().HasForeignKey(s => s.OriginalId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BylineMapping : IEntityTypeConfiguration<Byline>
{
    public void Configure(EntityTypeBuilder<Byline> byline)
    {
        byline.ToTable("Bylines");
        byline.HasOne(b => b.Contributor).WithMany().HasForeignKey(b => b.ContributorId).OnDelete(DeleteBehavior.Restrict);
        byline.HasIndex(b => new { b.ArticleId, b.Role, b.ContributorId }).IsUnique();
        byline.HasIndex(b => new { b.ContributorId, b.ArticleId });
    }
}

internal sealed class ArticleTagMapping : IEntityTypeConfiguration<ArticleTag>
{
    public void Configure(EntityTypeBuilder<ArticleTag> tag)
    {
        tag.ToTable("ArticleTags");
        tag.HasKey(t => new { t.ArticleId, t.TagId });
        tag.HasOne(t => t.Tag).WithMany().HasForeignKey(t => t.TagId);
        tag.HasIndex(t => new { t.TagId, t.ArticleId });
    }
}

internal sealed class PhotoUseMapping : IEntityTypeConfiguration<PhotoUse>
{
    public void Configure(EntityTypeBuilder<PhotoUse> use)
    {
        use.ToTable("PhotoUses");
        use.HasKey(u => new { u.ArticleId, u.PhotoId });
        use.HasOne(u => u.Photo).WithMany().HasForeignKey(u => u.PhotoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RelatedPickMapping : IEntityTypeConfiguration<RelatedPick>
{
    public void Configure(EntityTypeBuilder<RelatedPick> pick)
    {
        pick.ToTable("RelatedPicks");
        pick.HasKey(p => new { p.ArticleId, p.RelatedId });
        pick.HasOne(p => p.Related).WithMany().HasForeignKey(p => p.RelatedId);
    }
}
