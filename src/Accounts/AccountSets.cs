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

        /// <summary>The open account, held until the transaction ends: nobody closes it meanwhile.</summary>
        internal async Task<Account?> HoldAsync(int id, CancellationToken stop)
        {
            // Writing to the row first makes others wait on PostgreSQL; on SQLite there is one writer anyway.
            var held = await accounts.Open().Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.CreatedAt, x => x.CreatedAt), stop);
            return held == 0 ? null : await accounts.SingleAsync(a => a.Id == id, stop);
        }
    }
}
