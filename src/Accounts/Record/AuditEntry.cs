using System.Security.Cryptography;
using System.Text;
using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>
/// Who did what to what, and from which network. Names nobody: people stand in it as numbers, so it stays true when one of them is erased.
/// Each entry carries the hash of the one before; the database refuses changes and deletions.
/// </summary>
[AboutPerson(nameof(ActorId))]
public sealed class AuditEntry(DateTimeOffset at, int? actorId, string act, string? subject, string? network, string? detail, string previousHash)
{
    private const string Record = "The record of who did what must stay whole; it holds numbers, and no name.";

    public long Id { get; private set; }

    [Personal("Since", Erasure.Kept, Because = Record)]
    public DateTimeOffset At { get; private set; } = at;

    /// <summary>The account that acted; null for the program itself or somebody unknown.</summary>
    [NotPersonal("A number of ours.")]
    public int? ActorId { get; private set; } = actorId;

    /// <summary>A word of <see cref="Acts"/>, such as `session.ended`.</summary>
    [Personal("Act", Erasure.Kept, Because = Record)]
    public string Act { get; private set; } = act;

    /// <summary>What it was done to: a kind and a number, such as `account 12`.</summary>
    [Personal("Act", Erasure.Kept, Because = Record)]
    public string? Subject { get; private set; } = subject;

    /// <summary>IPv4 /24 or IPv6 /48.</summary>
    [Personal("Network", Erasure.Kept, Because = Record)]
    public string? Network { get; private set; } = network;

    /// <summary>More, in words that name nobody, such as `Editor -> Publisher`.</summary>
    [Personal("Act", Erasure.Kept, Because = Record)]
    public string? Detail { get; private set; } = detail;

    /// <summary>Empty for the first.</summary>
    [NotPersonal("A checksum.")]
    public string PreviousHash { get; private set; } = previousHash;

    /// <summary>SHA-256 in hexadecimal over the previous hash and all of the above.</summary>
    [NotPersonal("A checksum.")]
    public string Hash { get; private set; } = HashOf(at, actorId, act, subject, network, detail, previousHash);

    /// <summary>False when the row no longer says what was recorded.</summary>
    public bool IsIntact => Hash == HashOf(At, ActorId, Act, Subject, Network, Detail, PreviousHash);

    // Length before text: no two records share a string by moving a border between two of their parts.
    private static string HashOf(DateTimeOffset at, int? actorId, string act, string? subject, string? network, string? detail, string previousHash) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $"{previousHash}|{at.UtcTicks}|{actorId}|{Sized(act)}|{Sized(subject)}|{Sized(network)}|{Sized(detail)}"))));

    private static string Sized(string? text) => FormattableString.Invariant($"{text?.Length ?? -1}:{text}");
}
