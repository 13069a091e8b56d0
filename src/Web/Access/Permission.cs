using NewsSite.Accounts;

namespace NewsSite.Web.Access;

/// <summary>Who may come in at an endpoint, least to most.</summary>
public enum Who
{
    /// <summary>Everybody, and nobody is asked who they are.</summary>
    Anyone,

    /// <summary>Everybody; the page wants to know whether they are signed in.</summary>
    AnyoneKnown,

    /// <summary>Whoever is signed in.</summary>
    Reader,

    Contributor,
    Editor,
    Publisher,
    Administrator,
}

/// <summary>One row of the table: who may do what at an endpoint.</summary>
/// <param name="Who">The least that is needed.</param>
/// <param name="Methods">What the endpoint answers to; all else is 405.</param>
/// <param name="IsOwned">What it shows belongs to somebody: another's looks missing.</param>
public sealed record Permission(Who Who, string[] Methods, bool IsOwned = false)
{
    private static readonly Dictionary<Who, StaffRole> Staff = new()
    {
        [Who.Contributor] = StaffRole.Contributor, [Who.Editor] = StaffRole.Editor, [Who.Publisher] = StaffRole.Publisher, [Who.Administrator] = StaffRole.Administrator,
    };

    public bool Admits(Session? session)
    {
        if (Who is Who.Anyone or Who.AnyoneKnown) return true;
        if (Who == Who.Reader) return session is not null;
        return session is { Kind: SessionKind.Staff } && session.Account.Staff >= Staff[Who];
    }
}
