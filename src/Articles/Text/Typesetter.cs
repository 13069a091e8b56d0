using Ganss.Xss;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers;
using Markdig.Syntax;

namespace NewsSite.Articles;

/// <summary>A body cannot be set; the message can be shown to whoever wrote it.</summary>
public sealed class MarkdownException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Markdown set as HTML that is safe to show, and the keys of the pictures it shows.</summary>
public sealed record SetText(string Html, IReadOnlyList<string> PhotoKeys);

/// <summary>
/// Sets Markdown as safe HTML, in three steps of which each alone should be enough: raw HTML is text, links and pictures are checked on the tree,
/// and a sanitizer that knows only the tags of an article reads the result.
/// </summary>
public static class Typesetter
{
    /// <summary>Raised with every change of the HTML this makes, so that stored HTML of an older version is made anew.</summary>
    public const int Version = 2;

    /// <summary>Characters. The longest article of a large archive had a quarter of this.</summary>
    public const int Longest = 1_000_000;

    // Listed one by one: the advanced set would let an author write attributes, and with them script.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseFootnotes()
        .UseFigures()
        .UseAutoLinks(new() { UseHttpsForWWWLinks = true })
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Subscript | EmphasisExtraOptions.Superscript | EmphasisExtraOptions.Inserted | EmphasisExtraOptions.Marked)
        .Build();

    private static readonly HtmlSanitizer Sanitizer = MakeSanitizer();

    /// <exception cref="MarkdownException">Too long, or nested deeper than any reader could follow.</exception>
    public static SetText Set(string markdown, string language, IReadOnlyDictionary<string, Photo> photos)
    {
        var document = Parse(markdown);
        var keys = TextRules.Apply(document);
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        PhotoRenderer.Register(renderer, language, photos);
        Guarded(() => renderer.Render(document));
        return new(Sanitizer.Sanitize(writer.ToString()), keys);
    }

    /// <summary>The keys of the pictures that a text shows, in order.</summary>
    /// <exception cref="MarkdownException">As for <see cref="Set"/>.</exception>
    public static IReadOnlyList<string> PhotoKeys(string markdown) =>
        markdown.Contains("media:", StringComparison.Ordinal) ? TextRules.Apply(Parse(markdown)) : [];

    private static MarkdownDocument Parse(string markdown)
    {
        if (markdown.Length > Longest) throw new MarkdownException($"The text has {markdown.Length:N0} characters; {Longest:N0} is the most.");
        return Guarded(() => Markdown.Parse(markdown, Pipeline));
    }

    /// <summary>Markdig counts depth twice, as it parses and as it renders, and throws the same exception for anything too deep.</summary>
    private static T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ArgumentException e)
        {
            throw new MarkdownException("The text is nested too deeply.", e);
        }
    }

    private static HtmlSanitizer MakeSanitizer()
    {
        var options = new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "p", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "pre", "code", "hr", "br", "table", "thead", "tbody", "tr", "th", "td",
                "a", "em", "strong", "del", "ins", "mark", "sub", "sup", "figure", "figcaption", "picture", "source", "img", "div", "span",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "href", "id", "class", "src", "srcset", "sizes", "type", "alt", "width", "height", "loading", "decoding", "start", "aria-label", "title", "rel", "tabindex",
            },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
            AllowedCssProperties = new HashSet<string>(),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
        };
        var sanitizer = new HtmlSanitizer(options);
        string[] classes = ["photo", "photo-credit", "photo-elsewhere", "footnotes", "footnote-ref", "footnote-back-ref", "align-center", "align-end", "table-scroll"];
        foreach (var name in classes) sanitizer.AllowedClasses.Add(name);
        return sanitizer;
    }
}
