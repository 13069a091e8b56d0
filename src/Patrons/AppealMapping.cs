using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Patrons;

internal sealed class AppealMapping : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> appeal)
    {
        appeal.ToTable("Appeals");
        appeal.Property(a => a.Language).HasMaxLength(16);
        appeal.Property(a => a.Heading).HasMaxLength(200);
        appeal.Property(a => a.Button).HasMaxLength(80);
        appeal.HasIndex(a => a.Language).IsUnique();
    }
}
