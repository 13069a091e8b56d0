using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>Our accounts and keys as ASP.NET Core's rules want to read them. It reads only: what is to change, <see cref="Passkeys"/> changes.</summary>
internal sealed class PasskeyRows(NewsDb db, bool seesKeys) : IUserPasskeyStore<Account>
{
    public static string HandleOf(Account account) => account.Id.ToString(CultureInfo.InvariantCulture);

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken stop) =>
        int.TryParse(userId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await db.Accounts.Open().SingleOrDefaultAsync(a => a.Id == id, stop) : null;

    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken stop) =>
        db.Passkeys.Where(p => p.CredentialId == credentialId).Select(p => p.Account).SingleOrDefaultAsync(stop);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken stop) =>
        await db.Passkeys.SingleOrDefaultAsync(p => p.AccountId == user.Id && p.CredentialId == credentialId, stop) is { } key ? Told(key) : null;

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken stop) =>
        seesKeys ? [.. (await db.Passkeys.Where(p => p.AccountId == user.Id).ToListAsync(stop)).Select(Told)] : [];

    public Task<string> GetUserIdAsync(Account user, CancellationToken stop) => Task.FromResult(HandleOf(user));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken stop) => Task.FromResult(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken stop) => Task.FromResult(user.Email);

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken stop) => throw new NotSupportedException();

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken stop) => throw new NotSupportedException();

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken stop) => throw new NotSupportedException();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken stop) => throw new NotSupportedException();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken stop) => throw new NotSupportedException();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken stop) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken stop) => throw new NotSupportedException();

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken stop) => throw new NotSupportedException();

    public void Dispose()
    {
        // The context belongs to whoever opened it.
    }

    private static UserPasskeyInfo Told(Passkey key) => new(
        key.CredentialId, key.PublicKey, key.CreatedAt, (uint)key.SignCount, key.Transports.Split(',', StringSplitOptions.RemoveEmptyEntries),
        key.IsUserVerified, key.IsBackupEligible, key.IsBackedUp, key.AttestationObject, key.ClientDataJson);
}
