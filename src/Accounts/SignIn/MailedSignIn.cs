using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>What became of a link or a code.</summary>
public enum SignInOutcome
{
    SignedIn,

    /// <summary>The link is good, but this browser did not ask for it: the code is needed too.</summary>
    NeedsCode,

    /// <summary>The code is not the one in the letter.</summary>
    WrongCode,

    /// <summary>Unknown, used, over, or tried too often: one answer for all.</summary>
    Dead,
}

/// <summary>How a proof ended, and what to go on with.</summary>
/// <param name="Outcome">Signed in or not.</param>
/// <param name="Token">The secret for the session's cookie, when signed in.</param>
/// <param name="ReturnPath">A path of this site.</param>
public sealed record SignInResult(SignInOutcome Outcome, string? Token = null, string? ReturnPath = null);

/// <summary>What the letter needs; travels encrypted in the job.</summary>
public sealed record SignInSecrets(int RequestId, string Token, string Code);

/// <summary>
/// Signing in without a password: a letter with a link and a code. Asking takes the same steps whether or not the address is known; who it belongs to
/// is looked up when the letter is written. Looking at a link never uses it up: only a POST does, for mail scanners look at all of them.
/// </summary>
public sealed class MailedSignIn(Writer writer, Sessions sessions, IDataProtectionProvider protection, TimeProvider clock)
{
    public const string LetterJob = "sign-in-letter";

    /// <summary>The key of the job that sends a request's letter: what it holds is sealed, so it is found by this.</summary>
    public static string KeyOf(int requestId) => FormattableString.Invariant($"{LetterJob} {requestId}");

    /// <summary>Notes the request, and the letter in the same transaction if the limits let it go.</summary>
    /// <param name="email">As <see cref="EmailAddress"/> read it.</param>
    /// <param name="language">Of the page the reader asks from.</param>
    /// <param name="returnPath">Where to go afterwards.</param>
    /// <param name="browser">The secret in the asking browser's cookie.</param>
    /// <param name="who">From where, and for a new address whose.</param>
    /// <param name="purpose">What is to be proved.</param>
    /// <param name="stop">Cancellation.</param>
    public Task AskAsync(string email, string language, string? returnPath, string browser, Visitor who, SignInPurpose purpose, CancellationToken stop) => writer.WriteAsync(async db =>
    {
        var now = clock.GetUtcNow();
        var (token, code) = (Secret.New(), Secret.NewCode());
        var request = new SignInRequest(purpose, email, language, now)
        {
            AccountId = purpose == SignInPurpose.NewAddress ? who.AccountId : null,
            TokenHash = Secret.HashOf(token),
            BrowserHash = Secret.HashOf(browser),
            CodeHashForBrowser = Secret.HashOf(code, browser),
            CodeHashForLink = Secret.HashOf(code, token),
            Network = who.Network,
            ReturnPath = returnPath,
            IsMailed = await MailLimits.AllowAsync(db, email, who.Network, now),
        };
        db.Add(request);
        await db.SaveChangesAsync(stop);
        if (request.IsMailed) Enqueue(db, protection, request, token, code, now);
    }, stop);

    /// <summary>Asks for the letter, in the transaction of the request and once that has its number. Both secrets travel sealed.</summary>
    public static void Enqueue(NewsDb db, IDataProtectionProvider keys, SignInRequest request, string token, string code, DateTimeOffset now) =>
        db.Enqueue(LetterJob, keys.CreateProtector(LetterJob).Protect(JsonSerializer.Serialize(new SignInSecrets(request.Id, token, code))), now, KeyOf(request.Id));

