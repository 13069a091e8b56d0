using AngleSharp.Dom;

namespace NewsSite.Import.Html;

/// <summary>How much markup is tried; each step back is used where the one before would change the visible text.</summary>
internal enum Level
{
    Full,

    /// <summary>Blocks, links and pictures, but no bold, italic and the like.</summary>
    NoEmphasis,

    /// <summary>Paragraphs of words, and pictures.</summary>
    Plain,
}

/// <summary>What the text being read needs from outside.</summary>
public sealed class TextSource
{
    /// <summary>Line ends count as markup, as in WordPress's classic editor: a blank line ends a paragraph, a single one is a line break.</summary>
    public bool LineEndsCount { get; init; }

    /// <summary>Where a link leads from the new site; null when it can lead nowhere.</summary>
    public Func<string, string?> Link { get; init; } = address => address;

    /// <summary>What an `img` element becomes: `media:KEY`, a web address, or null when it has none.</summary>
    public Func<IElement, string?> Picture { get; init; } = image => image.GetAttribute("src");

    /// <summary>Notes that the system keeps apart from the text, as HTML by the name that the text calls them by.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Footnotes { get; init; } = [];
}

/// <summary>One conversion at one level: the source, and the losses met.</summary>
internal sealed class Reading(TextSource source, Level level, bool withFootnotes)
{
    private readonly List<Note> losses = [];

    public TextSource Source { get; } = source;
    public Level Level { get; } = level;
    public bool WithFootnotes { get; } = withFootnotes;
    public IReadOnlyList<Note> Losses => losses;

    public void Lose(string what, string how) => losses.Add(new(what, how));

    /// <summary>The number by which Markdown calls a footnote of the source, or null.</summary>
    public int? FootnoteNumber(string? name)
    {
        if (!WithFootnotes || name is null) return null;
        for (var i = 0; i < Source.Footnotes.Count; i++)
            if (Source.Footnotes[i].Key == name) return i + 1;
        return null;
    }
}
