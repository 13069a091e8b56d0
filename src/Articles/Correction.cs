namespace NewsSite.Articles;

/// <summary>Wrong fact put right, unclear made clear, or news added.</summary>
public enum CorrectionKind
{
    Correction,
    Clarification,
    Update,
}

/// <summary>A dated public note on an article. Can be added, never changed or taken away: the database refuses it too.</summary>
public sealed class Correction(CorrectionKind kind, string text, DateTimeOffset at)
{
    public int Id { get; private set; }
    public int ArticleId { get; private set; }
    public Article Article { get; private set; } = null!;
    public CorrectionKind Kind { get; private set; } = kind;

    /// <summary>Plain text.</summary>
    public string Text { get; private set; } = text;
    public DateTimeOffset At { get; private set; } = at;

    /// <summary>The earlier note this one replaces; both stay on the record.</summary>
    public int? SupersedesId { get; set; }
}
