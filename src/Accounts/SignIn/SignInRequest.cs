using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>What a mailed link and code are for.</summary>
public enum SignInPurpose
{
    SignIn,

    /// <summary>To prove that a new address is its owner's before the account takes it.</summary>
    NewAddress,
}

/// <summary>
/// A browser asked for a link and a code by mail. Ten minutes, once. The link works in the browser that asked; in another one it asks for the code too.
/// Only hashes are kept, and the code's are salted with secrets that are kept nowhere, for forty bits alone could be guessed from a hash.
/// </summary>
/// <remarks>Source: OWASP ASVS 5.0, 6.5.5 (ten minutes), 6.6.2 (bound to the request).</remarks>
[AboutPerson(nameof(AccountId))]
public sealed class SignInRequest(SignInPurpose purpose, string email, string language, DateTimeOffset createdAt)
{
    public const int MostTries = 5;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public int Id { get; private set; }

    [NotPersonal("What kind of letter it was.")]
    public SignInPurpose Purpose { get; private set; } = purpose;

    /// <summary>Where the letter goes.</summary>
    [Personal("Email", Erasure.RowDeleted, Finds = FoundBy.Address)]
    public string Email { get; private set; } = email;

    /// <summary>The account that wants a new address; null for a sign-in, which knows its account only when it is proved.</summary>
    [NotPersonal("A number of ours.")]
    public int? AccountId { get; init; }

    [Personal("Language", Erasure.RowDeleted)]
    public string Language { get; private set; } = language;

    /// <summary>SHA-256 of the link's 256 random bits.</summary>
    [Personal("SecretHash", Erasure.RowDeleted, IsExported = false)]
    public string TokenHash { get; init; } = "";

    /// <summary>SHA-256 of the asking browser's cookie.</summary>
    [Personal("SecretHash", Erasure.RowDeleted, IsExported = false)]
    public string BrowserHash { get; init; } = "";

    /// <summary>SHA-256 of the code and the browser's cookie: for the browser that asked.</summary>
    [Personal("SecretHash", Erasure.RowDeleted, IsExported = false)]
    public string CodeHashForBrowser { get; init; } = "";

    /// <summary>SHA-256 of the code and the link's token: for another browser that opened the link.</summary>
    [Personal("SecretHash", Erasure.RowDeleted, IsExported = false)]
    public string CodeHashForLink { get; init; } = "";

    /// <summary>IPv4 /24 or IPv6 /48 that asked, for the limits; gone with the row after a day.</summary>
    [Personal("Network", Erasure.RowDeleted)]
    public string Network { get; init; } = "";

    /// <summary>A path of this site to go on to.</summary>
    [Personal("ReturnPath", Erasure.RowDeleted)]
    public string? ReturnPath { get; init; }

    [Personal("Since", Erasure.RowDeleted)]
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    [Personal("LastProof", Erasure.RowDeleted)]
    public DateTimeOffset? UsedAt { get; internal set; }

    /// <summary>Wrong codes so far.</summary>
    [NotPersonal("A count.")]
    public int Tries { get; internal set; }

    /// <summary>False when the mail limits kept the letter from being sent: the answer to the browser is the same.</summary>
    [NotPersonal("Whether the limits let a letter go.")]
    public bool IsMailed { get; init; }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && Tries < MostTries && now - CreatedAt < Lifetime;
}
