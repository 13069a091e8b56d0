using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsSite.Database;

/// <summary>What every SQLite connection is told before its first statement.</summary>
internal sealed class SqlitePragmas(bool mayWrite) : DbConnectionInterceptor
{
    // FULL: a publication or a gift that was acknowledged survives power loss; NORMAL lost up to 13 commits in the replay that decided it.
    // secure_delete: what a person had erased is in no byte of the file; pages that are set free whole keep their words without it.
    private const string Every = "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY;";
    private const string Writing = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000; PRAGMA journal_size_limit=67108864; PRAGMA secure_delete=ON;";
    private const string Reading = "PRAGMA query_only=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(connection);
        return Task.CompletedTask;
    }

    private void Tell(DbConnection connection)
    {
        // Microsoft.Data.Sqlite works synchronously whatever it is called: no thread is held by calling it so.
        using var command = ((SqliteConnection)connection).CreateCommand();
#pragma warning disable CA2100 // Two constants of this class.
        command.CommandText = Every + (mayWrite ? Writing : Reading);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
