namespace NewsSite.Articles;

/// <summary>The body of an article, in a table of its own so that lists of articles stay dense on disk.</summary>
public sealed class ArticleText
{
    public int ArticleId { get; private set; }

    public string Markdown { get; set; } = "";

    /// <summary>The safe HTML made from <see cref="Markdown"/> when it was saved.</summary>
    public string Html { get; set; } = "";

    /// <summary>The version of the renderer that made <see cref="Html"/>; another version renders anew.</summary>
    public int RendererVersion { get; set; }
}
