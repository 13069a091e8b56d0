namespace NewsSite.Database;

/// <summary>What becomes of a column when its person asks to be forgotten.</summary>
public enum Erasure
{
    /// <summary>It goes, with its row.</summary>
    RowDeleted,

    /// <summary>It is emptied; the row stays for what points at it.</summary>
    Blanked,

    /// <summary>It stays, because a law or a promise to others says so; the reason stands beside it.</summary>
    Kept,
}

/// <summary>What of a person else than the account's number finds their rows.</summary>
public enum FoundBy
{
    Nothing,

    /// <summary>The column holds the e-mail address.</summary>
    Address,

    /// <summary>The column holds the address's hash.</summary>
    AddressHash,
}

/// <summary>The rows of this table are about one person each.</summary>
/// <param name="accountColumn">The property with the account's id; the account's own table names its key. Null where rows are found by the person's address only.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AboutPersonAttribute(string? accountColumn = null) : Attribute
{
    public string? AccountColumn { get; } = accountColumn;

    /// <summary>Only who works here has rows in it.</summary>
    public bool OfStaff { get; init; }
}

/// <summary>
/// The register of personal columns: what it is, how long it is kept, what becomes of it. Export, erasure, the privacy page and a test that lets no column
/// go unregistered all read this (GDPR art. 15, 17, 30).
/// </summary>
/// <param name="what">A word for people, such as `e-mail address`: a key of the words on screen, `Personal.{what}`.</param>
/// <param name="erasure">What becomes of it when its person asks to be forgotten.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute(string what, Erasure erasure) : Attribute
{
    public string What { get; } = what;
    public Erasure Erasure { get; } = erasure;

    /// <summary>Secrets and hashes of secrets are personal, and no good to anybody in a file: they are left out of what a person takes home.</summary>
    public bool IsExported { get; init; } = true;

    /// <summary>Why it is kept; needed with <see cref="Erasure.Kept"/>.</summary>
    public string? Because { get; init; }

    /// <summary>Rows that were noted before anybody knew whose they are have no account's number: this column finds them.</summary>
    public FoundBy Finds { get; init; }

    /// <summary>What stands in a blanked text that cannot be null.</summary>
    public string Blank { get; init; } = "";
}

/// <summary>A column of a person's table that says nothing about the person.</summary>
/// <param name="because">Why not.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotPersonalAttribute(string because) : Attribute
{
    public string Because { get; } = because;
}
