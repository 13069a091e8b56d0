using Microsoft.Extensions.DependencyInjection;

namespace NewsSite.Accounts;

/// <summary>The room's one doorway.</summary>
public static class AccountsModule
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<Sessions>();
        services.AddSingleton<MailedSignIn>();
        services.AddSingleton<Farewell>();
        return services;
    }
}
