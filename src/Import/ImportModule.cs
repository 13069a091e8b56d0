using Microsoft.Extensions.DependencyInjection;

namespace NewsSite.Import;

/// <summary>The doorway for archives of other systems.</summary>
public static class ImportModule
{
    public static IServiceCollection AddImport(this IServiceCollection services) => services;
}
