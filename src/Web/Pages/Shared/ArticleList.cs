using NewsSite.Articles;

namespace NewsSite.Web.Pages.Shared;

/// <summary>A page of a list of articles.</summary>
/// <param name="Articles">In the order shown.</param>
/// <param name="Pager">Its neighbours.</param>
/// <param name="ShowsSection">Off on a section's own page.</param>
public sealed record ArticleList(IReadOnlyList<Article> Articles, Pager Pager, bool ShowsSection = true);
