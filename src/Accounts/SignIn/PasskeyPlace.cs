using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>Where this site's passkeys are good: its host and its exact origin. Both come from the settings; a request is never asked where it thinks it is.</summary>
/// <param name="baseUrl">The site's own address.</param>
public sealed class PasskeyPlace(Uri baseUrl)
{
    private readonly string origin = baseUrl.GetLeftPart(UriPartial.Authority);

    /// <summary>ASP.NET Core's rules of WebAuthn over one context's rows.</summary>
    /// <param name="db">Whose rows are asked.</param>
    /// <param name="door">At the staff door the device must have checked its holder: the rules read that from the very bytes the key signed, whatever the browser was asked for.</param>
    /// <param name="seesKeys">False when old keys are about to be replaced: a device may then make its key anew.</param>
    internal PasskeyHandler<Account> Rules(NewsDb db, SessionKind door, bool seesKeys = true)
    {
        var store = new PasskeyRows(db, seesKeys);
        var people = new UserManager<Account>(store, Options.Create(new IdentityOptions()), new PasswordHasher<Account>(), [], [], new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), null!, NullLogger<UserManager<Account>>.Instance);
        return new PasskeyHandler<Account>(people, Options.Create(new IdentityPasskeyOptions
        {
            ServerDomain = baseUrl.Host,
            AuthenticatorTimeout = Ceremony.Lifetime,
            UserVerificationRequirement = door == SessionKind.Staff ? "required" : "preferred",
            ResidentKeyRequirement = "required",
            ValidateOrigin = told => ValueTask.FromResult(told.Origin == origin && !told.CrossOrigin && string.IsNullOrEmpty(told.TopOrigin)),
        }));
    }
}
