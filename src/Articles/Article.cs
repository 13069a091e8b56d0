namespace NewsSite.Articles;

/// <summary>One story in one language, from first draft to archive.</summary>
public sealed class Article(string language, string slug, string headline)
{
    private readonly List<Byline> bylines = [];
    private readonly List<Correction> corrections = [];
    private readonly List<ArticleTag> tags = [];
    private readonly List<PhotoUse> photos = [];
    private readonly List<RelatedPick> picks = [];

    public int Id { get; private set; }

    /// <summary>IETF language tag, such as `uk`.</summary>
    public string Language { get; set; } = language;

    public string Slug { get; set; } = slug;

    /// <summary>Where readers find it, such as `/2026/11/23/slug`; null until it is first published or scheduled.</summary>
    public string? Address { get; private set; }

    public string? Kicker { get; set; }
    public string Headline { get; set; } = headline;
    public string? Standfirst { get; set; }
    public Kind Kind { get; set; } = Kind.News;
    public Status Status { get; private set; } = Status.Draft;

    public int? SectionId { get; set; }
    public Section? Section { get; set; }
    public int? SeriesId { get; set; }
    public Series? Series { get; set; }

    /// <summary>Its place in the series, from 1.</summary>
    public int? Part { get; set; }

    /// <summary>First publication; in the future it is scheduled. Never moved by a later edit.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The last change of words readers see, UTC.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The story this is one language version of, if there are several.</summary>
    public int? StoryId { get; set; }
    public Story? Story { get; set; }

    /// <summary>The newer article to read instead, when events have moved on.</summary>
    public int? SupersededById { get; set; }
    public Article? SupersededBy { get; set; }

    /// <summary>Who holds the rights, when it is not the paper.</summary>
    public string? RightsHolder { get; set; }

    /// <summary>The licence of the text, such as `CC BY 4.0`; null: the paper's reuse policy.</summary>
    public string? Licence { get; set; }

    public int Words { get; set; }

    public ArticleText Text { get; set; } = new();
    public SourceWork? Source { get; set; }
    public int? LeadPhotoId { get; set; }
    public Photo? LeadPhoto { get; set; }

    public IReadOnlyList<Byline> Bylines => bylines;
    public IReadOnlyList<Correction> Corrections => corrections;
    public IReadOnlyList<ArticleTag> Tags => tags;
    public IReadOnlyList<PhotoUse> Photos => photos;
    public IReadOnlyList<RelatedPick> Picks => picks;

    /// <summary>A person reads about 200 words of news a minute; never less than one minute.</summary>
    public int ReadingMinutes => Math.Max(1, (Words + 100) / 200);

    public bool IsTranslation => Kind == Kind.Translation || bylines.Any(b => b.Role == Role.Translator);

    public bool IsPublic(DateTimeOffset now) => Status == Status.Published && PublishedAt <= now;

    /// <summary>The people credited in one role, in their order.</summary>
    public IEnumerable<Contributor> CreditedAs(Role role) => bylines.Where(b => b.Role == role).OrderBy(b => b.Position).Select(b => b.Contributor);

    public void Credit(Contributor contributor, Role role)
    {
        if (!bylines.Any(b => b.Role == role && b.Contributor == contributor)) bylines.Add(new(contributor, role, bylines.Count + 1));
    }

    /// <summary>Takes all credits off, to set them anew in another order.</summary>
    public void ClearCredits() => bylines.Clear();

    public void Tag(Tag tag)
    {
        if (tags.All(t => t.Tag != tag)) tags.Add(new(tag));
    }

    public void ClearTags() => tags.Clear();

    public void Pick(Article related) => picks.Add(new(related, picks.Count + 1));

    /// <summary>Which pictures the text and the lead show now: kept so that every picture knows where it is used.</summary>
    public void Show(IEnumerable<Photo> shown)
    {
        photos.Clear();
        photos.AddRange(shown.Distinct().Select((photo, index) => new PhotoUse(photo, index + 1)));
    }

    /// <summary>Corrections are added to the record and never edited away.</summary>
    public void Correct(CorrectionKind kind, string text, DateTimeOffset at) => corrections.Add(new(kind, text, at));

    /// <summary>Publishes now, or schedules when <paramref name="at"/> lies ahead. First publication only: publishing again must not move a story up the front page.</summary>
    /// <param name="at">The moment of publication, UTC.</param>
    /// <param name="address">Where readers find it from then on.</param>
    public void Publish(DateTimeOffset at, string address)
    {
        Status = Status.Published;

        // Whole seconds, as feeds and search have them: a finer one would make the same two articles change places from list to list.
        PublishedAt ??= at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
        Address ??= address;
    }

    public void MoveTo(Status status)
    {
        if (status == Status.Published) throw new InvalidOperationException("Publishing needs a time and an address.");
        Status = status;
    }
}
