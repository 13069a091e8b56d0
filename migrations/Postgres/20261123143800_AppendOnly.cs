using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NewsSite.Database;

namespace NewsSite.Migrations.Postgres;

/// <summary>Corrections and revisions can be added only: whoever reaches the database behind the program's back is refused too.</summary>
[DbContext(typeof(NewsDb))]
[Migration("20261123143800_AppendOnly")]
public sealed class AppendOnly : Migration
{
    private static readonly string[] Tables = ["Corrections", "Revisions"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION '% can be added only', TG_TABLE_NAME; END $$;
            """);
        foreach (var table in Tables)
        {
            migrationBuilder.Sql($"CREATE TRIGGER \"{table}_never_changed\" BEFORE UPDATE OR DELETE ON \"{table}\" FOR EACH ROW EXECUTE FUNCTION refuse_change();");
            migrationBuilder.Sql($"CREATE TRIGGER \"{table}_never_truncated\" BEFORE TRUNCATE ON \"{table}\" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
        {
            migrationBuilder.Sql($"DROP TRIGGER \"{table}_never_changed\" ON \"{table}\";");
            migrationBuilder.Sql($"DROP TRIGGER \"{table}_never_truncated\" ON \"{table}\";");
        }

        migrationBuilder.Sql("DROP FUNCTION refuse_change();");
    }
}