    /// <summary>What a link is worth in this browser. Changes nothing.</summary>
    public async Task<(SignInOutcome Outcome, SignInRequest? Request)> LookAsync(NewsDb db, SignInPurpose purpose, string token, string? browser, CancellationToken stop)
    {
        var hash = Secret.HashOf(token);
        var request = await db.SignInRequests.SingleOrDefaultAsync(r => r.TokenHash == hash && r.Purpose == purpose, stop);
        if (request is null || !request.IsOpen(clock.GetUtcNow())) return (SignInOutcome.Dead, null);
        return (IsAsker(request, browser) ? SignInOutcome.SignedIn : SignInOutcome.NeedsCode, request);
    }

    /// <summary>Uses up a link: in the browser that asked as it is, in another one with the letter's code.</summary>
    public Task<SignInResult> ProveByLinkAsync(string token, string? code, string? browser, Visitor who, CancellationToken stop) => ProveAsync(db => ByLinkAsync(db, token, code, browser, who, stop), stop);

    /// <summary>Uses up the code in the browser that asked.</summary>
    public Task<SignInResult> ProveByCodeAsync(string code, string? browser, Visitor who, CancellationToken stop) => ProveAsync(db => ByCodeAsync(db, code, browser, who, stop), stop);

    /// <summary>Uses up a link that proves a new address, for the account that asked.</summary>
    /// <returns>The address, or null: dead, somebody else's, or taken meanwhile.</returns>
    public async Task<string?> ProveAddressAsync(string token, Session session, Visitor who, CancellationToken stop)
    {
        try
        {
            return await writer.WriteAsync(db => ByAddressAsync(db, token, session, who, stop), stop);
        }
        catch (DbUpdateException)
        {
            // Somebody else proved the same address at the same moment, and the database has the last word.
            return null;
        }
    }

    /// <summary>Takes out requests of yesterday and challenges nobody answered.</summary>
    public Task SweepAsync(CancellationToken stop) => writer.WriteAsync(async db =>
    {
        var now = clock.GetUtcNow();
        await db.SignInRequests.Where(r => r.CreatedAt < now.AddDays(-1)).ExecuteDeleteAsync(stop);
        await db.Ceremonies.Where(c => c.CreatedAt < now.AddHours(-1)).ExecuteDeleteAsync(stop);
        await db.FailedProofs.Where(f => f.LastAt < now.AddDays(-1)).ExecuteDeleteAsync(stop);
    }, stop);

    /// <summary>When two browsers prove one new address at the same moment the database lets one make the account; the other finds it there the second time.</summary>
    private async Task<SignInResult> ProveAsync(Func<NewsDb, Task<SignInResult>> prove, CancellationToken stop)
    {
        try
        {
            return await writer.WriteAsync(prove, stop);
        }
        catch (DbUpdateException)
        {
            return await writer.WriteAsync(prove, stop);
        }
    }

    private async Task<string?> ByAddressAsync(NewsDb db, string token, Session session, Visitor who, CancellationToken stop)
    {
        var hash = Secret.HashOf(token);
        var request = await LockedAsync(db, db.SignInRequests.Where(r => r.TokenHash == hash && r.AccountId == session.AccountId), stop);
        if (request is null || await db.Accounts.AnyAsync(a => a.Email == request.Email, stop)) return null;
        if (await db.Accounts.HoldAsync(session.AccountId, stop) is not { } account) return null;

        var before = account.Email;
        request.UsedAt = clock.GetUtcNow();
        account.Email = request.Email;
        if (before is not null) db.NotifyFormer(protection, before, account.Language, Notice.AddressChanged, clock.GetUtcNow());
        await sessions.EndAllAsync(db, account.Id, session.Id, who);
        await db.RecordAsync(who, Acts.AddressChanged, $"account {account.Id}", clock.GetUtcNow());

        // What was asked for under the address before leads nowhere any more, and nothing of it stays.
        await DropAsync(db, db.SignInRequests.Where(r => r.Email == before), stop);
        return request.Email;
    }

