using NewsSite.Database;

namespace NewsSite.Articles;

/// <summary>One place in the paper.</summary>
public sealed class Section(string slug, Wording name)
{
    public int Id { get; private set; }
    public string Slug { get; private set; } = slug;
    public Wording Name { get; set; } = name;
    public Wording Description { get; set; } = Wording.Empty;
    public int? ParentId { get; set; }
    public Section? Parent { get; set; }

    /// <summary>Its place on the front page and in the menu; equal places go by name.</summary>
    public int Position { get; set; }

    /// <summary>Articles older than this many months say so above the text; null: never.</summary>
    public int? AgeNoticeMonths { get; set; }
}

/// <summary>One of any number of subjects of an article.</summary>
public sealed class Tag(string slug, Wording name)
{
    public int Id { get; private set; }
    public string Slug { get; private set; } = slug;
    public Wording Name { get; set; } = name;
}

/// <summary>An article's tag.</summary>
public sealed class ArticleTag
{
    private ArticleTag()
    {
    }

    internal ArticleTag(Tag tag) => Tag = tag;

    public int ArticleId { get; private set; }
    public int TagId { get; private set; }
    public Tag Tag { get; private set; } = null!;
}

/// <summary>Articles that belong together, in an order an editor chose.</summary>
public sealed class Series(string slug, Wording name)
{
    public int Id { get; private set; }
    public string Slug { get; private set; } = slug;
    public Wording Name { get; set; } = name;
    public Wording Description { get; set; } = Wording.Empty;
}

/// <summary>What the language versions of one story have in common: nothing but being the same story.</summary>
public sealed class Story
{
    public int Id { get; private set; }
}

/// <summary>An article an editor chose to show under another, in order.</summary>
public sealed class RelatedPick
{
    private RelatedPick()
    {
    }

    internal RelatedPick(Article related, int position) => (Related, Position) = (related, position);

    public int ArticleId { get; private set; }
    public int RelatedId { get; private set; }
    public Article Related { get; private set; } = null!;
    public int Position { get; private set; }
}
