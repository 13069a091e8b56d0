using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>What a passkey is asked for.</summary>
public enum CeremonyPurpose
{
    Enrol,
    SignIn,
}

/// <summary>A challenge given to one browser for a passkey to sign: five minutes, once, and of no use to another browser.</summary>
[AboutPerson(nameof(AccountId))]
public sealed class Ceremony(CeremonyPurpose purpose, string browserHash, string state, DateTimeOffset createdAt)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public int Id { get; private set; }

    [NotPersonal("What the browser is doing.")]
    public CeremonyPurpose Purpose { get; private set; } = purpose;

    /// <summary>SHA-256 of the browser's cookie.</summary>
    [Personal("SecretHash", Erasure.RowDeleted, IsExported = false)]
    public string BrowserHash { get; private set; } = browserHash;

    /// <summary>What ASP.NET Core Identity wants to see again.</summary>
    [Personal("Passkey", Erasure.RowDeleted, IsExported = false)]
    public string State { get; private set; } = state;

    /// <summary>Whose key is being made; null when somebody unknown signs in.</summary>
    [NotPersonal("A number of ours.")]
    public int? AccountId { get; init; }

    [Personal("Since", Erasure.RowDeleted)]
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;
}
