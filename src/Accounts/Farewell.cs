using Microsoft.AspNetCore.DataProtection;
using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>Forgetting a person at their own wish (GDPR art. 17): all the register of personal columns says, in one transaction, and then on the disk.</summary>
public sealed class Farewell(Writer writer, PersonalRegister register, IDataProtectionProvider keys, TimeProvider clock)
{
    /// <returns>False: there is no such open account, or it is of staff, who leave by the hand of an administrator.</returns>
    public async Task<bool> EraseAsync(int accountId, Visitor who, CancellationToken stop)
    {
        var erased = await writer.WriteAsync(async db =>
        {
            if (await db.Accounts.HoldAsync(accountId, stop) is not { IsStaff: false } account) return false;
            var now = clock.GetUtcNow();
            var person = account.AsPerson();
            await MailedSignIn.DropAsync(db, db.SignInRequests.Where(r => r.Email == person.Address || r.AccountId == accountId), stop);
            account.ClosedAt = now;
            if (account.Email is { } address) db.NotifyFormer(keys, address, account.Language, Notice.Erased, now);
            var rows = await register.EraseAsync(db, person, stop);
            await db.RecordAsync(who with { AccountId = accountId }, Acts.Erased, $"account {accountId}", now, FormattableString.Invariant($"{rows} rows"));
            return true;
        }, stop);

        // SQLite's log still holds what the file has forgotten. A reader may be in the way now; the hourly upkeep comes by again.
        if (erased) await writer.EmptyLogAsync(CancellationToken.None);
        return erased;
    }
}
