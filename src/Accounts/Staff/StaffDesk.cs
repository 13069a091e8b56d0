using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>An invitation that was made, or why not.</summary>
/// <param name="Token">The secret of its address, kept nowhere; null: the address is staff already, with another role.</param>
/// <param name="Role">What the account may do now.</param>
public sealed record Invited(string? Token, StaffRole Role);

/// <summary>A member of staff as the list shows them.</summary>
/// <param name="Account">Who.</param>
/// <param name="Passkeys">How many keys they have.</param>
/// <param name="HasAuthenticator">They can break glass.</param>
/// <param name="OpenSessions">Browsers they are signed in with now.</param>
/// <param name="SeenAt">When they last signed in or did something; null: not since they were invited.</param>
public sealed record StaffMember(Account Account, int Passkeys, bool HasAuthenticator, int OpenSessions, DateTimeOffset? SeenAt);

/// <summary>Who works here: inviting, changing what somebody may do, letting go. Each ends the sessions it concerns, so it acts at the next request.</summary>
public sealed class StaffDesk(Writer writer, Sessions sessions, TimeProvider clock)
{
    /// <summary>Makes somebody staff, or gives staff who lost their keys a new way to make some. Earlier invitations of theirs are void.</summary>
    /// <param name="email">As <see cref="EmailAddress"/> read it.</param>
    /// <param name="name">As they are called in the newsroom.</param>
    /// <param name="role">What they may do.</param>
    /// <param name="language">Of their letters and their desk, where the account is new.</param>
    /// <param name="who">Who invites.</param>
    /// <param name="stop">Cancellation.</param>
    public Task<Invited> InviteAsync(string email, string name, StaffRole role, string language, Visitor who, CancellationToken stop) =>
        writer.WriteAsync(db => InviteAsync(db, email, name, role, language, who, stop), stop);

    /// <summary>The address for the first administrator of a site that has no staff; an earlier one nobody used is void.</summary>
    /// <returns>Null: there is staff.</returns>
    public Task<string?> InviteFirstAsync(CancellationToken stop) => writer.WriteAsync(db => InviteFirstAsync(db, stop), stop);

    /// <returns>False: no such staff, or the last administrator.</returns>
    public Task<bool> ChangeRoleAsync(int id, StaffRole role, Visitor who, CancellationToken stop) => ChangeAsync(id, mayBeLast: role == StaffRole.Administrator, who, async (db, account, now) =>
    {
        var before = account.Staff;
        if (before == role) return;
        account.Staff = role;
        await db.RecordAsync(who, Acts.RoleChanged, $"account {id}", now, $"{before} -> {role}");
        await sessions.EndAllAsync(db, id, null, who);
    }, stop);

    /// <summary>Lets somebody go: nothing they have opens anything any more.</summary>
    /// <returns>False: no such staff, or the last administrator.</returns>
    public Task<bool> CloseAsync(int id, Visitor who, CancellationToken stop) => ChangeAsync(id, mayBeLast: false, who, async (db, account, now) =>
    {
        account.ClosedAt = now;
        await db.RecordAsync(who, Acts.StaffClosed, $"account {id}", now);
        await db.RemoveFactorsAsync(id);
        await sessions.EndAllAsync(db, id, null, who);
        await db.Invitations.Where(i => i.AccountId == id && i.UsedAt == null).ExecuteDeleteAsync(stop);
    }, stop);

    /// <returns>False: no such staff.</returns>
    public Task<bool> EndSessionsAsync(int id, Visitor who, CancellationToken stop) => ChangeAsync(id, mayBeLast: true, who, (db, _, _) => sessions.EndAllAsync(db, id, null, who), stop);

