using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace NewsSite.Site.Commands;

/// <summary>An import killed with no chance to tidy up is finished by the same command, and nothing is there twice.</summary>
public sealed class ImportKillTests(PostgresServer server)
{
    private const int Articles = 400;
    private static readonly int Points = Environment.GetEnvironmentVariable("NEWSSITE_FAST") == "1" ? 1 : 3;

    [Fact]
    public async Task A_killed_import_is_finished_by_the_next_one_and_nothing_is_there_twice()
    {
        using var program = new BuiltProgram();
        await KillAndFinishAsync(program, () => new SqliteConnection($"Data Source={program.DatabaseFile};Pooling=false;Mode=ReadOnly;Default Timeout=30"));
    }

    [Fact]
    public async Task On_PostgreSQL_it_is_the_same()
    {
        var missing = await server.WhyNotAsync();
        Assert.SkipWhen(missing is not null, missing ?? "");
        var database = await server.NewDatabaseAsync();
        using var program = new BuiltProgram(("Database:Provider", "Postgres"), ("ConnectionStrings:NewsSite", database));
        await KillAndFinishAsync(program, () => new NpgsqlConnection(database));
    }

    private static async Task KillAndFinishAsync(BuiltProgram program, Func<DbConnection> connect)
    {
        long Count(string table) => ImportKillTests.Count(connect, table);
        var export = Path.Combine(program.Folder, "export.xml");
        await File.WriteAllTextAsync(export, Export(), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await program.RunAsync("migrate")).Code);

        var killed = 0;
        for (var point = 1; point <= Points; point++)
        {
            var enough = Articles * point / (Points + 1);
            if (await program.KillAsync(TimeSpan.FromMinutes(1), () => Count("ImportedItems") >= enough, "import", "wordpress", export)) killed++;
            Assert.Equal(Count("Articles"), Count("ImportedItems"));
        }

        var said = await program.RunAsync("import", "wordpress", export);

        Assert.Equal(0, said.Code);
        Assert.Equal(["400", "400", "400", "1", "40"], new[] { "Articles", "ImportedItems", "Revisions", "Contributors", "Tags" }.Select(t => Count(t).ToString(CultureInfo.InvariantCulture)));
        var again = (await program.RunAsync("import", "wordpress", export)).Out;
        Assert.Matches(@"articles +400 +0 +0 +400 +0", again);
        Assert.True(killed > 0, "No run was killed: all had ended.");
    }

    private static long Count(Func<DbConnection> connect, string table)
    {
        using var connection = connect();
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables, all ours.
        command.CommandText = $"SELECT count(*) FROM \"{table}\"";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    private static string Export()
    {
        var xml = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8" ?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>Old</title><link>https://old.example</link><language>en-US</language><wp:base_blog_url>https://old.example</wp:base_blog_url>
            """);
        for (var i = 1; i <= Articles; i++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""

                <item><title>Story {i}</title><link>https://old.example/story-{i}/</link><dc:creator>olena</dc:creator><guid>https://old.example/?p={i}</guid>
                <content:encoded><![CDATA[<p>Words of story {i}, <b>bold</b> and plain.</p>]]></content:encoded><wp:post_id>{i}</wp:post_id>
                <wp:post_date>2015-03-04 10:00:00</wp:post_date><wp:post_date_gmt>2015-03-04 10:00:00</wp:post_date_gmt><wp:post_name>story-{i}</wp:post_name>
                <wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="post_tag" nicename="tag-{i % 40}">Tag</category></item>
                """);
        }

        return xml.Append("</channel></rss>").ToString();
    }
}
