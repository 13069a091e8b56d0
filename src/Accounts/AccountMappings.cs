using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.Property(a => a.Email).HasMaxLength(Account.LongestEmail);
        account.Property(a => a.Name).HasMaxLength(Account.LongestName);
        account.Property(a => a.Language).HasMaxLength(16);
        account.Ignore(a => a.IsOpen).Ignore(a => a.IsStaff);

        // Two browsers may prove the same new address at once; the database has the last word.
        account.HasIndex(a => a.Email).IsUnique();
        account.HasIndex(a => a.Staff);
    }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("Sessions");
        session.Property(s => s.TokenHash).HasMaxLength(64);
        session.Property(s => s.Network).HasMaxLength(43);
        session.Property(s => s.Device).HasMaxLength(100);
        session.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId);
        session.HasIndex(s => s.TokenHash).IsUnique();
        session.HasIndex(s => s.AccountId);
        session.HasIndex(s => s.SeenAt);
    }
}

internal sealed class SignInRequestMapping : IEntityTypeConfiguration<SignInRequest>
{
    public void Configure(EntityTypeBuilder<SignInRequest> request)
    {
        request.ToTable("SignInRequests");
        request.Property(r => r.Email).HasMaxLength(Account.LongestEmail);
        request.Property(r => r.Language).HasMaxLength(16);
        request.Property(r => r.TokenHash).HasMaxLength(64);
        request.Property(r => r.BrowserHash).HasMaxLength(64);
        request.Property(r => r.CodeHashForBrowser).HasMaxLength(64);
        request.Property(r => r.CodeHashForLink).HasMaxLength(64);
        request.Property(r => r.Network).HasMaxLength(43);
        request.Property(r => r.ReturnPath).HasMaxLength(300);
        request.HasIndex(r => r.TokenHash).IsUnique();
        request.HasIndex(r => r.BrowserHash);
        request.HasIndex(r => new { r.Email, r.CreatedAt });
        request.HasIndex(r => new { r.Network, r.CreatedAt });
        request.HasIndex(r => r.CreatedAt);
    }
}

internal sealed class PasskeyMapping : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> passkey)
    {
        passkey.ToTable("Passkeys");
        passkey.Property(p => p.Name).HasMaxLength(Passkey.LongestName);
        passkey.Property(p => p.Transports).HasMaxLength(100);
        passkey.HasOne(p => p.Account).WithMany().HasForeignKey(p => p.AccountId);
        passkey.HasIndex(p => p.CredentialId).IsUnique();
        passkey.HasIndex(p => p.AccountId);
    }
}

internal sealed class CeremonyMapping : IEntityTypeConfiguration<Ceremony>
{
    public void Configure(EntityTypeBuilder<Ceremony> ceremony)
    {
        ceremony.ToTable("Ceremonies");
        ceremony.Property(c => c.BrowserHash).HasMaxLength(64);
        ceremony.HasIndex(c => c.BrowserHash);
        ceremony.HasIndex(c => c.CreatedAt);
    }
}