    /// <summary>Everybody who works here, by name; with an id, that one.</summary>
    public async Task<IReadOnlyList<StaffMember>> ListAsync(NewsDb db, int? id, CancellationToken stop)
    {
        var people = await db.Accounts.Open().OfStaff().Where(a => id == null || a.Id == id).OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(stop);
        var ids = people.Select(a => a.Id).ToList();
        var keys = (await db.Passkeys.Where(p => ids.Contains(p.AccountId)).Select(p => new { p.AccountId, p.UsedAt }).ToListAsync(stop)).ToLookup(p => p.AccountId);
        var apps = await db.Authenticators.Where(t => ids.Contains(t.AccountId)).Select(t => t.AccountId).ToListAsync(stop);
        var open = (await db.Sessions.Where(s => ids.Contains(s.AccountId)).ToListAsync(stop)).ToLookup(s => s.AccountId);
        return [.. people.Select(a => new StaffMember(a, keys[a.Id].Count(), apps.Contains(a.Id), open[a.Id].Count(s => s.IsAlive(clock.GetUtcNow())),
            keys[a.Id].Select(k => k.UsedAt).Concat(open[a.Id].Select(s => (DateTimeOffset?)s.SeenAt)).Max()))];
    }

    private async Task<string?> InviteFirstAsync(NewsDb db, CancellationToken stop)
    {
        if (await db.Accounts.OfStaff().AnyAsync(stop)) return null;
        await db.Invitations.Where(i => i.UsedAt == null).ExecuteDeleteAsync(stop);
        var token = Secret.New();
        db.Add(new Invitation(Secret.HashOf(token), clock.GetUtcNow()));
        return token;
    }

    private async Task<Invited> InviteAsync(NewsDb db, string email, string name, StaffRole role, string language, Visitor who, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (!await db.Accounts.AnyAsync(a => a.Email == email, stop)) db.Add(new Account(email, language, now));
        await db.SaveChangesAsync(stop);
        var account = await db.LockAccountAsync(await db.Accounts.Where(a => a.Email == email).Select(a => a.Id).SingleAsync(stop));
        if (account is { IsOpen: true, Staff: { } has } && has != role) return new Invited(null, has);
        if (!account.IsOpen || !account.IsStaff)
        {
            // What let a reader in, or somebody who was let go, must not let anybody into the newsroom.
            await db.RemoveFactorsAsync(account.Id);
            await sessions.EndAllAsync(db, account.Id, null, who);
            (account.Staff, account.Name, account.ClosedAt) = (role, name, null);
        }

        await db.Invitations.Where(i => i.AccountId == account.Id && i.UsedAt == null).ExecuteDeleteAsync(stop);
        var token = Secret.New();
        db.Add(new Invitation(Secret.HashOf(token), now) { AccountId = account.Id });
        await db.RecordAsync(who, Acts.Invited, $"account {account.Id}", now, $"{role}");
        return new Invited(token, role);
    }

    private Task<bool> ChangeAsync(int id, bool mayBeLast, Visitor who, Func<NewsDb, Account, DateTimeOffset, Task> change, CancellationToken stop) => writer.WriteAsync(async db =>
    {
        // Two administrators who let each other go at the same moment: one waits here, and then is the last.
        await db.Accounts.Open().Where(a => a.Staff == StaffRole.Administrator).ExecuteUpdateAsync(a => a.SetProperty(x => x.Language, x => x.Language), stop);
        var account = await db.Accounts.Open().OfStaff().SingleOrDefaultAsync(a => a.Id == id, stop);
        if (account is null || (!mayBeLast && account.Staff == StaffRole.Administrator && !await HasOtherAdministratorAsync(db, id, stop))) return false;
        await change(db, account, clock.GetUtcNow());
        return true;
    }, stop);

    /// <summary>One who can come in: an invitation nobody has used yet runs nothing.</summary>
    private static Task<bool> HasOtherAdministratorAsync(NewsDb db, int id, CancellationToken stop)
    {
        var (keys, apps) = (db.Passkeys, db.Authenticators);
        return db.Accounts.Open().AnyAsync(a => a.Id != id && a.Staff == StaffRole.Administrator && (keys.Any(p => p.AccountId == a.Id) || apps.Any(t => t.AccountId == a.Id)), stop);
    }
}
