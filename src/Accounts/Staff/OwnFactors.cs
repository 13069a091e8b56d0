using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>What a member of staff changes about their own ways in, passkeys apart.</summary>
public sealed class OwnFactors(Writer writer, Authenticators authenticators, TimeProvider clock)
{
    /// <inheritdoc cref="Authenticators.Offer"/>
    public AuthenticatorOffer Offer(int accountId, string? before) => authenticators.Offer(accountId, before);

    /// <returns>False: the code was not the app's.</returns>
    public Task<bool> SetAuthenticatorAsync(int accountId, string? offer, string? code, Visitor who, CancellationToken stop) => writer.WriteAsync(async db =>
    {
        await db.LockAccountAsync(accountId);
        return await authenticators.SetAsync(db, accountId, offer, code, who);
    }, stop);

    /// <returns>Ten new codes in place of the old ones, to be shown once.</returns>
    public Task<IReadOnlyList<string>> MakeRecoveryCodesAsync(int accountId, Visitor who, CancellationToken stop) => writer.WriteAsync(async db =>
    {
        await db.LockAccountAsync(accountId);
        return await db.MakeRecoveryCodesAsync(accountId, who, clock.GetUtcNow());
    }, stop);
}
