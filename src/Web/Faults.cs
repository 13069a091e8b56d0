using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace NewsSite.Web;

/// <summary>Tells a database that is away, locked or full from a bug.</summary>
internal static class Faults
{
    private static readonly int[] Away = [5, 6, 8, 10, 11, 13, 14, 15, 26]; // busy, locked, readonly, I/O, corrupt, full, cannot open, protocol, not a database (sqlite.org, Result Codes)

    public static bool IsDatabaseAway(Exception e) => e switch
    {
        SqliteException sqlite => Away.Contains(sqlite.SqliteErrorCode) || IsMissingTable(sqlite),
        DbException db => db.IsTransient || db.InnerException is SocketException or IOException or TimeoutException || IsPostgresAway(db),
        DbUpdateException or InvalidOperationException or AggregateException => e.InnerException is { } inner && IsDatabaseAway(inner),
        _ => false,
    };

    /// <summary>A file that was moved away comes back empty: no table is a database that is gone, not a wrong query.</summary>
    private static bool IsMissingTable(SqliteException e) => e.SqliteErrorCode == 1 && e.Message.Contains("no such table", StringComparison.Ordinal);

    // Classes of PostgreSQL's error codes: 08 connection, 53 resources, 57 operator intervention, 3D no such database, 28 not let in, 42P01 no such table.
    private static bool IsPostgresAway(DbException e) => e.SqlState is { } state && (state[..2] is "08" or "53" or "57" or "3D" or "28" || state == "42P01");
}
