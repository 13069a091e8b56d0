using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>A one-time address at which a staff member, or the first administrator of all, makes the passkey to sign in with.</summary>
[AboutPerson(nameof(AccountId), OfStaff = true)]
public sealed class Invitation(string tokenHash, DateTimeOffset createdAt)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    public int Id { get; private set; }

    /// <summary>SHA-256 of the 256 random bits in the address.</summary>
    [Personal("SecretHash", Erasure.RowDeleted, IsExported = false)]
    public string TokenHash { get; private set; } = tokenHash;

    /// <summary>Null for the first administrator, who says who they are on arrival.</summary>
    [NotPersonal("A number of ours.")]
    public int? AccountId { get; set; }
    public Account? Account { get; private set; }

    [Personal("Since", Erasure.RowDeleted)]
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    [Personal("LastProof", Erasure.RowDeleted)]
    public DateTimeOffset? UsedAt { get; set; }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now - CreatedAt < Lifetime;
}
