using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NewsSite.Database;

namespace NewsSite.Migrations.Sqlite;

/// <summary>The audit log can be added to only, whoever asks.</summary>
[DbContext(typeof(NewsDb))]
[Migration("20261125133300_AuditAppendOnly")]
public sealed class AuditAppendOnly : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE TRIGGER "AuditEntries_never_changed" BEFORE UPDATE ON "AuditEntries" BEGIN SELECT RAISE(ABORT, 'AuditEntries can be added only'); END;
        CREATE TRIGGER "AuditEntries_never_deleted" BEFORE DELETE ON "AuditEntries" BEGIN SELECT RAISE(ABORT, 'AuditEntries can be added only'); END;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        DROP TRIGGER "AuditEntries_never_changed";
        DROP TRIGGER "AuditEntries_never_deleted";
        """);
}
