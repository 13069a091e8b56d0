using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>What somebody can prove themselves with besides their mailbox.</summary>
internal static class Factors
{
    extension(NewsDb db)
    {
        /// <summary>The account, held until the transaction ends: whatever else wants to change it waits.</summary>
        public async Task<Account> LockAccountAsync(int id)
        {
            await db.Accounts.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Language, x => x.Language));
            return await db.Accounts.SingleAsync(a => a.Id == id);
        }

        /// <param name="accountId">Whose.</param>
        /// <param name="but">A passkey that is about to go.</param>
        public async Task<bool> HasFactorAsync(int accountId, int? but = null) =>
            await db.Passkeys.AnyAsync(p => p.AccountId == accountId && p.Id != but) || await db.Authenticators.AnyAsync(a => a.AccountId == accountId && a.ConfirmedAt != null);

        /// <summary>Keys made as a reader, or before keys were lost, are no way into the newsroom.</summary>
        public async Task RemoveFactorsAsync(int accountId)
        {
            await db.Passkeys.Where(p => p.AccountId == accountId).ExecuteDeleteAsync();
            await db.Authenticators.Where(a => a.AccountId == accountId).ExecuteDeleteAsync();
            await db.RecoveryCodes.Where(c => c.AccountId == accountId).ExecuteDeleteAsync();
            await db.Ceremonies.Where(c => c.AccountId == accountId).ExecuteDeleteAsync();
        }
    }
}
