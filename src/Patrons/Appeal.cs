namespace NewsSite.Patrons;

/// <summary>The letter under an article that asks the reader to become a patron. Edited text, one per language at a time.</summary>
public sealed class Appeal(string language, string heading, string text, string button)
{
    public int Id { get; private set; }

    /// <summary>IETF language tag, such as `uk`.</summary>
    public string Language { get; private set; } = language;

    public string Heading { get; set; } = heading;

    /// <summary>Markdown.</summary>
    public string Text { get; set; } = text;

    /// <summary>The words on the one button.</summary>
    public string Button { get; set; } = button;
}
