namespace NewsSite.Articles;

/// <summary>A standing page of the paper, such as About; not a story and in no list.</summary>
public sealed class SitePage(string language, string address, string title)
{
    public int Id { get; private set; }
    public string Language { get; set; } = language;

    /// <summary>Path without its language, such as `/about` or `/about/team`; the same in every language version.</summary>
    public string Address { get; set; } = address;
    public string Title { get; set; } = title;
    public string? Standfirst { get; set; }
    public string Markdown { get; set; } = "";
    public string Html { get; set; } = "";
    public int RendererVersion { get; set; }
    public bool IsPublished { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}
