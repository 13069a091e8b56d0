using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Web;
using Npgsql;

namespace NewsSite.Site.Accounts;

/// <summary>Whoever wants to be forgotten is: in every table, on the disk, at once; what the paper published stays as it was.</summary>
public abstract class ErasureTests(NewsSiteHost site) : SiteTests(site)
{
    private const string Erase = "/account/privacy/erase";
    private const string Agent = "Mozilla/5.0 (iPad) OPR/150.0";

    [Fact]
    public async Task Nothing_of_a_person_is_left_anywhere()
    {
        const string email = "canary.kanarka@example.org";
        string[] marks = ["canary.kanarka", "Kanarka Zhovta", "Opera, iPad", "Canaryphone", "canary-path", Secret.HashOf(email), "new.kanarka"];
        await CrowdAsync("before");
        var window = Site.Open("198.51.100.7", Agent);
        await window.Send("/account/sign-in", ("email", email), ("return", "/search?q=canary-path"));
        await window.Send("/account/sign-in/letter", ("code", (await Site.LastLetterAsync()).Code));
        await Site.Open("203.0.113.9", Agent).SignIn(email);
        await window.Send("/account", ("name", "Kanarka Zhovta"), ("language", "uk"));
        await AddRowsAsync(email);
        await window.Send("/account/address", ("email", "new.kanarka@example.org"));
        Assert.Equal(HttpStatusCode.OK, (await window.Send("/account/privacy/export")).Status);
        await Site.Open("203.0.113.10", Agent).Send("/account/sign-in", ("email", email));
        await CrowdAsync("after");
        Assert.All(marks, mark => Assert.True(HitsAsync(mark).Result > 0, mark + " was never stored: the search would find nothing whatever is left."));

        var answer = await window.Send(Erase, ("email", email));

        Assert.Equal((HttpStatusCode.OK, 0), (answer.Status, window.Cookies.Count));
        foreach (var mark in marks) Assert.Equal((mark, 0), (mark, await HitsAsync(mark)));
        Assert.Equal(80, await Site.ReadAsync(db => db.Accounts.CountAsync(a => a.Email!.StartsWith("crowd"))));
        Assert.Null(await Site.ReadAsync(db => AuditLog.FirstBrokenAsync(db, Stop)));
    }

    [Fact]
    public async Task All_sessions_end_letters_on_their_way_are_dropped_and_the_log_knows_numbers_only()
    {
        var (window, other) = (Site.Open(), Site.Open());
        await window.SignIn("leaving@example.org");
        await other.SignIn("leaving@example.org");
        await other.Send("/account/sign-in", ("email", "leaving@example.org"));
        var letter = await Site.LastLetterAsync();
        var id = await IdOf("leaving@example.org");

        await window.Send(Erase, ("email", " Leaving@Example.org "));

        Assert.Equal(HttpStatusCode.Unauthorized, (await other.Go("/account")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await other.Send("/account/sign-in/" + letter.Token)).Status);
        Assert.False(await Site.ReadAsync(db => db.Jobs.AnyAsync(j => j.Key == MailedSignIn.KeyOf(letter.RequestId))));
        var entry = await Site.ReadAsync(db => db.AuditEntries.SingleAsync(e => e.Act == Acts.Erased && e.ActorId == id));
        Assert.Equal(($"account {id}", true), (entry.Subject, System.Text.RegularExpressions.Regex.IsMatch(entry.Detail!, "^[0-9]+ rows$")));
        Assert.Equal("und", await Site.ReadAsync(db => db.Accounts.Where(a => a.Id == id).Select(a => a.Language).SingleAsync()));
    }

