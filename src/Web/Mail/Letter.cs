namespace NewsSite.Web.Mail;

/// <summary>What a mail says, before anything is known of how it looks: the same for people who see pictures of pages and for those who hear text.</summary>
/// <param name="Language">IETF tag of the words.</param>
/// <param name="Subject">One line, in our own words: nothing a visitor typed.</param>
/// <param name="Paragraphs">Plain text, a string each.</param>
/// <param name="Fine">The small print at the end: who sends this, and why.</param>
public sealed record Letter(string Language, string Subject, IReadOnlyList<string> Paragraphs, string Fine)
{
    /// <summary>What is to be done, if anything.</summary>
    public LetterAction? Action { get; init; }

    /// <summary>To be typed somewhere, and so shown large.</summary>
    public string? Code { get; init; }
}

/// <summary>The one thing a letter asks for.</summary>
/// <param name="Label">What happens there.</param>
/// <param name="Link">An absolute address of this site, as it is: no detour that counts who came.</param>
public sealed record LetterAction(string Label, string Link);
