using Microsoft.Extensions.DependencyInjection;

namespace NewsSite.Accounts;

/// <summary>The room's one doorway.</summary>
public static class AccountsModule
{
    /// <param name="services">The host's.</param>
    /// <param name="baseUrl">The site's own address: passkeys are good there and nowhere else.</param>
    public static IServiceCollection AddAccounts(this IServiceCollection services, Uri baseUrl)
    {
        services.AddSingleton<Sessions>();
        services.AddSingleton<MailedSignIn>();
        services.AddSingleton(new PasskeyPlace(baseUrl));
        services.AddSingleton<Passkeys>();
        services.AddSingleton<Authenticators>();
        services.AddSingleton<BreakGlass>();
        services.AddSingleton<SetUp>();
        services.AddSingleton<OwnFactors>();
        services.AddSingleton<StaffDesk>();
        services.AddSingleton<Farewell>();
        return services;
    }
}
