namespace NewsSite.Site;

/// <summary>The site on a SQLite file of its own.</summary>
public class SqliteSite : NewsSiteHost
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;
}

/// <summary>The site on a PostgreSQL database of its own, on the server that the whole test run shares.</summary>
public class PostgresSite(PostgresServer server) : NewsSiteHost
{
    public override async ValueTask InitializeAsync()
    {
        Missing = await server.WhyNotAsync();
        if (Missing is not null) return;
        Told["Database:Provider"] = "Postgres";
        Told["ConnectionStrings:NewsSite"] = await server.NewDatabaseAsync();
    }
}

/// <summary>
/// Tests that must hold on both databases stand in an abstract class; two one-line classes run them:
/// <code>
/// public abstract class AddressTests(NewsSiteHost site) : SiteTests(site) { ... }
/// public sealed class AddressTestsOnSqlite(SqliteSite site) : AddressTests(site), IClassFixture&lt;SqliteSite&gt;;
/// public sealed class AddressTestsOnPostgres(PostgresSite site) : AddressTests(site), IClassFixture&lt;PostgresSite&gt;;
/// </code>
/// The tests of a class share one site (a start costs a second), so each brings articles with words of its own.
/// </summary>
public abstract class SiteTests
{
    protected SiteTests(NewsSiteHost site)
    {
        Site = site;
        Assert.SkipWhen(site.Missing is not null, site.Missing ?? "");
    }

    protected NewsSiteHost Site { get; }

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;
}