    [Fact]
    public async Task Who_comes_back_with_the_same_address_starts_anew()
    {
        var window = Site.Open();
        await window.SignIn("returning@example.org");
        var before = await IdOf("returning@example.org");
        await window.Send(Erase, ("email", "returning@example.org"));

        await window.SignIn("returning@example.org");

        Assert.NotEqual(before, await IdOf("returning@example.org"));
        Assert.NotNull(await Site.ReadAsync(db => db.Accounts.Where(a => a.Id == before).Select(a => a.ClosedAt).SingleAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("somebody.else@example.org")]
    [InlineData("yes")]
    public async Task Without_the_own_address_typed_nothing_happens(string typed)
    {
        var window = Site.Open();
        var email = $"careful{typed.Length}@example.org";
        await window.SignIn(email);

        var answer = await window.Send(Erase, ("email", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(typed, answer.Document.QuerySelector("input[name=email]")?.GetAttribute("value") ?? "");
        Assert.Equal(HttpStatusCode.OK, (await window.Go("/account")).Status);
    }

    [Fact]
    public async Task An_old_proof_is_not_enough()
    {
        var window = Site.Open();
        await window.SignIn("unproved@example.org");
        Site.Clock.Advance(Session.FreshProof);

        Assert.Empty((await window.Go(Erase)).All("form[action$=erase]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await window.Send(Erase, ("email", "unproved@example.org"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await window.Go("/account")).Status);
    }

    [Fact]
    public async Task Staff_are_told_why_not()
    {
        var window = await Site.OpenAsStaffAsync(StaffRole.Editor, "editor@example.org");

        var answer = await window.Send(Erase, ("email", "editor@example.org"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Words("[role=alert]"));
        Assert.Equal(1, await Site.ReadAsync(db => db.Accounts.Open().CountAsync(a => a.Email == "editor@example.org")));
    }

    [Fact]
    public async Task What_was_published_under_the_same_name_is_untouched()
    {
        await Site.Given("Credits outlive accounts", s => s.By(Cast.Anna));
        var window = Site.Open();
        await window.SignIn("anna@example.org");
        await window.Send("/account", ("name", Cast.Anna.Name), ("language", "en"));
        var before = await PublishedAsync();

        Assert.Equal(HttpStatusCode.OK, (await window.Send(Erase, ("email", "anna@example.org"))).Status);

        Assert.Equal(before, await PublishedAsync());
        Assert.Contains(Cast.Anna.Name, before, StringComparison.Ordinal);
    }

    /// <summary>How often these bytes are anywhere the site keeps anything.</summary>
    protected abstract Task<int> HitsAsync(string mark);

    private Task<int> IdOf(string email) => Site.ReadAsync(db => db.Accounts.Where(a => a.Email == email).Select(a => a.Id).SingleAsync());

    private Task<string> PublishedAsync() => Site.ReadAsync(async db =>
    {
        var articles = await db.Articles.OrderBy(a => a.Id).Select(a => new { a.Id, a.Address, a.Headline, a.Text.Html, a.ChangedAt, Credits = a.Bylines.OrderBy(b => b.Position).Select(b => new { b.ContributorId, b.Role, b.Contributor.Slug, Name = b.Contributor.Name.ToJson() }).ToList() }).ToListAsync();
        var revisions = await db.Set<Revision>().OrderBy(r => r.Id).Select(r => r.Hash).ToListAsync();
        return JsonSerializer.Serialize(new { articles, revisions });
    });

    private Task<bool> AddRowsAsync(string email) => Site.WriteAsync(async db =>
    {
        var account = await db.Accounts.SingleAsync(a => a.Email == email);
        db.Add(new Passkey(account.Id, [9, 9, 9], [1], "Canaryphone", Site.Now));
        db.Add(new Bounce(Secret.HashOf(email), "550 5.1.1", Site.Now));

        // Enough to fill pages of the file, which are set free whole: SQLite leaves words in them unless it is told not to.
        for (var i = 0; i < 300; i++) db.Add(new Session(account.Id, SessionKind.Reader, Proof.Code, Secret.HashOf($"canary {i}"), Site.Now) { Device = "Opera, iPad", Network = "198.51.100.0/24" });
        return true;
    });

    /// <summary>Other people around, so that rows are moved from page to page before and after.</summary>
    private async Task CrowdAsync(string when)
    {
        for (var i = 0; i < 40; i++)
        {
            var n = i;
            await Site.WriteAsync(async db =>
            {
                var account = new Account($"crowd.{when}.{n}@example.org", "en", Site.Now) { Name = new string('n', 20 + (n * 2)) };
                db.Add(account);
                await db.SaveChangesAsync();
                for (var j = 0; j < 3; j++) db.Add(new Session(account.Id, SessionKind.Reader, Proof.Link, Secret.HashOf(when, $"{n}", $"{j}"), Site.Now) { Device = "Firefox, Linux" });
                db.Add(new SignInRequest(SignInPurpose.SignIn, account.Email!, "en", Site.Now) { TokenHash = Secret.HashOf(when, $"{n}"), ReturnPath = "/" + new string('p', n * 3) });
                return true;
            });
        }
    }
}

public sealed class ErasureTestsOnSqlite(SqliteSite site) : ErasureTests(site), IClassFixture<SqliteSite>
{
    [Fact]
    public async Task A_reader_in_the_way_keeps_words_on_the_disk_until_the_next_upkeep_only()
    {
        var window = Site.Open();
        await window.SignIn("lingering@example.org");
        await using (var reading = new SqliteConnection($"Data Source={Path.Combine(Site.Folder, "newssite.db")};Mode=ReadOnly;Pooling=false"))
        {
            await reading.OpenAsync(Stop);
            await using var snapshot = reading.BeginTransaction(deferred: true);
            await using var looking = reading.CreateCommand();
            looking.CommandText = "SELECT count(*) FROM Accounts";
            await looking.ExecuteScalarAsync(Stop);

            Assert.Equal(HttpStatusCode.OK, (await window.Send("/account/privacy/erase", ("email", "lingering@example.org"))).Status);
            Assert.NotEqual(0, await HitsAsync("lingering@example.org"));
        }

        foreach (var sweep in Site.Services.GetServices<Sweep>()) await sweep.RunAsync(Stop);

        Assert.Equal(0, await HitsAsync("lingering@example.org"));
    }

    /// <summary>Byte for byte in every file of the data folder: the database, its log, keys, pictures, caught letters.</summary>
    protected override async Task<int> HitsAsync(string mark)
    {
        var hits = 0;
        foreach (var file in Directory.EnumerateFiles(Site.Folder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, Stop);
            foreach (var sought in new[] { Encoding.UTF8.GetBytes(mark), Encoding.Unicode.GetBytes(mark) })
                for (var at = bytes.AsSpan().IndexOf(sought); at >= 0; hits++)
                    at = bytes.AsSpan(at + 1).IndexOf(sought) is >= 0 and var next ? at + 1 + next : -1;
        }

        return hits;
    }
}

public sealed class ErasureTestsOnPostgres(PostgresSite site) : ErasureTests(site), IClassFixture<PostgresSite>
{
    /// <summary>In every row of every table, written out whole.</summary>
    protected override Task<int> HitsAsync(string mark) => Site.ReadAsync(async db =>
    {
        var tables = await db.Database.SqlQuery<string>($"SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = 'public'").ToListAsync(Stop);
        Assert.Contains("SignInRequests", tables);
        await using var connection = new NpgsqlConnection(db.Database.GetConnectionString());
        await connection.OpenAsync(Stop);
        var hits = 0;
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A table's name from the catalogue.
            command.CommandText = $"SELECT count(*) FROM \"{table}\" t WHERE position(@mark in t::text) > 0 OR position(encode(@mark::bytea, 'hex') in t::text) > 0";
#pragma warning restore CA2100
            command.Parameters.AddWithValue("mark", mark);
            hits += (int)(long)(await command.ExecuteScalarAsync(Stop))!;
        }

        return hits;
    });
}
