using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NewsSite.Database;

namespace NewsSite.Migrations.Postgres;

/// <summary>The audit log can be added to only, whoever asks.</summary>
[DbContext(typeof(NewsDb))]
[Migration("20261125133300_AuditAppendOnly")]
public sealed class AuditAppendOnly : Migration
{
    // The function came with the newsroom's own append-only tables.
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE TRIGGER "AuditEntries_never_changed" BEFORE UPDATE OR DELETE ON "AuditEntries" FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER "AuditEntries_never_truncated" BEFORE TRUNCATE ON "AuditEntries" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        DROP TRIGGER "AuditEntries_never_changed" ON "AuditEntries";
        DROP TRIGGER "AuditEntries_never_truncated" ON "AuditEntries";
        """);
}
