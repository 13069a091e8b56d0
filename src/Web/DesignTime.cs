using Microsoft.EntityFrameworkCore.Design;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Patrons;

namespace NewsSite.Web;

/// <summary>What the migration tool asks for; `bin/migration` names the provider in the environment. No database is opened.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<NewsDb>
{
    public static Rooms Rooms { get; } = new(typeof(Job).Assembly, typeof(Account).Assembly, typeof(Article).Assembly, typeof(Appeal).Assembly);

    public NewsDb CreateDbContext(string[] args)
    {
        var provider = Enum.Parse<Provider>(Environment.GetEnvironmentVariable("Database__Provider") ?? nameof(Provider.Sqlite));
        var connection = provider == Provider.Sqlite ? "Data Source=design.db" : "Host=localhost;Database=design";
        return new(Providers.Options(new(provider, connection), mayWrite: true), Rooms, mayWrite: true);
    }
}