    /// <summary>Takes out requests together with the letters that wait to be sent for them.</summary>
    internal static async Task DropAsync(NewsDb db, IQueryable<SignInRequest> which, CancellationToken stop)
    {
        var keys = (await which.Select(r => r.Id).ToListAsync(stop)).ConvertAll(KeyOf);
        await db.Jobs.Where(j => j.Key != null && keys.Contains(j.Key)).ExecuteDeleteAsync(stop);
        await which.ExecuteDeleteAsync(stop);
    }

    private async Task<SignInResult> ByLinkAsync(NewsDb db, string token, string? code, string? browser, Visitor who, CancellationToken stop)
    {
        var hash = Secret.HashOf(token);
        var request = await LockedAsync(db, db.SignInRequests.Where(r => r.TokenHash == hash), stop);
        if (request is null) return new(SignInOutcome.Dead);
        if (IsAsker(request, browser)) return await EnterAsync(db, request, Proof.Link, who);
        return string.IsNullOrWhiteSpace(code) ? new(SignInOutcome.NeedsCode) : await TryCodeAsync(db, request, request.CodeHashForLink, code, token, who);
    }

    private async Task<SignInResult> ByCodeAsync(NewsDb db, string code, string? browser, Visitor who, CancellationToken stop)
    {
        if (browser is null) return new(SignInOutcome.Dead);
        var hash = Secret.HashOf(browser);
        var request = await LockedAsync(db, db.SignInRequests.Where(r => r.BrowserHash == hash && r.Purpose == SignInPurpose.SignIn).OrderByDescending(r => r.Id).Take(1), stop);
        return request is null ? new(SignInOutcome.Dead) : await TryCodeAsync(db, request, request.CodeHashForBrowser, code, browser, who);
    }

    private static bool IsAsker(SignInRequest request, string? browser) => browser is not null && request.BrowserHash == Secret.HashOf(browser);

    /// <summary>The open request, held against whoever tries it at the same moment.</summary>
    private async Task<SignInRequest?> LockedAsync(NewsDb db, IQueryable<SignInRequest> which, CancellationToken stop)
    {
        if (await which.Select(r => (int?)r.Id).FirstOrDefaultAsync(stop) is not { } id) return null;

        // Writing to the row first makes a second try wait for the end of this one on PostgreSQL; on SQLite there is one writer anyway.
        await db.SignInRequests.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Tries, x => x.Tries), stop);
        var request = await db.SignInRequests.SingleAsync(r => r.Id == id, stop);
        return request.IsOpen(clock.GetUtcNow()) ? request : null;
    }

    private async Task<SignInResult> TryCodeAsync(NewsDb db, SignInRequest request, string expected, string typed, string salt, Visitor who)
    {
        if (Secret.HashOf(Secret.Meant(typed), salt) == expected) return await EnterAsync(db, request, Proof.Code, who);
        request.Tries++;
        return new(request.Tries >= SignInRequest.MostTries ? SignInOutcome.Dead : SignInOutcome.WrongCode);
    }

    private async Task<SignInResult> EnterAsync(NewsDb db, SignInRequest request, Proof proof, Visitor who)
    {
        if (request.Purpose != SignInPurpose.SignIn) return new(SignInOutcome.Dead);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Email == request.Email) ?? await MakeAsync(db, request, who);
        if (!account.IsOpen || account.IsStaff) return new(SignInOutcome.Dead);
        request.UsedAt = clock.GetUtcNow();
        return new(SignInOutcome.SignedIn, await sessions.StartAsync(db, account, SessionKind.Reader, proof, who), request.ReturnPath);
    }

    /// <summary>Who proves an address for the first time has an account from then on.</summary>
    private async Task<Account> MakeAsync(NewsDb db, SignInRequest request, Visitor who)
    {
        var account = new Account(request.Email, request.Language, clock.GetUtcNow());
        db.Add(account);
        await db.SaveChangesAsync();
        await db.RecordAsync(who with { AccountId = account.Id }, Acts.AccountMade, $"account {account.Id}", clock.GetUtcNow());
        return account;
    }
}
