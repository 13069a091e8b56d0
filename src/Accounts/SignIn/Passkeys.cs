using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>What a browser is to ask its device.</summary>
/// <param name="Ceremony">Comes back with the answer.</param>
/// <param name="Options">JSON for `navigator.credentials`.</param>
public sealed record PasskeyQuestion(int Ceremony, string Options);

/// <summary>What the device said.</summary>
/// <param name="Ceremony">Which question it answers.</param>
/// <param name="Credential">JSON, as the browser made it.</param>
/// <param name="Browser">The secret in the browser's cookie; null when it has none.</param>
public sealed record PasskeyAnswer(int Ceremony, string? Credential, string? Browser);

/// <summary>
/// Making passkeys and signing in with them. Every answer uses up its question, right or wrong, in the transaction that judges it, so two that race are one too many;
/// the judge is ASP.NET Core Identity's, over rows read in that transaction.
/// </summary>
/// <remarks>Source: W3C Web Authentication, level 3, 7.1 and 7.2.</remarks>
public sealed class Passkeys(Writer writer, Sessions sessions, PasskeyPlace place, TimeProvider clock)
{
    /// <returns>Null when the person has as many keys as one may have.</returns>
    public Task<PasskeyQuestion?> AskToEnrolAsync(int accountId, SessionKind door, string browser, CancellationToken stop) => writer.WriteAsync(async db =>
    {
        if (await db.Passkeys.CountAsync(p => p.AccountId == accountId, stop) >= Passkey.MostOfOnePerson) return null;
        return await AskToEnrolAsync(db, await db.Accounts.SingleAsync(a => a.Id == accountId, stop), door, browser, seesKeys: true);
    }, stop);

    public Task<PasskeyQuestion> AskToSignInAsync(SessionKind door, string browser, CancellationToken stop) => writer.WriteAsync(async db =>
    {
        var asked = await place.Rules(db, door).MakeRequestOptionsAsync(null, Nowhere());
        return await KeepAsync(db, new(CeremonyPurpose.SignIn, Secret.HashOf(browser), asked.AssertionState!, clock.GetUtcNow()), asked.RequestOptionsJson);
    }, stop);

    /// <summary>Adds a key to the account of somebody who is signed in.</summary>
    /// <returns>False: refused, and why does not matter to an honest browser.</returns>
    public Task<bool> EnrolAsync(PasskeyAnswer answer, string name, Session session, Visitor who, CancellationToken stop) => writer.WriteAsync(db => AddAsync(db, answer, name, session, who, stop), stop);

    /// <returns>The secret for the session's cookie; null: refused.</returns>
    public Task<string?> SignInAsync(PasskeyAnswer answer, SessionKind door, Visitor who, CancellationToken stop) => writer.WriteAsync(db => SignInAsync(db, answer, door, who, stop), stop);

    /// <returns>False when the account has no such key.</returns>
    public Task<bool> RenameAsync(int id, int accountId, string name, CancellationToken stop) => writer.WriteAsync(async db =>
        await db.Passkeys.Where(p => p.Id == id && p.AccountId == accountId).ExecuteUpdateAsync(p => p.SetProperty(x => x.Name, name), stop) == 1, stop);

    /// <returns>Null when the account has no such key; false when it is the last thing a member of staff could sign in with.</returns>
    public Task<bool?> RemoveAsync(int id, int accountId, Visitor who, CancellationToken stop) => writer.WriteAsync(db => RemoveAsync(db, id, accountId, who, stop), stop);

    internal async Task<PasskeyQuestion> AskToEnrolAsync(NewsDb db, Account account, SessionKind door, string browser, bool seesKeys)
    {
        var person = new PasskeyUserEntity { Id = PasskeyRows.HandleOf(account), Name = account.Email ?? "", DisplayName = account.Name ?? account.Email ?? "" };
        var asked = await place.Rules(db, door, seesKeys).MakeCreationOptionsAsync(person, Nowhere());
        return await KeepAsync(db, new(CeremonyPurpose.Enrol, Secret.HashOf(browser), asked.AttestationState!, clock.GetUtcNow()) { AccountId = account.Id }, asked.CreationOptionsJson);
    }

