using Microsoft.Extensions.DependencyInjection;
using NewsSite.Database;

namespace NewsSite.Articles.Search;

internal static class SearchModule
{
    public static IServiceCollection AddSearch(this IServiceCollection services, Provider provider) => services.AddSingleton<ISearchIndex>(new NotYet());

    private sealed class NotYet : ISearchIndex
    {
        public Task PutAsync(NewsDb db, IReadOnlyList<Article> articles, CancellationToken stop) => Task.CompletedTask;

        public Task<IReadOnlyList<int>> FindAsync(NewsDb db, SearchQuery query, int take, CancellationToken stop) => Task.FromResult<IReadOnlyList<int>>([]);
    }
}
