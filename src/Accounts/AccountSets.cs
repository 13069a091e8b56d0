using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>The tables of who is who, and the words to ask them.</summary>
public static class AccountSets
{
    extension(NewsDb db)
    {
        public DbSet<Account> Accounts => db.Set<Account>();
        public DbSet<Session> Sessions => db.Set<Session>();
        public DbSet<SignInRequest> SignInRequests => db.Set<SignInRequest>();
        public DbSet<Passkey> Passkeys => db.Set<Passkey>();
        public DbSet<Ceremony> Ceremonies => db.Set<Ceremony>();
        public DbSet<Invitation> Invitations => db.Set<Invitation>();
        public DbSet<Authenticator> Authenticators => db.Set<Authenticator>();
        public DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();
        public DbSet<FailedProof> FailedProofs => db.Set<FailedProof>();
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();
        public DbSet<Bounce> Bounces => db.Set<Bounce>();
    }

    extension(IQueryable<Account> accounts)
    {
        /// <summary>Those that may be signed in with.</summary>
        public IQueryable<Account> Open() => accounts.Where(a => a.ClosedAt == null);

        public IQueryable<Account> OfStaff() => accounts.Where(a => a.Staff != null);
    }
}