    /// <summary>Adds a key in the caller's transaction, which holds the account.</summary>
    internal async Task<bool> EnrolAsync(NewsDb db, PasskeyAnswer answer, string name, Account account, SessionKind door, Visitor who)
    {
        if (await TakeAsync(db, answer, CeremonyPurpose.Enrol, account.Id) is not { } state || answer.Credential is null) return false;
        var judged = await place.Rules(db, door).PerformAttestationAsync(new() { HttpContext = Nowhere(), CredentialJson = answer.Credential, AttestationState = state });
        if (!judged.Succeeded) return false;
        var key = judged.Passkey;
        db.Add(new Passkey(account.Id, key.CredentialId, key.PublicKey, name, clock.GetUtcNow())
        {
            SignCount = key.SignCount,
            Transports = string.Join(',', (key.Transports ?? []).Where(t => t.Length is > 0 and < 20 && t.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')).Take(4)),
            IsUserVerified = key.IsUserVerified,
            IsBackupEligible = key.IsBackupEligible,
            IsBackedUp = key.IsBackedUp,
            AttestationObject = key.AttestationObject,
            ClientDataJson = key.ClientDataJson,
        });
        await RecordAddedAsync(db, account, who);
        return true;
    }

    private async Task<bool> AddAsync(NewsDb db, PasskeyAnswer answer, string name, Session session, Visitor who, CancellationToken stop)
    {
        var account = await db.LockAccountAsync(session.AccountId);
        if (await db.Passkeys.CountAsync(p => p.AccountId == account.Id, stop) >= Passkey.MostOfOnePerson) return false;
        if (!account.IsOpen || account.IsStaff != (session.Kind == SessionKind.Staff) || !await db.Sessions.AnyAsync(s => s.Id == session.Id, stop)) return false;
        return await EnrolAsync(db, answer, name, account, session.Kind, who);
    }

    private async Task<string?> SignInAsync(NewsDb db, PasskeyAnswer answer, SessionKind door, Visitor who, CancellationToken stop)
    {
        if (await TakeAsync(db, answer, CeremonyPurpose.SignIn, null) is not { } state || answer.Credential is null) return null;
        var judged = await place.Rules(db, door).PerformAssertionAsync(new() { HttpContext = Nowhere(), CredentialJson = answer.Credential, AssertionState = state });
        if (!judged.Succeeded || !judged.User.IsOpen || judged.User.IsStaff != (door == SessionKind.Staff)) return null;

        var (id, count, isBackedUp, now) = (judged.Passkey.CredentialId, (long)judged.Passkey.SignCount, judged.Passkey.IsBackedUp, clock.GetUtcNow());
        var taken = await db.Passkeys.Where(p => p.CredentialId == id && (p.SignCount < count || count == 0) && (p.IsUserVerified || door == SessionKind.Reader)).ExecuteUpdateAsync(
            p => p.SetProperty(x => x.SignCount, count).SetProperty(x => x.IsBackedUp, isBackedUp).SetProperty(x => x.UsedAt, now), stop);
        return taken == 1 ? await sessions.StartAsync(db, judged.User, door, Proof.Passkey, who) : null;
    }

    private async Task<bool?> RemoveAsync(NewsDb db, int id, int accountId, Visitor who, CancellationToken stop)
    {
        var account = await db.LockAccountAsync(accountId);
        if (!await db.Passkeys.AnyAsync(p => p.Id == id && p.AccountId == accountId, stop)) return null;
        if (account.IsStaff && !await db.HasFactorAsync(accountId, but: id)) return false;
        await db.Passkeys.Where(p => p.Id == id).ExecuteDeleteAsync(stop);
        await db.RecordAsync(who, Acts.PasskeyRemoved, $"account {accountId}", clock.GetUtcNow());
        return true;
    }

    /// <summary>The one place a new key becomes known; whoever is to be told of it is told here, in the same transaction.</summary>
    private Task RecordAddedAsync(NewsDb db, Account account, Visitor who)
    {
        db.Notify(account.Id, Notice.PasskeyAdded, clock.GetUtcNow());
        return db.RecordAsync(who with { AccountId = account.Id }, Acts.PasskeyAdded, $"account {account.Id}", clock.GetUtcNow());
    }

    private static async Task<PasskeyQuestion> KeepAsync(NewsDb db, Ceremony ceremony, string options)
    {
        db.Add(ceremony);
        await db.SaveChangesAsync();
        return new(ceremony.Id, options);
    }

    /// <summary>What the question was, and it is asked no more. Of two answers to one question the database lets one delete it.</summary>
    private async Task<string?> TakeAsync(NewsDb db, PasskeyAnswer answer, CeremonyPurpose purpose, int? accountId)
    {
        if (answer.Browser is null) return null;
        var (hash, born) = (Secret.HashOf(answer.Browser), clock.GetUtcNow() - Ceremony.Lifetime);
        var asked = db.Ceremonies.Where(c => c.Id == answer.Ceremony && c.BrowserHash == hash && c.Purpose == purpose && c.AccountId == accountId && c.CreatedAt > born);
        var state = await asked.Select(c => c.State).SingleOrDefaultAsync();
        return state is not null && await asked.ExecuteDeleteAsync() == 1 ? state : null;
    }

    /// <summary>The rules want a request to look at; they get one that says nothing.</summary>
    private static DefaultHttpContext Nowhere() => new();
}
