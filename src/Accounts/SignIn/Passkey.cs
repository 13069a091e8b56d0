using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>A key pair on a person's device; ours is the public half (W3C Web Authentication).</summary>
[AboutPerson(nameof(AccountId))]
public sealed class Passkey(int accountId, byte[] credentialId, byte[] publicKey, string name, DateTimeOffset createdAt)
{
    public const int MostOfOnePerson = 10;
    public const int LongestName = 100;

    public int Id { get; private set; }

    [NotPersonal("A number of ours.")]
    public int AccountId { get; private set; } = accountId;
    public Account Account { get; private set; } = null!;

    [Personal("Passkey", Erasure.RowDeleted)]
    public byte[] CredentialId { get; private set; } = credentialId;

    /// <summary>COSE.</summary>
    [Personal("Passkey", Erasure.RowDeleted)]
    public byte[] PublicKey { get; private set; } = publicKey;

    /// <summary>Its owner's word for it.</summary>
    [Personal("Device", Erasure.RowDeleted)]
    public string Name { get; set; } = name;

    [Personal("Since", Erasure.RowDeleted)]
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    [Personal("LastSeen", Erasure.RowDeleted)]
    public DateTimeOffset? UsedAt { get; set; }

    [NotPersonal("A count the device keeps; one that runs backwards means a copy.")]
    public long SignCount { get; set; }

    /// <summary>Parted by commas, such as `internal,hybrid`.</summary>
    [Personal("Device", Erasure.RowDeleted)]
    public string Transports { get; init; } = "";

    /// <summary>The device checked its holder when the key was made. No staff key is without.</summary>
    [NotPersonal("How the key works.")]
    public bool IsUserVerified { get; set; }

    [NotPersonal("How the key works.")]
    public bool IsBackupEligible { get; init; }

    [NotPersonal("How the key works.")]
    public bool IsBackedUp { get; set; }

    [Personal("Passkey", Erasure.RowDeleted, IsExported = false)]
    public byte[] AttestationObject { get; init; } = [];

    [Personal("Passkey", Erasure.RowDeleted, IsExported = false)]
    public byte[] ClientDataJson { get; init; } = [];
}
