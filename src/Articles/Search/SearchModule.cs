using Microsoft.Extensions.DependencyInjection;
using NewsSite.Database;

namespace NewsSite.Articles.Search;

/// <summary>The doorway of search.</summary>
public static class SearchModule
{
    /// <summary>Registers the index of the database in use.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services, Provider provider) =>
        services.AddSingleton<ISearchIndex>(provider == Provider.Sqlite ? new SqliteSearch() : new PostgresSearch());
}
