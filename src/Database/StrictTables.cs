using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace NewsSite.Database;

/// <summary>Makes SQLite's tables STRICT (a column keeps its type), which EF Core cannot say.</summary>
/// <remarks>Source: sqlite.org, "STRICT Tables". Needed because a plain column takes any value, and a text in an amount would be found years later.</remarks>
#pragma warning disable EF1001 // The base class asks for the annotations provider, which it counts as its own.
internal sealed class StrictTables(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate: false);
        builder.Append(" STRICT");
        if (!terminate) return;
        builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
        EndStatement(builder);
    }
}
#pragma warning restore EF1001
