using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NewsSite.Database;

namespace NewsSite.Migrations.Sqlite;

/// <summary>Corrections and revisions can be added only: whoever reaches the database behind the program's back is refused too.</summary>
[DbContext(typeof(NewsDb))]
[Migration("20261123143800_AppendOnly")]
public sealed class AppendOnly : Migration
{
    private static readonly string[] Tables = ["Corrections", "Revisions"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
        {
            migrationBuilder.Sql($"CREATE TRIGGER \"{table}_never_changed\" BEFORE UPDATE ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{table} can be added only'); END;");
            migrationBuilder.Sql($"CREATE TRIGGER \"{table}_never_deleted\" BEFORE DELETE ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{table} can be added only'); END;");
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
        {
            migrationBuilder.Sql($"DROP TRIGGER \"{table}_never_changed\";");
            migrationBuilder.Sql($"DROP TRIGGER \"{table}_never_deleted\";");
        }
    }
}
