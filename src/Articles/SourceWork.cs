namespace NewsSite.Articles;

/// <summary>The work an article was made from: what was translated or reprinted, from where, and by whose leave.</summary>
public sealed class SourceWork
{
    public int ArticleId { get; private set; }

    /// <summary>Our own article that was translated, when the source is in this paper.</summary>
    public int? OriginalId { get; set; }
    public Article? Original { get; set; }

    /// <summary>When our original was last changed as the translation was made, UTC: a later change makes the translation stale.</summary>
    public DateTimeOffset? OriginalSeenAt { get; set; }

    public string? Headline { get; set; }
    public string? Author { get; set; }

    /// <summary>The outlet that published the source first.</summary>
    public string? Outlet { get; set; }

    /// <summary>The source's address on the web (http or https); anything else is not kept, for readers will follow it.</summary>
    public string? Url { get; set => field = Addresses.OnTheWeb(value); }

    /// <summary>IETF language tag of the source; null when it is in the article's own language.</summary>
    public string? Language { get; set; }

    /// <summary>By whose leave, in words for readers.</summary>
    public string? Permission { get; set; }

    public DateOnly? PublishedOn { get; set; }
}
