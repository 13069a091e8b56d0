using Microsoft.Extensions.DependencyInjection;
using NewsSite.Articles.Search;
using NewsSite.Database;

namespace NewsSite.Articles;

/// <summary>The newsroom's one doorway.</summary>
public static class ArticlesModule
{
    /// <param name="services">The host's.</param>
    /// <param name="provider">Decides how search is answered.</param>
    /// <param name="mediaDirectory">Where picture files are kept.</param>
    public static IServiceCollection AddArticles(this IServiceCollection services, Provider provider, string mediaDirectory)
    {
        services.AddSearch(provider);
        services.AddSingleton<Newsroom>();
        services.AddSingleton<TypesettingSweep>();
        services.AddSingleton(new PhotoStore(mediaDirectory));
        return services;
    }
}
