using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Articles;

/// <summary>
/// One save of an article, whole. Each carries the hash of the one before, so a row changed behind the program's back breaks the chain.
/// Can be added only: the database refuses anything else.
/// </summary>
public sealed class Revision(int articleId, int number, string savedBy, DateTimeOffset savedAt, string content, string previousHash)
{
    public int Id { get; private set; }
    public int ArticleId { get; private set; } = articleId;

    /// <summary>From 1, without gaps.</summary>
    public int Number { get; private set; } = number;

    /// <summary>The staff member's or program's name, such as `import wordpress`.</summary>
    public string SavedBy { get; private set; } = savedBy;
    public DateTimeOffset SavedAt { get; private set; } = savedAt;

    /// <summary>The article's words and credits as JSON, see <see cref="RevisionContent"/>.</summary>
    public string Content { get; private set; } = content;

    /// <summary>Empty for the first.</summary>
    public string PreviousHash { get; private set; } = previousHash;

    /// <summary>SHA-256 in hexadecimal over the previous hash, number, saver, time and content.</summary>
    public string Hash { get; private set; } = HashOf(articleId, number, savedBy, savedAt, content, previousHash);

    /// <summary>False when the row no longer says what was saved.</summary>
    public bool IsIntact => Hash == HashOf(ArticleId, Number, SavedBy, SavedAt, Content, PreviousHash);

    private static string HashOf(int articleId, int number, string savedBy, DateTimeOffset savedAt, string content, string previousHash) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $"{previousHash}\n{articleId}\n{number}\n{savedBy}\n{savedAt.UtcTicks}\n{content}"))));
}
