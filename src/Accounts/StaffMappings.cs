using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Accounts;

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("Invitations");
        invitation.Property(i => i.TokenHash).HasMaxLength(64);
        invitation.HasOne(i => i.Account).WithMany().HasForeignKey(i => i.AccountId).OnDelete(DeleteBehavior.Cascade);
        invitation.HasIndex(i => i.TokenHash).IsUnique();
    }
}

internal sealed class AuthenticatorMapping : IEntityTypeConfiguration<Authenticator>
{
    public void Configure(EntityTypeBuilder<Authenticator> authenticator)
    {
        authenticator.ToTable("Authenticators");
        authenticator.Property(a => a.Secret).HasMaxLength(1000);
        authenticator.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId);
        authenticator.HasIndex(a => a.AccountId).IsUnique();
    }
}

internal sealed class RecoveryCodeMapping : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.ToTable("RecoveryCodes");
        code.Property(c => c.Hash).HasMaxLength(64);
        code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        code.HasIndex(c => new { c.AccountId, c.Hash }).IsUnique();
    }
}

internal sealed class FailedProofMapping : IEntityTypeConfiguration<FailedProof>
{
    public void Configure(EntityTypeBuilder<FailedProof> failed)
    {
        failed.ToTable("FailedProofs");
        failed.Property(f => f.Network).HasMaxLength(43);
        failed.HasOne<Account>().WithMany().HasForeignKey(f => f.AccountId);
        failed.HasIndex(f => new { f.AccountId, f.Network }).IsUnique();
    }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries");
        entry.Property(e => e.Act).HasMaxLength(60);
        entry.Property(e => e.Subject).HasMaxLength(100);
        entry.Property(e => e.Network).HasMaxLength(43);
        entry.Property(e => e.Detail).HasMaxLength(1000);
        entry.Property(e => e.PreviousHash).HasMaxLength(64);
        entry.Property(e => e.Hash).HasMaxLength(64);
        entry.Ignore(e => e.IsIntact);

        // A chain has no forks: two entries after the same one is refused.
        entry.HasIndex(e => e.PreviousHash).IsUnique();
        entry.HasIndex(e => e.ActorId);
        entry.HasIndex(e => e.Act);
        entry.HasIndex(e => e.Subject);
    }
}

internal sealed class BounceMapping : IEntityTypeConfiguration<Bounce>
{
    public void Configure(EntityTypeBuilder<Bounce> bounce)
    {
        bounce.ToTable("Bounces");
        bounce.Property(b => b.AddressHash).HasMaxLength(64);
        bounce.Property(b => b.Reply).HasMaxLength(40);
        bounce.HasIndex(b => b.AddressHash).IsUnique();
    }
}
