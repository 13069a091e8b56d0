using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>Somebody of staff is in for the first time.</summary>
/// <param name="Token">The secret for the session's cookie.</param>
/// <param name="RecoveryCodes">To be shown now and never again.</param>
public sealed record SetUpDone(string Token, IReadOnlyList<string> RecoveryCodes);

/// <summary>
/// What an invitation is good for: making the first passkey, or setting up an authenticator where there is no script. Only that uses it up, in the same transaction;
/// nobody is signed in before. Whatever the account could be signed in with until then is void: this is also how lost keys are replaced.
/// </summary>
public sealed class SetUp(Writer writer, Sessions sessions, Passkeys passkeys, Authenticators authenticators, TimeProvider clock)
{
    /// <returns>The open invitation with its account, if it has one yet; null: unknown, used or over.</returns>
    public async Task<Invitation?> LookAsync(NewsDb db, string token, CancellationToken stop)
    {
        var hash = Secret.HashOf(token);
        var invitation = await db.Invitations.Include(i => i.Account).SingleOrDefaultAsync(i => i.TokenHash == hash, stop);
        if (invitation is null || !invitation.IsOpen(clock.GetUtcNow()) || invitation.Account?.IsOpen == false) return null;
        return invitation.Account?.IsStaff == true || !await db.Accounts.OfStaff().AnyAsync(stop) ? invitation : null;
    }

    /// <summary>The first administrator says who they are. They are staff only once they have something to sign in with.</summary>
    /// <returns>False: the invitation is dead, or somebody else's.</returns>
    public Task<bool> SayWhoAsync(string token, string email, string name, string language, CancellationToken stop) => writer.WriteAsync(db => SayWhoAsync(db, token, email, name, language, stop), stop);

    /// <returns>Null: the invitation is dead, or nobody has said yet who they are.</returns>
    public Task<PasskeyQuestion?> AskAsync(string token, string browser, CancellationToken stop) => writer.WriteAsync(async db =>
        await LookAsync(db, token, stop) is { Account: { } account } ? await passkeys.AskToEnrolAsync(db, account, SessionKind.Staff, browser, seesKeys: false) : null, stop);

    /// <inheritdoc cref="Authenticators.Offer"/>
    public AuthenticatorOffer Offer(int accountId, string? before) => authenticators.Offer(accountId, before);

    /// <returns>Null: refused; the invitation stays as it was.</returns>
    public Task<SetUpDone?> ByPasskeyAsync(string token, PasskeyAnswer answer, string keyName, Visitor who, CancellationToken stop) =>
        writer.WriteAsync(db => FinishAsync(db, token, Proof.Passkey, account => passkeys.EnrolAsync(db, answer, keyName, account, SessionKind.Staff, who), who, stop), stop);

    /// <returns>Null: refused; the invitation stays as it was.</returns>
    public Task<SetUpDone?> ByAuthenticatorAsync(string token, string? offer, string? code, Visitor who, CancellationToken stop) =>
        writer.WriteAsync(db => FinishAsync(db, token, Proof.Authenticator, account => authenticators.SetAsync(db, account.Id, offer, code, who), who, stop), stop);

    private async Task<bool> SayWhoAsync(NewsDb db, string token, string email, string name, string language, CancellationToken stop)
    {
        if (await HoldAsync(db, token, stop) is not { Account: null or { IsStaff: false } } invitation) return false;
        var now = clock.GetUtcNow();
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Email == email, stop);
        if (account?.IsOpen == false) return false;
        if (account is null && invitation.Account is { } mistyped && mistyped.CreatedAt >= invitation.CreatedAt && !await db.Sessions.AnyAsync(s => s.AccountId == mistyped.Id, stop))
        {
            mistyped.Email = email;
            account = mistyped;
        }

        account ??= db.Add(new Account(email, language, now)).Entity;
        account.Name = name;
        await db.SaveChangesAsync(stop);
        invitation.AccountId = account.Id;
        return true;
    }

    private async Task<SetUpDone?> FinishAsync(NewsDb db, string token, Proof proof, Func<Account, Task<bool>> prove, Visitor who, CancellationToken stop)
    {
        if (await HoldAsync(db, token, stop) is not { Account: { } account } invitation) return null;
        var now = clock.GetUtcNow();
        var old = await db.Passkeys.Where(p => p.AccountId == account.Id).Select(p => p.Id).ToListAsync(stop);
        if (!await prove(account)) return null;
        await db.Passkeys.Where(p => old.Contains(p.Id)).ExecuteDeleteAsync(stop);
        if (proof == Proof.Passkey) await db.Authenticators.Where(a => a.AccountId == account.Id).ExecuteDeleteAsync(stop);
        invitation.UsedAt = now;
        if (!account.IsStaff)
        {
            account.Staff = StaffRole.Administrator;
            await db.RecordAsync(who with { AccountId = account.Id }, Acts.RoleChanged, $"account {account.Id}", now, $"-> {StaffRole.Administrator}");
        }

        await sessions.EndAllAsync(db, account.Id, null, who with { AccountId = account.Id });
        var codes = await db.MakeRecoveryCodesAsync(account.Id, who, now);
        return new SetUpDone(await sessions.StartAsync(db, account, SessionKind.Staff, proof, who), codes);
    }

    /// <summary>The open invitation, held against whoever uses it at the same moment; tracked.</summary>
    private async Task<Invitation?> HoldAsync(NewsDb db, string token, CancellationToken stop)
    {
        var hash = Secret.HashOf(token);
        var invitation = db.Invitations.Where(i => i.TokenHash == hash);
        await invitation.ExecuteUpdateAsync(i => i.SetProperty(x => x.TokenHash, x => x.TokenHash), stop);
        if (await invitation.Select(i => i.AccountId).SingleOrDefaultAsync(stop) is { } id) await db.LockAccountAsync(id);
        return await LookAsync(db, token, stop);
    }
}
