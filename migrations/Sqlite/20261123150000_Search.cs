using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NewsSite.Database;

namespace NewsSite.Migrations.Sqlite;

/// <summary>Full text of published articles. EF Core has no words for it, so it is in no model; NewsSite.Articles.Search reads and writes it.</summary>
[DbContext(typeof(NewsDb))]
[Migration("20261123150000_Search")]
public sealed class Search : Migration
{
    // The words come folded, so the tokenizer has only to part them at spaces. Neither the text nor positions are kept: the article has the one, newest first needs none of the other.
    // The second table holds each word once for each language, for prefixes longer than the index is made for.
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE VIRTUAL TABLE "ArticleSearch" USING fts5("Words", content='', contentless_delete=1, detail=none, prefix='3 4 5', tokenize="ascii tokenchars '_'");
        CREATE TABLE "ArticleSearchWords" ("Language" TEXT NOT NULL, "Word" TEXT NOT NULL, PRIMARY KEY ("Word", "Language")) STRICT, WITHOUT ROWID;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        DROP TABLE "ArticleSearchWords";
        DROP TABLE "ArticleSearch";
        """);
}
