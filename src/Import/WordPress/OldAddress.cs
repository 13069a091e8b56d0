namespace NewsSite.Import.WordPress;

/// <summary>The old site's addresses, seen from the new one.</summary>
internal sealed class OldAddress
{
    private readonly Uri? site;
    private readonly HashSet<string> hosts = new(StringComparer.OrdinalIgnoreCase);

    public OldAddress(WxrSurvey survey)
    {
        if (!Uri.TryCreate(survey.Address, UriKind.Absolute, out site)) return;
        hosts.Add(WithoutWww(site.Authority));
        foreach (var attachment in survey.Attachments.Values)
            if (Uri.TryCreate(attachment.Url, UriKind.Absolute, out var url)) hosts.Add(WithoutWww(url.Authority));
    }

    /// <summary>The path (and query) of an old address as <see cref="Articles.FormerAddress"/> keeps it, or null when there is none of its own.</summary>
    public static string? Former(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")) return null;
        var path = Decode(url.AbsolutePath).ToLowerInvariant().TrimEnd('/');
        if (path.StartsWith("//", StringComparison.Ordinal)) path = "/" + path.TrimStart('/');
        if (url.Query.Length > 1) return (path.Length == 0 ? "/" : path) + Decode(url.Query);
        return path.Length is 0 or > 500 ? null : path;
    }

    /// <summary>`/?p=12`, where every item of the old site answered.</summary>
    public string ById(string key, long id) => FormattableString.Invariant($"{Base()}/?{key}={id}");

    /// <summary>A path below the old site's own address.</summary>
    public string Below(string path) => (Base() + path).ToLowerInvariant();

    /// <summary>Where a link in a text leads from here: within the paper by path, elsewhere in full.</summary>
    /// <param name="address">As it stands in the text.</param>
    /// <param name="page">The address of the page that it stands on.</param>
    public string? Link(string address, string page)
    {
        address = address.Trim();
        if (address.StartsWith("//", StringComparison.Ordinal)) address = "https:" + address;
        if (address.Length == 0 || address[0] == '#') return null;
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return address.Any(char.IsWhiteSpace) ? null : address;
        if (!Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out var url)) return null;
        if ((!url.IsAbsoluteUri || url.IsFile) && !(Uri.TryCreate(page.Length > 0 ? page : site?.ToString(), UriKind.Absolute, out var from) && Uri.TryCreate(from, address, out url))) return null;
        if (url.Scheme is not ("http" or "https")) return null;
        var isPaper = site is not null && WithoutWww(url.Authority) == WithoutWww(site.Authority) && !url.AbsolutePath.Contains("/wp-", StringComparison.Ordinal);
        if (!isPaper) return url.IsAbsoluteUri && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? address.Replace(" ", "%20", StringComparison.Ordinal) : url.AbsoluteUri;
        var path = url.PathAndQuery + url.Fragment;
        return path.StartsWith("//", StringComparison.Ordinal) ? url.AbsoluteUri : path;
    }

    /// <summary>The address of a picture of the old site, or null when it was another's: a file of the same name may be another picture.</summary>
    public string? OwnPicture(string address, string page)
    {
        if (!Uri.TryCreate(page.Length > 0 ? page : site?.ToString(), UriKind.Absolute, out var from) || !Uri.TryCreate(from, address, out var url)) return null;
        var parts = url.AbsolutePath.TrimStart('/').Split('/', 2);

        // WordPress's own picture network serves `i0.wp.com/host/path`.
        if (url.Host.EndsWith(".wp.com", StringComparison.OrdinalIgnoreCase) && parts.Length == 2 && hosts.Contains(WithoutWww(parts[0]))) return $"https://{parts[0]}/{parts[1]}";
        return hosts.Contains(WithoutWww(url.Authority)) ? url.AbsoluteUri : null;
    }

    /// <summary>A picture's address in full, or null when a browser could not ask for it.</summary>
    public string? Picture(string address, string page)
    {
        if (address.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) return null;
        if (!Uri.TryCreate(page.Length > 0 ? page : site?.ToString(), UriKind.Absolute, out var from) || !Uri.TryCreate(from, address, out var url)) return null;
        return url.Scheme is "http" or "https" ? url.AbsoluteUri : null;
    }

    public static string Decode(string text)
    {
        var decoded = Uri.UnescapeDataString(text);
        return decoded.Any(char.IsControl) ? text : decoded;
    }

    private string Base() => site?.AbsolutePath.TrimEnd('/').ToLowerInvariant() ?? "";

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..].ToLowerInvariant() : host.ToLowerInvariant();
}
