namespace NewsSite.Articles;

/// <summary>An address that once answered, here or on the old site, and redirects for good.</summary>
public sealed class FormerAddress(string address)
{
    /// <summary>Path in lower case without a trailing slash, percent-decoded; an old site's query follows after `?`, as in `/?p=12`.</summary>
    public string Address { get; private set; } = address;

    public int? ArticleId { get; set; }
    public Article? Article { get; set; }
    public int? PageId { get; set; }
    public SitePage? Page { get; set; }

    /// <summary>Another path of this site, when it is neither an article nor a page.</summary>
    public string? Target { get; set; }
}
