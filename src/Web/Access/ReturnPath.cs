namespace NewsSite.Web.Access;

/// <summary>The one way an address to go on to is read: a path of this site, or nothing.</summary>
internal static class ReturnPath
{
    private const int Longest = 300;

    public static string? Read(string? asked) =>
        asked is { Length: > 0 and <= Longest } && asked[0] == '/' && !asked.Any(c => char.IsControl(c) || c is '\\') && !asked.StartsWith("//", StringComparison.Ordinal)
        && !asked.Contains("/sign-", StringComparison.Ordinal) && Uri.IsWellFormedUriString(asked, UriKind.Relative) ? asked : null;
}
