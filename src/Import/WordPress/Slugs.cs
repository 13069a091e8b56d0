using NewsSite.Articles;

namespace NewsSite.Import.WordPress;

/// <summary>WordPress's own slugs, kept as they are so that addresses match.</summary>
internal static class Slugs
{
    private const int Longest = 200;

    public static string Of(string name, string headline, string kind, long id)
    {
        var slug = Clean(name);
        if (slug.Length == 0) slug = Slug.Of(headline);
        return slug.Length > 0 ? slug : FormattableString.Invariant($"{kind}-{id}");
    }

    /// <summary>Percent-decoded, in lower case, without what would end the path.</summary>
    public static string Clean(string name)
    {
        var decoded = OldAddress.Decode(name.Trim()).ToLowerInvariant();
        var slug = string.Concat(decoded.Select(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '/' or '\\' or '?' or '#' or '%' ? '-' : c)).Trim('-');
        return slug.Length > Longest ? slug[..Longest].TrimEnd('-') : slug is "." or ".." ? "" : slug;
    }
}
