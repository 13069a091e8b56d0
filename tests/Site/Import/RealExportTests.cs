using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Import;
using NewsSite.Import.WordPress;

namespace NewsSite.Site.Import;

/// <summary>Real exports that lie beside the project on some machines: every published item's old address leads to it.</summary>
public abstract class RealExportTests(NewsSiteHost site) : SiteTests(site)
{
    [Theory]
    [InlineData("theme-unit-test.xml")]
    [InlineData("block-test.xml")]
    [InlineData("news-export.xml")]
    public async Task Every_old_address_answers_and_a_second_run_changes_nothing(string name)
    {
        var folder = Find(Path.Combine("shared", "data"));
        Assert.SkipWhen(folder is null, "There is no ../shared/data beside the project.");
        var file = Path.Combine(folder!, "wordpress", name);

        var report = await Import(file, Path.Combine(folder!, "media"));
        var again = await Import(file, Path.Combine(folder!, "media"));

        Assert.Equal((report.Items, 0, 0), (report.Read, report.Updated, report.Kinds["articles"].Refused + report.Kinds["pages"].Refused));
        Assert.Equal((report.Items, 0, 0, report.Created), (again.Read, again.Created, again.Updated, again.Unchanged));
        foreach (var address in PublishedAddresses(file)) Assert.True(await LeadsToAPageAsync(address), address);
    }

    /// <summary>Follows redirects as a browser does.</summary>
    private async Task<bool> LeadsToAPageAsync(string address)
    {
        for (var steps = 0; steps < 4; steps++)
        {
            var page = await Site.Page(address);
            if (page.Status == HttpStatusCode.OK) return true;
            if (page.Status != HttpStatusCode.MovedPermanently || page.Location is null) return false;
            address = page.Location;
        }

        return false;
    }

    private Task<ImportReport> Import(string file, string media) => Site.Services.GetRequiredService<WordPressImport>().RunAsync(file, media, false, null, Stop);

    private static IEnumerable<string> PublishedAddresses(string file)
    {
        System.Xml.Linq.XNamespace wp = "http://wordpress.org/export/1.2/";
        System.Xml.Linq.XNamespace secure = "https://wordpress.org/export/1.2/";
        foreach (var item in System.Xml.Linq.XDocument.Load(file).Descendants("item"))
        {
            string Field(string name) => (string?)item.Element(wp + name) ?? (string?)item.Element(secure + name) ?? "";
            if (Field("post_type") is "post" or "page" && Field("status") == "publish" && Field("post_password").Length == 0) yield return NewsSiteHost.BaseUrl + new Uri((string)item.Element("link")!).PathAndQuery;
        }
    }

    private static string? Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, path))) return Path.Combine(folder.FullName, path);
        return null;
    }
}

public sealed class RealExportTestsOnSqlite(SqliteSite site) : RealExportTests(site), IClassFixture<SqliteSite>;

public sealed class RealExportTestsOnPostgres(PostgresSite site) : RealExportTests(site), IClassFixture<PostgresSite>;
