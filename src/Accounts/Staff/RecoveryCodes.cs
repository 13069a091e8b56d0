using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>The ten words on paper.</summary>
public static class RecoveryCodes
{
    public const int Count = 10;

    extension(NewsDb db)
    {
        /// <summary>Ten new ones in place of the old, in the caller's transaction.</summary>
        /// <returns>The codes, to be shown once: only hashes are kept.</returns>
        internal async Task<IReadOnlyList<string>> MakeRecoveryCodesAsync(int accountId, Visitor who, DateTimeOffset now)
        {
            await db.RecoveryCodes.Where(c => c.AccountId == accountId).ExecuteDeleteAsync();
            var codes = Enumerable.Range(0, Count).Select(_ => Secret.NewRecoveryCode()).ToList();
            db.AddRange(codes.Select(code => new RecoveryCode(accountId, HashOf(code), now)));
            await db.RecordAsync(who with { AccountId = accountId }, Acts.RecoveryCodesMade, $"account {accountId}", now);
            return codes;
        }

        /// <summary>Uses up a code. Without an account it takes as long and says no.</summary>
        internal async Task<bool> ProveRecoveryCodeAsync(int? accountId, string? typed, DateTimeOffset now)
        {
            var hash = HashOf(typed);
            return await db.RecoveryCodes.Where(c => c.AccountId == accountId && c.Hash == hash && c.UsedAt == null).ExecuteUpdateAsync(c => c.SetProperty(x => x.UsedAt, now)) == 1;
        }
    }

    private static string HashOf(string? code) => Secret.HashOf(Secret.Meant(code));
}
