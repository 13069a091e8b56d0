using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NewsSite.Database;
using OtpNet;

namespace NewsSite.Accounts;

/// <summary>A new secret for an authenticator app, not yet anybody's.</summary>
/// <param name="Text">As a person types it: base 32 (RFC 4648).</param>
/// <param name="Sealed">Comes back with the first code; only this site can read it, for this account and for an hour.</param>
public sealed record AuthenticatorOffer(string Text, string Sealed)
{
    /// <summary>As a camera reads it.</summary>
    /// <remarks>The form all authenticator apps read; no standard describes it.</remarks>
    public string AddressFor(string site, string? email) =>
        $"otpauth://totp/{Uri.EscapeDataString($"{site}:{email}")}?secret={Text}&issuer={Uri.EscapeDataString(site)}&algorithm=SHA1&digits=6&period=30";
}

/// <summary>Codes of authenticator apps: SHA-1, 30 seconds, six digits, one step of grace either way, no code twice.</summary>
/// <remarks>Source: RFC 6238; the figures are those every app knows.</remarks>
public sealed class Authenticators(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int SecretBytes = 20;
    private static readonly TimeSpan OfferLifetime = TimeSpan.FromHours(1);
    private readonly IDataProtector kept = protection.CreateProtector("authenticator");
    private readonly IDataProtector offered = protection.CreateProtector("authenticator-offer");

    /// <summary>Nobody's, to take the same time over an address that is not known.</summary>
    private readonly byte[] nobody = RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>Nothing is kept of it until a first code proves that an app has it.</summary>
    /// <param name="accountId">Whose it may become.</param>
    /// <param name="before">Sealed, of an offer that was shown already: the same again, so that a mistyped code does not void what the app has scanned.</param>
    public AuthenticatorOffer Offer(int accountId, string? before = null)
    {
        if (Open(before, accountId) is { } same) return new(same, before!);
        var secret = Base32Encoding.ToString(RandomNumberGenerator.GetBytes(SecretBytes)).TrimEnd('=');
        return new(secret, offered.Protect(FormattableString.Invariant($"{accountId} {(clock.GetUtcNow() + OfferLifetime).ToUnixTimeSeconds()} {secret}")));
    }

    /// <summary>Gives the account the authenticator, in place of one it had, in the caller's transaction.</summary>
    /// <returns>False: the offer or the code is not good.</returns>
    internal async Task<bool> SetAsync(NewsDb db, int accountId, string? sealedSecret, string? code, Visitor who)
    {
        if (Open(sealedSecret, accountId) is not { } secret || StepOf(Base32Encoding.ToBytes(secret), code) is not { } step) return false;
        var now = clock.GetUtcNow();
        await db.Authenticators.Where(a => a.AccountId == accountId).ExecuteDeleteAsync();
        db.Add(new Authenticator(accountId, kept.Protect(secret), now) { ConfirmedAt = now, LastStep = step });
        await db.RecordAsync(who with { AccountId = accountId }, Acts.AuthenticatorSet, $"account {accountId}", now);
        return true;
    }

    /// <summary>Uses up a code, in the caller's transaction. Without an account it takes as long and says no.</summary>
    internal async Task<bool> ProveAsync(NewsDb db, int? accountId, string? code)
    {
        var authenticator = await db.Authenticators.SingleOrDefaultAsync(a => a.AccountId == accountId && a.ConfirmedAt != null);
        var secret = authenticator is null ? nobody : Unsealed(authenticator);
        if (StepOf(secret, code) is not { } step || authenticator is null) return false;
        return await db.Authenticators.Where(a => a.Id == authenticator.Id && a.LastStep < step).ExecuteUpdateAsync(a => a.SetProperty(x => x.LastStep, step)) == 1;
    }

    private long? StepOf(byte[] secret, string? code) =>
        new Totp(secret).VerifyTotp(clock.GetUtcNow().UtcDateTime, Secret.Meant(code), out var step, new VerificationWindow(previous: 1, future: 1)) ? step : null;

    /// <summary>Whoever lost the key ring has lost all authenticators: their codes are wrong, like anybody's.</summary>
    private byte[] Unsealed(Authenticator authenticator)
    {
        try
        {
            return Base32Encoding.ToBytes(kept.Unprotect(authenticator.Secret));
        }
        catch (CryptographicException)
        {
            return nobody;
        }
    }

    private string? Open(string? sealedSecret, int accountId)
    {
        try
        {
            var parts = offered.Unprotect(sealedSecret ?? "").Split(' ');
            return parts is [var id, var until, var secret] && id == accountId.ToString(CultureInfo.InvariantCulture) && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds() ? secret : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
