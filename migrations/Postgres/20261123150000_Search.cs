using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NewsSite.Database;

namespace NewsSite.Migrations.Postgres;

/// <summary>Full text of published articles. EF Core has no words for it, so it is in no model; NewsSite.Articles.Search reads and writes it.</summary>
[DbContext(typeof(NewsDb))]
[Migration("20261123150000_Search")]
public sealed class Search : Migration
{
    // Words lie in the row itself: the planner takes a table whose words lie elsewhere for a tiny one and reads all of it for a rare word.
    // Without a pending list, which every search would have to read through. Statistics of ten thousand words instead of a thousand: by them the planner
    // chooses between the archive's newest end (a common word) and the index (a rare one). The second table holds each word once for each language.
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE TABLE "ArticleSearch" (
            "ArticleId" integer NOT NULL CONSTRAINT "PK_ArticleSearch" PRIMARY KEY,
            "Place" bigint NOT NULL,
            "Words" tsvector NOT NULL
        ) WITH (toast_tuple_target = 8160);
        CREATE UNIQUE INDEX "IX_ArticleSearch_Place" ON "ArticleSearch" ("Place");
        CREATE INDEX "IX_ArticleSearch_Words" ON "ArticleSearch" USING gin ("Words") WITH (fastupdate = off);
        ALTER TABLE "ArticleSearch" ALTER COLUMN "Words" SET STATISTICS 1000;
        CREATE TABLE "ArticleSearchWords" (
            "Language" text COLLATE "C" NOT NULL,
            "Word" text COLLATE "C" NOT NULL,
            CONSTRAINT "PK_ArticleSearchWords" PRIMARY KEY ("Word", "Language")
        );
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        DROP TABLE "ArticleSearchWords";
        DROP TABLE "ArticleSearch";
        """);
}
