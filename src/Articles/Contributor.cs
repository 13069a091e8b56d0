using NewsSite.Database;

namespace NewsSite.Articles;

/// <summary>A person who may be credited. Needs no account.</summary>
public sealed class Contributor(string slug, Wording name)
{
    public int Id { get; private set; }
    public string Slug { get; private set; } = slug;

    /// <summary>The name as written in each language.</summary>
    public Wording Name { get; set; } = name;

    /// <summary>Plain text.</summary>
    public Wording Bio { get; set; } = Wording.Empty;
}
