using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NewsSite.Database;

namespace NewsSite.Migrations.Postgres;

/// <summary>Full text of published articles. EF Core has no words for it, so it is in no model; NewsSite.Articles.Search reads and writes it.</summary>
[DbContext(typeof(NewsDb))]
[Migration("20261123150000_Search")]
public sealed class Search : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE TABLE "ArticleSearch" (
            "ArticleId" integer NOT NULL CONSTRAINT "PK_ArticleSearch" PRIMARY KEY,
            "Place" bigint NOT NULL,
            "Words" tsvector NOT NULL
        );
        CREATE UNIQUE INDEX "IX_ArticleSearch_Place" ON "ArticleSearch" ("Place");
        CREATE INDEX "IX_ArticleSearch_Words" ON "ArticleSearch" USING gin ("Words");
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        DROP TABLE "ArticleSearch";
        """);
}
