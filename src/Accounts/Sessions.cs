using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>Starting, finding and ending sessions. Every node asks the same table at every request, so what ends here has ended everywhere.</summary>
public sealed class Sessions(Writer writer, TimeProvider clock)
{
    /// <summary>How exactly it is noted that a session is in use: finer would be a write a request.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    /// <summary>Starts a session in the caller's transaction.</summary>
    /// <param name="db">A context of the <see cref="Writer"/>.</param>
    /// <param name="account">Open, and staff where a staff session is asked for.</param>
    /// <param name="kind">Whose rights it carries.</param>
    /// <param name="proof">How its person proved who they are.</param>
    /// <param name="who">From where.</param>
    /// <returns>The secret for the cookie, kept nowhere else.</returns>
    /// <exception cref="InvalidOperationException">A session of this kind and proof is not to be had: a bug, for nobody asks for it.</exception>
    public async Task<string> StartAsync(NewsDb db, Account account, SessionKind kind, Proof proof, Visitor who)
    {
        if (!account.IsOpen) throw new InvalidOperationException("A closed account is not signed in with.");
        if (kind == SessionKind.Staff && (!account.IsStaff || proof is Proof.Link or Proof.Code)) throw new InvalidOperationException("A staff session needs staff, and never comes by mail.");
        if (kind == SessionKind.Reader && account.IsStaff) throw new InvalidOperationException("Staff have staff sessions only: a stolen mailbox must not become one.");

        var token = Secret.New();
        var session = new Session(account.Id, kind, proof, Secret.HashOf(token), clock.GetUtcNow()) { Network = who.Network, Device = who.Device };
        db.Add(session);
        await db.RecordAsync(who with { AccountId = account.Id }, Acts.SignedIn, $"account {account.Id}", clock.GetUtcNow(), $"{kind}, {proof}");
        return token;
    }

    /// <returns>The living session with its account, or null: unknown, ended, idle or over.</returns>
    public async Task<Session?> FindAsync(NewsDb db, string token, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var hash = Secret.HashOf(token);
        var session = await db.Sessions.Include(s => s.Account).SingleOrDefaultAsync(s => s.TokenHash == hash, stop);
        if (session is null || !session.IsAlive(now) || !session.Account.IsOpen || (session.Kind == SessionKind.Staff) != session.Account.IsStaff) return null;
        if (now - session.SeenAt >= Grain) await SeenAsync(session.Id, now, stop);
        return session;
    }

    /// <summary>Ends one session of this account.</summary>
    /// <returns>False when the account has no such session.</returns>
    public Task<bool> EndAsync(int sessionId, int accountId, Visitor who, CancellationToken stop) => writer.WriteAsync(async db =>
    {
        if (await db.Sessions.Where(s => s.Id == sessionId && s.AccountId == accountId).ExecuteDeleteAsync(stop) == 0) return false;
        await db.RecordAsync(who, Acts.SignedOut, $"account {accountId}", clock.GetUtcNow());
        return true;
    }, stop);

    /// <summary>Ends the account's sessions, all but one if one is named, in the caller's transaction.</summary>
    public async Task<int> EndAllAsync(NewsDb db, int accountId, int? butNot, Visitor who)
    {
        var ended = await db.Sessions.Where(s => s.AccountId == accountId && s.Id != butNot).ExecuteDeleteAsync();
        if (ended > 0) await db.RecordAsync(who, Acts.SessionsEnded, $"account {accountId}", clock.GetUtcNow(), FormattableString.Invariant($"{ended}"));
        return ended;
    }

    /// <summary>Takes out what is over anyway.</summary>
    public Task SweepAsync(CancellationToken stop) => writer.WriteAsync(async db =>
    {
        var now = clock.GetUtcNow();
        foreach (var kind in Enum.GetValues<SessionKind>())
        {
            var (seen, made) = (now - Session.IdleLimit(kind), now - Session.WholeLimit(kind));
            await db.Sessions.Where(s => s.Kind == kind && (s.SeenAt <= seen || s.CreatedAt <= made)).ExecuteDeleteAsync(stop);
        }

        // Begun at the very moment its account was closed: nobody is let in by it, and nothing of it may stay.
        await db.Sessions.Where(s => s.Account.ClosedAt != null).ExecuteDeleteAsync(stop);
    }, stop);

    private Task<int> SeenAsync(int id, DateTimeOffset now, CancellationToken stop) =>
        writer.WriteAsync(db => db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), stop), stop);
}
