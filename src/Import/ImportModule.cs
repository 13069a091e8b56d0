using Microsoft.Extensions.DependencyInjection;
using NewsSite.Import.WordPress;

namespace NewsSite.Import;

/// <summary>What the importers must know of the site.</summary>
/// <param name="Language">The site's own language.</param>
public sealed record ImportSettings(string Language);

/// <summary>The doorway for archives of other systems.</summary>
public static class ImportModule
{
    /// <param name="services">The host's.</param>
    /// <param name="siteLanguage">The site's own language: articles in it have addresses without a language.</param>
    public static IServiceCollection AddImport(this IServiceCollection services, string siteLanguage)
    {
        services.AddSingleton(new ImportSettings(siteLanguage));
        services.AddSingleton<WordPressImport>();
        return services;
    }
}
