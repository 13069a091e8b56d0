using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace NewsSite.Database;

/// <summary>The rooms whose tables the one context holds. The host names them; this room knows none of them.</summary>
public sealed class Rooms(params Assembly[] assemblies)
{
    internal IReadOnlyList<Assembly> Assemblies { get; } = assemblies;
}

/// <summary>
/// The one context. Injected, it reads: no tracking, a connection that cannot write, and a save that refuses.
/// Whoever wants to change something asks the <see cref="Writer"/>.
/// </summary>
public sealed class NewsDb(DbContextOptions<NewsDb> options, Rooms rooms, bool mayWrite = false) : DbContext(options)
{
    /// <summary>True for SQLite; the two databases differ in search, in triggers and in how a writer is let in.</summary>
    public bool IsSqlite => Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">This context reads only.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseUnlessWriting();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">This context reads only.</exception>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken stop = default)
    {
        RefuseUnlessWriting();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, stop);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => Conventions.Apply(conventions);

    protected override void OnModelCreating(ModelBuilder model)
    {
        foreach (var assembly in rooms.Assemblies) model.ApplyConfigurationsFromAssembly(assembly);
        Conventions.Check(model);
    }

    private void RefuseUnlessWriting()
    {
        if (!mayWrite) throw new InvalidOperationException("This context reads only: changes go through the Writer.");
    }
}
