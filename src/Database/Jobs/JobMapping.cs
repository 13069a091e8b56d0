using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Database;

internal sealed class JobMapping : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> job)
    {
        job.ToTable("Jobs");
        job.Property(j => j.Kind).HasMaxLength(64);
        job.Property(j => j.Key).HasMaxLength(200);
        job.Property(j => j.LeasedBy).HasMaxLength(64);
        job.Property(j => j.LastFault).HasMaxLength(500);
        job.HasIndex(j => j.Key).IsUnique();

        // What is due, oldest first, is found without looking at what has ended.
        job.HasIndex(j => new { j.State, j.DueAt, j.Id });
    }
}
