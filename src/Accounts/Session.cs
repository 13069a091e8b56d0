using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>Whose rights a session carries. Staff rights come with nothing but a staff session.</summary>
public enum SessionKind
{
    Reader,
    Staff,
}

/// <summary>How somebody proved who they are.</summary>
public enum Proof
{
    Link,
    Code,

    /// <summary>A passkey whose device checked its holder (WebAuthn user verification).</summary>
    Passkey,

    /// <summary>Break-glass: a code of the authenticator app together with a recovery code.</summary>
    Authenticator,
}

/// <summary>
/// One browser that is signed in. The cookie is only a reference to this row: without a row the best-made cookie is worth nothing,
/// and a row that is gone ends the session at the next request on every node.
/// </summary>
[AboutPerson(nameof(AccountId))]
public sealed class Session(int accountId, SessionKind kind, Proof proof, string tokenHash, DateTimeOffset createdAt)
{
    public int Id { get; private set; }

    [NotPersonal("A number of ours.")]
    public int AccountId { get; private set; } = accountId;
    public Account Account { get; private set; } = null!;

    [Personal("SessionKind", Erasure.RowDeleted)]
    public SessionKind Kind { get; private set; } = kind;

    [Personal("Proof", Erasure.RowDeleted)]
    public Proof Proof { get; private set; } = proof;

    /// <summary>SHA-256 of the 256 random bits in the cookie, in hexadecimal.</summary>
    [Personal("SecretHash", Erasure.RowDeleted, IsExported = false)]
    public string TokenHash { get; private set; } = tokenHash;

    [Personal("Since", Erasure.RowDeleted)]
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    /// <summary>To the minute.</summary>
    [Personal("LastSeen", Erasure.RowDeleted)]
    public DateTimeOffset SeenAt { get; internal set; } = createdAt;

    /// <summary>When its person last proved who they are; what cannot be taken back asks for a fresh proof.</summary>
    [Personal("LastProof", Erasure.RowDeleted)]
    public DateTimeOffset ProvedAt { get; internal set; } = createdAt;

    /// <summary>The network it came from: IPv4 /24 or IPv6 /48, never an address.</summary>
    [Personal("Network", Erasure.RowDeleted)]
    public string? Network { get; init; }

    /// <summary>Such as `Firefox, Linux`: enough for its owner to know it again.</summary>
    [Personal("Device", Erasure.RowDeleted)]
    public string? Device { get; init; }

    /// <summary>Readers 30 days, staff 30 minutes.</summary>
    public static TimeSpan IdleLimit(SessionKind kind) => kind == SessionKind.Staff ? TimeSpan.FromMinutes(30) : TimeSpan.FromDays(30);

    /// <summary>Readers 180 days, staff 12 hours, used or not.</summary>
    public static TimeSpan WholeLimit(SessionKind kind) => kind == SessionKind.Staff ? TimeSpan.FromHours(12) : TimeSpan.FromDays(180);

    /// <summary>How long a proof is good for what cannot be taken back.</summary>
    /// <remarks>Source: OWASP ASVS 5.0, 7.5.1.</remarks>
    public static readonly TimeSpan FreshProof = TimeSpan.FromMinutes(10);

    public bool IsFresh(DateTimeOffset now) => now - ProvedAt < FreshProof;

    public bool IsAlive(DateTimeOffset now) => now - SeenAt < IdleLimit(Kind) && now - CreatedAt < WholeLimit(Kind);
}
