namespace NewsSite.Import.WordPress;

/// <summary>An item made ready to be stored, or the reason why it is not.</summary>
internal sealed class Converted(WxrItem item, string kind)
{
    public WxrItem Item { get; } = item;

    /// <summary>What the report counts it as.</summary>
    public string Kind { get; } = kind;

    public string ExternalId { get; } = item.ExternalId;

    /// <summary>Why it is not imported; null when it is.</summary>
    public string? Refusal { get; set; }

    public string Language { get; set; } = "en";
    public string Slug { get; set; } = "";
    public string Headline { get; set; } = "";
    public string? Standfirst { get; set; }
    public string Markdown { get; set; } = "";

    /// <summary>Published or scheduled; else a draft.</summary>
    public bool IsPublished { get; set; }
    public DateTimeOffset? At { get; set; }
    public DateOnly? Day { get; set; }
    public DateTimeOffset? ChangedAt { get; set; }
    public FoundCredits Credits { get; set; } = new([], []);

    /// <summary>The address of a standing page.</summary>
    public string PageAddress { get; set; } = "";

    /// <summary>The category that is its section.</summary>
    public WxrTerm? Section { get; set; }
    public List<WxrTerm> Tags { get; } = [];
    public List<GivenPicture> Pictures { get; } = [];
    public GivenPicture? Lead { get; set; }
    public List<string> OldAddresses { get; } = [];
    public List<Note> Notes { get; } = [];
    public IReadOnlyCollection<string> UnknownShortcodes { get; set; } = [];

    /// <summary>Addresses of pictures whose file was not given.</summary>
    public List<string> MissingPictures { get; } = [];

    public string Hash { get; set; } = "";

    public void Note(string what, string how) => Notes.Add(new(what, how));
}
