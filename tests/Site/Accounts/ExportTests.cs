using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Database;

namespace NewsSite.Site.Accounts;

/// <summary>Whoever is signed in takes home all that is stored about them, and nothing of anybody else.</summary>
public abstract class ExportTests(NewsSiteHost site) : SiteTests(site)
{
    private const string Export = "/account/privacy/export";
    private static readonly string[] Filled = ["Account", "AuditEntry", "Bounce", "Ceremony", "Passkey", "Session", "SignInRequest"];

    [Fact]
    public async Task All_that_is_registered_about_a_person_is_in_the_archive_and_no_secret()
    {
        var window = await SomebodyAsync("whole@example.org", "Iryna");

        var files = Files(await window.Send(Export));

        var json = JsonDocument.Parse(files["about-me.json"]).RootElement;
        foreach (var table in Site.Services.GetRequiredService<PersonalRegister>().Tables)
        {
            var exported = table.Columns.Where(c => c.IsExported).Select(c => c.Name).ToList();
            Assert.StartsWith("\uFEFF" + string.Join(',', exported) + "\r\n", files[table.Name + ".csv"], StringComparison.Ordinal);
            if (Filled.Contains(table.Name)) Assert.NotEmpty(json.GetProperty(table.Name).EnumerateArray());
            Assert.All(json.GetProperty(table.Name).EnumerateArray(), row => Assert.Equal(exported, row.EnumerateObject().Select(p => p.Name)));
        }

        var secrets = await Site.ReadAsync(async db => await db.Sessions.Select(s => s.TokenHash).Concat(db.SignInRequests.Select(r => r.TokenHash)).Concat(db.SignInRequests.Select(r => r.CodeHashForLink)).ToListAsync());
        Assert.All(files.Values, text => Assert.DoesNotContain(secrets, s => text.Contains(s, StringComparison.Ordinal)));
        Assert.Equal("whole@example.org", json.GetProperty("Account")[0].GetProperty("Email").GetString());
        Assert.Equal(Convert.ToBase64String([1, 2, 3, 250]), json.GetProperty("Passkey")[0].GetProperty("PublicKey").GetString());
        Assert.Equal("Firefox, Linux", json.GetProperty("Session")[0].GetProperty("Device").GetString());
        Assert.Contains("whole@example.org", files["about-me.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_anybody_else_is_in_it()
    {
        await SomebodyAsync("neighbour@example.org", "Neighbour");

        var files = Files(await (await SomebodyAsync("alone@example.org", "Alone")).Send(Export));

        Assert.All(files, file => Assert.DoesNotContain("neighbour", file.Value, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task It_is_a_file_to_keep_that_nothing_on_the_way_keeps_and_the_log_says_so()
    {
        var window = await SomebodyAsync("kept@example.org", "Kept");

        var answer = await window.Send(Export);

        Assert.Equal("application/zip", answer.Header("Content-Type"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Matches("^attachment; filename=\"about-me-20[0-9-]{8}\\.zip\"$", answer.Header("Content-Disposition")!);
        var id = await Site.ReadAsync(db => db.Accounts.Where(a => a.Email == "kept@example.org").Select(a => a.Id).SingleAsync());
        Assert.Equal(1, await Site.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Act == Acts.Exported && e.ActorId == id)));
    }

    [Fact]
    public async Task A_name_that_a_spreadsheet_would_run_is_disarmed_and_one_with_markup_is_text()
    {
        var formula = await SomebodyAsync("formula@example.org", "=HYPERLINK(\"x\",1)");
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\",1)\"", Files(await formula.Send(Export))["Account.csv"], StringComparison.Ordinal);

        var markup = await SomebodyAsync("markup@example.org", "<script>alert(1)</script>");
        Assert.DoesNotContain("<script", Files(await markup.Send(Export))["about-me.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_in_it_is_in_its_persons_language()
    {
        var window = await SomebodyAsync("mova@example.org", "Олена");
        await window.Send("/account", ("name", "Олена"), ("language", "uk"));

        var page = Files(await window.Send(Export))["about-me.html"];

        Assert.Contains("<html lang=\"uk\" dir=\"ltr\">", page, StringComparison.Ordinal);
        Assert.Contains("Олена", page, StringComparison.Ordinal);
        Assert.Contains("ключі доступу", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_old_proof_is_not_enough_and_signing_in_again_is()
    {
        var window = await SomebodyAsync("stale@example.org", "Stale");
        Site.Clock.Advance(Session.FreshProof);

        var refused = await window.Send(Export);

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("/account/sign-in?return=%2Faccount%2Fprivacy%2Fexport", refused.Links);
        await window.SignIn("stale@example.org");
        Assert.Equal(HttpStatusCode.OK, (await window.Send(Export)).Status);
    }

    [Fact]
    public async Task The_page_about_it_says_of_every_column_what_becomes_of_it()
    {
        var page = await (await SomebodyAsync("reads@example.org", "Reads")).Go("/account/privacy");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(Site.Services.GetRequiredService<PersonalRegister>().Tables.Count, page.All("tbody").Count());
        Assert.All(page.All("tbody tr > td:last-child:not([colspan])"), cell => Assert.NotEmpty(cell.TextContent));
        Assert.Contains("/account/privacy/export", page.Links);
        Assert.Contains("/account/privacy/erase", page.Links);
    }

    /// <summary>Signed in, with a row in every table a reader can have rows in.</summary>
    private async Task<Window> SomebodyAsync(string email, string name)
    {
        var window = Site.Open("198.51.100.7", "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0");
        await window.SignIn(email);
        await window.Send("/account", ("name", name), ("language", "en"));
        await Site.WriteAsync(async db =>
        {
            var account = await db.Accounts.SingleAsync(a => a.Email == email);
            db.Add(new Passkey(account.Id, Encoding.UTF8.GetBytes(email), [1, 2, 3, 250], name + "'s phone", Site.Now));
            db.Add(new Ceremony(CeremonyPurpose.Enrol, Secret.HashOf(email), "state", Site.Now) { AccountId = account.Id });
            db.Add(new Bounce(Secret.HashOf(email), "550 5.1.1", Site.Now));
            return true;
        });
        return window;
    }

    private static Dictionary<string, string> Files(Page answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        using var archive = new ZipArchive(new MemoryStream(answer.Bytes));
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var file = e.Open();
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            return Encoding.UTF8.GetString(bytes.ToArray());
        });
    }
}

public sealed class ExportTestsOnSqlite(SqliteSite site) : ExportTests(site), IClassFixture<SqliteSite>;

public sealed class ExportTestsOnPostgres(PostgresSite site) : ExportTests(site), IClassFixture<PostgresSite>;
