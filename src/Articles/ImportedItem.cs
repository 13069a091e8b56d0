namespace NewsSite.Articles;

/// <summary>What an item of another system became here, so that importing again changes nothing.</summary>
public sealed class ImportedItem(string source, string externalId, string inputHash)
{
    public int Id { get; private set; }

    /// <summary>The system and site, such as `wordpress:example.org`.</summary>
    public string Source { get; private set; } = source;

    /// <summary>The item's kind and number there, such as `post:17`.</summary>
    public string ExternalId { get; private set; } = externalId;

    /// <summary>SHA-256 of what was read, in hexadecimal: another hash means that the item changed at its source.</summary>
    public string InputHash { get; set; } = inputHash;

    /// <summary>The last revision that the import itself made: a later one is the newsroom's own work and is not overwritten.</summary>
    public int RevisionNumber { get; set; }

    public int? ArticleId { get; set; }
    public Article? Article { get; set; }
    public int? PageId { get; set; }
    public SitePage? Page { get; set; }
    public int? PhotoId { get; set; }
    public Photo? Photo { get; set; }
}
