using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace NewsSite.Database;

/// <summary>Which database the site stands on.</summary>
public enum Provider
{
    Sqlite,
    Postgres,
}

/// <summary>The database as configured. <see cref="ConnectionString"/> may hold a password: never log it.</summary>
public sealed record DatabaseSettings(Provider Provider, string ConnectionString)
{
    /// <summary>The SQLite file, or null on PostgreSQL.</summary>
    public string? File => Provider == Provider.Sqlite ? Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource) : null;
}

/// <summary>The way to either database: one switch, so that no other file asks which it is to connect.</summary>
public static class Providers
{
    /// <summary>Registers the reading <see cref="NewsDb"/>, the <see cref="Writer"/> and the <see cref="Migrator"/>.</summary>
    public static IServiceCollection AddNewsDb(this IServiceCollection services, DatabaseSettings settings, Rooms rooms)
    {
        var reading = Options(settings, mayWrite: false);
        var writing = Options(settings, mayWrite: true);
        services.AddSingleton(settings);
        services.AddSingleton(rooms);
        services.AddScoped(_ => new NewsDb(reading, rooms));
        services.AddSingleton(new Writer(() => new NewsDb(writing, rooms, mayWrite: true), oneAtATime: settings.Provider == Provider.Sqlite));
        services.AddSingleton<Migrator>();
        services.AddSingleton(_ =>
        {
            using var db = new NewsDb(reading, rooms);
            return new PersonalRegister(db.Model);
        });
        return services;
    }

    public static DbContextOptions<NewsDb> Options(DatabaseSettings settings, bool mayWrite)
    {
        var options = new DbContextOptionsBuilder<NewsDb>();
        if (!mayWrite) options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTrackingWithIdentityResolution);
        return (settings.Provider == Provider.Sqlite ? Sqlite(options, settings, mayWrite) : Postgres(options, settings, mayWrite)).Options;
    }

    private static DbContextOptionsBuilder<NewsDb> Sqlite(DbContextOptionsBuilder<NewsDb> options, DatabaseSettings settings, bool mayWrite)
    {
        var connection = new SqliteConnectionStringBuilder(settings.ConnectionString)
        {
            DataSource = settings.File,
            Mode = mayWrite ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadOnly,
            DefaultTimeout = 5,
            Pooling = true,
        };
        return options
            .UseSqlite(connection.ToString(), sqlite => sqlite.MigrationsAssembly("NewsSite.Migrations.Sqlite").UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .ReplaceService<IMigrationsSqlGenerator, StrictTables>()
            .AddInterceptors(new SqlitePragmas(mayWrite));
    }

    private static DbContextOptionsBuilder<NewsDb> Postgres(DbContextOptionsBuilder<NewsDb> options, DatabaseSettings settings, bool mayWrite)
    {
        var connection = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
        if (!mayWrite) connection.Options = string.Join(' ', new[] { connection.Options, "-c default_transaction_read_only=on -c statement_timeout=10000" }.Where(o => o is not null));
        if (connection.Timeout == 15) connection.Timeout = 5;
        return options.UseNpgsql(connection.ToString(), postgres => postgres.MigrationsAssembly("NewsSite.Migrations.Postgres").UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
    }
}
