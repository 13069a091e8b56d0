using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>What staff may do, least to most: each may do all that the ones before it may.</summary>
public enum StaffRole
{
    /// <summary>Writes own drafts.</summary>
    Contributor,

    /// <summary>The desk: edits and publishes.</summary>
    Editor,

    /// <summary>Money, appeals, policies, people of the desk.</summary>
    Publisher,

    /// <summary>Settings and staff.</summary>
    Administrator,
}

/// <summary>Somebody who can sign in: a reader by mail or passkey, staff by passkey only. Whoever is credited in an article is a contributor and needs none of this.</summary>
[AboutPerson(nameof(Id))]
public sealed class Account(string? email, string language, DateTimeOffset createdAt)
{
    public const int LongestEmail = 254;
    public const int LongestName = 100;

    /// <summary>The language of nobody (RFC 5646, 4.1).</summary>
    private const string Undetermined = "und";

    public int Id { get; private set; }

    /// <summary>In small letters, as <see cref="EmailAddress"/> reads it; one account an address. Null once erased.</summary>
    [Personal("Email", Erasure.Blanked)]
    public string? Email { get; set; } = email;

    /// <summary>As the person wants to be called; need not be a real name.</summary>
    [Personal("Name", Erasure.Blanked)]
    public string? Name { get; set; }

    /// <summary>IETF tag of the language letters are written in.</summary>
    [Personal("Language", Erasure.Blanked, Blank = Undetermined)]
    public string Language { get; set; } = language;

    /// <summary>Null for readers.</summary>
    [Personal("StaffRole", Erasure.Blanked)]
    public StaffRole? Staff { get; set; }

    [Personal("Since", Erasure.Kept, Because = "A number and a day tie what the books must keep to one giver; they name nobody.")]
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    /// <summary>From then on nobody signs in with it.</summary>
    [Personal("Closed", Erasure.Kept, Because = "That it was closed is what keeps it closed.")]
    public DateTimeOffset? ClosedAt { get; set; }

    public bool IsOpen => ClosedAt is null;

    public bool IsStaff => Staff is not null;

    public static bool IsName(string? name) => name?.Trim() is { Length: > 0 and <= LongestName } && !name.Any(char.IsControl);
    /// <summary>What their rows are found by, in all tables.</summary>
    public PersonKey AsPerson() => new(Id, Email, Email is null ? null : Secret.HashOf(Email));
}
