using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>The secret of a staff member's authenticator app (RFC 6238), for the day the passkey is lost.</summary>
[AboutPerson(nameof(AccountId), OfStaff = true)]
public sealed class Authenticator(int accountId, string secret, DateTimeOffset createdAt)
{
    public int Id { get; private set; }

    [NotPersonal("A number of ours.")]
    public int AccountId { get; private set; } = accountId;

    /// <summary>Encrypted with the site's key ring: whoever reads the database cannot make codes.</summary>
    [Personal("SecretHash", Erasure.RowDeleted, IsExported = false)]
    public string Secret { get; private set; } = secret;

    [Personal("Since", Erasure.RowDeleted)]
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    /// <summary>Null until the first right code proved that the app has it.</summary>
    [Personal("LastProof", Erasure.RowDeleted)]
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The time step of the last code taken: no code is taken twice (RFC 6238, 5.2).</summary>
    [NotPersonal("A count.")]
    public long LastStep { get; set; }
}

/// <summary>One of ten words kept on paper; each is good once.</summary>
[AboutPerson(nameof(AccountId), OfStaff = true)]
public sealed class RecoveryCode(int accountId, string hash, DateTimeOffset createdAt)
{
    public int Id { get; private set; }

    [NotPersonal("A number of ours.")]
    public int AccountId { get; private set; } = accountId;

    /// <summary>SHA-256 of the code's 100 random bits.</summary>
    [Personal("SecretHash", Erasure.RowDeleted, IsExported = false)]
    public string Hash { get; private set; } = hash;

    [Personal("Since", Erasure.RowDeleted)]
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    [Personal("LastProof", Erasure.RowDeleted)]
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>Wrong break-glass codes for one account from one network: it locks there only, so that nobody can lock staff out of their own site from elsewhere.</summary>
[AboutPerson(nameof(AccountId), OfStaff = true)]
public sealed class FailedProof(int accountId, string network, DateTimeOffset lastAt)
{
    public const int Most = 5;
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    public int Id { get; private set; }

    [NotPersonal("A number of ours.")]
    public int AccountId { get; private set; } = accountId;

    [Personal("Network", Erasure.RowDeleted)]
    public string Network { get; private set; } = network;

    [NotPersonal("A count.")]
    public int Count { get; set; } = 1;

    [Personal("LastSeen", Erasure.RowDeleted)]
    public DateTimeOffset LastAt { get; set; } = lastAt;

    public bool Locks(DateTimeOffset now) => Count >= Most && now - LastAt < Pause;
}
