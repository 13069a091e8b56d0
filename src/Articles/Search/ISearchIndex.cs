using NewsSite.Database;

namespace NewsSite.Articles.Search;

/// <summary>Full text of published articles. SQLite and PostgreSQL each answer in their own way and must give the same results.</summary>
public interface ISearchIndex
{
    /// <summary>Puts the articles as they are now into the index, in the caller's transaction; one that is not published is taken out.</summary>
    /// <param name="db">A context of the <see cref="Writer"/>.</param>
    /// <param name="articles">Saved, with text, credits and tags loaded.</param>
    /// <param name="stop">Cancellation.</param>
    Task PutAsync(NewsDb db, IReadOnlyList<Article> articles, CancellationToken stop);

    /// <summary>Puts the index in its quickest form. Not needed after a publication; after a large import it is worth its seconds.</summary>
    /// <param name="db">A context of the <see cref="Writer"/>.</param>
    /// <param name="stop">Cancellation.</param>
    Task TidyAsync(NewsDb db, CancellationToken stop);

    /// <summary>The ids of the articles found, newest first.</summary>
    Task<IReadOnlyList<int>> FindAsync(NewsDb db, SearchQuery query, int take, CancellationToken stop);
}

/// <summary>What is looked for, and what narrows it. An empty text finds all that the filters let through.</summary>
/// <param name="Text">As the reader typed it; every word must occur, and a word also finds longer ones that begin with it.</param>
/// <param name="Now">Nothing published later is found.</param>
public sealed record SearchQuery(string Text, DateTimeOffset Now)
{
    public string? Language { get; init; }
    public int? SectionId { get; init; }
    public int? TagId { get; init; }
    public int? ContributorId { get; init; }
    public Role? Role { get; init; }

    /// <summary>First moment, inclusive.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Last moment, exclusive.</summary>
    public DateTimeOffset? To { get; init; }
    public Place? Before { get; init; }
}
