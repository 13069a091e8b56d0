namespace NewsSite.Articles;

/// <summary>A byline credit: who did what for an article, and in which order they are named.</summary>
public sealed class Byline
{
    private Byline()
    {
    }

    internal Byline(Contributor contributor, Role role, int position) => (Contributor, Role, Position) = (contributor, role, position);

    public int Id { get; private set; }
    public int ArticleId { get; private set; }
    public int ContributorId { get; private set; }
    public Contributor Contributor { get; private set; } = null!;
    public Role Role { get; private set; }
    public int Position { get; private set; }
}
