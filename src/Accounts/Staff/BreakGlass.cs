using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>
/// The way in for staff whose passkey is lost: a code of the authenticator app and a recovery code, both. Whatever is wrong, known address or not, the answer is the
/// same and takes the same steps. Five wrong tries lock one account for one network: a stranger elsewhere cannot lock anybody out.
/// </summary>
public sealed class BreakGlass(Writer writer, Sessions sessions, Authenticators authenticators, TimeProvider clock)
{
    /// <returns>The secret for the session's cookie; null: something was wrong.</returns>
    public Task<string?> ProveAsync(string? email, string? code, string? recoveryCode, Visitor who, CancellationToken stop) =>
        writer.WriteAsync(db => ProveAsync(db, email, code, recoveryCode, who, stop), stop);

    private async Task<string?> ProveAsync(NewsDb db, string? email, string? code, string? recoveryCode, Visitor who, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        EmailAddress.TryRead(email, out var address);
        var id = await db.Accounts.Open().OfStaff().Where(a => a.Email == address).Select(a => (int?)a.Id).SingleOrDefaultAsync(stop);
        var account = id is null ? null : await db.LockAccountAsync(id.Value);
        var failed = await db.FailedProofs.SingleOrDefaultAsync(f => f.AccountId == (account == null ? 0 : account.Id) && f.Network == who.Network, stop);
        if (failed?.Locks(now) == true)
        {
            await RecordFailedAsync(db, account, who, now);
            return null;
        }

        // A wrong code must not cost a recovery code, and a right one is not told apart from a wrong one by what the other was.
        var hasCode = await authenticators.ProveAsync(db, account?.Id, code);
        var hasPaper = hasCode && await db.ProveRecoveryCodeAsync(account?.Id, recoveryCode, now);
        if (account is null || !hasPaper)
        {
            Count(db, failed, account, who, now);
            await RecordFailedAsync(db, account, who, now);
            return null;
        }

        if (failed is not null) db.Remove(failed);
        await RecordBrokenAsync(db, account, who, now);
        return await sessions.StartAsync(db, account, SessionKind.Staff, Proof.Authenticator, who);
    }

    /// <summary>The one place where glass is broken; whoever is to be told of it is told here, in the same transaction.</summary>
    private static async Task RecordBrokenAsync(NewsDb db, Account account, Visitor who, DateTimeOffset now)
    {
        await db.RecordAsync(who with { AccountId = account.Id }, Acts.GlassBroken, $"account {account.Id}", now);
        await db.NotifyGlassBrokenAsync(account.Id, now);
    }

    private static Task RecordFailedAsync(NewsDb db, Account? account, Visitor who, DateTimeOffset now) =>
        db.RecordAsync(who with { AccountId = null }, Acts.ProofFailed, account is null ? null : $"account {account.Id}", now);

    /// <summary>A pause that has passed starts the count anew.</summary>
    private static void Count(NewsDb db, FailedProof? failed, Account? account, Visitor who, DateTimeOffset now)
    {
        if (account is null) return;
        if (failed is null)
        {
            db.Add(new FailedProof(account.Id, who.Network, now));
            return;
        }

        failed.Count = now - failed.LastAt < FailedProof.Pause ? failed.Count + 1 : 1;
        failed.LastAt = now;
    }
}
