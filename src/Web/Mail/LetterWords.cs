using NewsSite.Web.Editions;

namespace NewsSite.Web.Mail;

/// <summary>A letter's words: `Letter.{name}.Subject`, `.Text` and `.Advice`, and `.Act` where something is to be done.</summary>
public sealed class LetterWords(Settings site, EditionList editions)
{
    /// <param name="name">The letter's name among the words.</param>
    /// <param name="language">The reader's.</param>
    /// <param name="path">Where the letter leads, without the edition; null: nowhere.</param>
    /// <param name="at">When it was that the letter tells of.</param>
    /// <param name="who">Somebody it tells of.</param>
    /// <param name="stop">The program is being stopped.</param>
    /// <remarks>The places to fill are the paper's name, the moment and that name.</remarks>
    public async Task<Letter> WriteAsync(string name, string language, string? path, DateTimeOffset at, string who, CancellationToken stop)
    {
        // No request has asked lately, perhaps: an edition that came out since is looked for here.
        await editions.RefreshAsync(stop);
        var here = new Edition(editions.Has(language) ? language : site.Language, site);
        var words = new Edition(language, site);
        string Say(string part) => words.Say($"Letter.{name}.{part}", site.Name, words.Date(at) + words["List.Comma"] + words.Time(at), OneLine(who));
        return new(words.WordsLanguage, Say("Subject"), [Say("Text"), Say("Advice")], words.Say("Letter.Fine", site.Name, site.Absolute("/")))
        {
            // Staff pages have no editions.
            Action = path is null ? null : new(Say("Act"), site.Absolute(path.StartsWith("/admin", StringComparison.Ordinal) ? path : here.Link(path))),
        };
    }

    /// <summary>Whatever somebody calls themselves, it makes no paragraph of its own in our letter.</summary>
    private static string OneLine(string fact) => string.Concat(fact.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
