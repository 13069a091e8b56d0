using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using NewsSite.Database;
using NewsSite.Accounts;
using NewsSite.Web.Mail;

namespace NewsSite.Site.Mail;

/// <summary>The site as a developer starts it, without the demo.</summary>
public sealed class DevelopmentSite : SqliteSite
{
    public override ValueTask InitializeAsync()
    {
        Told["Demo:OnFirstStart"] = "false";
        return base.InitializeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Development");
    }
}

public sealed class CaughtMailTests(DevelopmentSite site) : MailTests(site), IClassFixture<DevelopmentSite>
{
    [Fact]
    public async Task The_page_shows_letters_newest_first_with_links_to_follow()
    {
        await GivenLetterAsync("first@out.example");
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        await GivenLetterAsync("second@out.example");

        var page = await Site.Page("/dev/mail");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("no-store", page.Header("Cache-Control"));
        Assert.StartsWith("default-src 'none'; style-src 'self'", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        var tos = page.All(".caught .fine span:first-child").Select(s => s.TextContent).ToList();
        Assert.True(tos.IndexOf("second@out.example") < tos.IndexOf("first@out.example") && tos.Contains("first@out.example"));
        Assert.Equal("Your account at The Daily Example has another address now", page.Words(".caught h2"));
        Assert.Contains("https://paper.example/contact", page.All(".caught pre a").Select(a => a.GetAttribute("href")));
        Assert.Contains("Write to us:\nhttps://paper.example/contact\n", page.Document.QuerySelector(".caught pre")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_html_stands_alone_and_may_use_nothing_but_its_own_styles()
    {
        var job = await GivenLetterAsync("html@out.example");
        var link = (await Site.Page("/dev/mail")).Links.First(l => l.StartsWith(FormattableString.Invariant($"/dev/mail/job-{job.Id}-"), StringComparison.Ordinal) && l.EndsWith("/html", StringComparison.Ordinal));

        var letter = await Site.Page(link);

        Assert.Equal(HttpStatusCode.OK, letter.Status);
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'", letter.Header("Content-Security-Policy"));
        Assert.Equal("no-store", letter.Header("Cache-Control"));
        Assert.Equal("Your account at The Daily Example has another address now", letter.Words("h1"));
    }

    [Fact]
    public async Task Programs_get_the_list_as_json()
    {
        await GivenLetterAsync("json@out.example");

        var answer = await Site.Send(HttpMethod.Get, "/dev/mail", null, ("Accept", "application/json"));

        var letter = JsonDocument.Parse(answer.Text).RootElement.EnumerateArray().Single(l => l.GetProperty("to").GetString() == "json@out.example");
        Assert.Equal(["id", "to", "subject", "at", "text", "html"], letter.EnumerateObject().Select(p => p.Name));
        Assert.Equal(Site.Now, letter.GetProperty("at").GetDateTimeOffset());
        Assert.Contains("https://paper.example/contact", letter.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task A_letter_that_is_sent_again_is_one_letter()
    {
        var job = await GivenLetterAsync("again@out.example");
        await DoAsync(job);

        Assert.Single(await Get<CaughtMail>().AllAsync(Stop), l => l.To == "again@out.example");
    }

    [Theory]
    [InlineData("/dev/mail/job-0-0")]
    [InlineData("/dev/mail/job-0-0/html")]
    [InlineData("/dev/mail/../../newssite.db")]
    [InlineData("/dev/mail/..%2f..%2fnewssite/html")]
    [InlineData("/dev/mail/job-1/raw")]
    public async Task There_is_no_other_letter(string path) => Assert.Equal(HttpStatusCode.NotFound, (await Site.Page(path)).Status);

    [Fact]
    public async Task Letters_and_keys_lie_where_only_the_site_looks()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await GivenLetterAsync("modes@out.example");

        foreach (var folder in new[] { "mail", "keys" })
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(Site.Folder, folder)));
    }

    private async Task<Job> GivenLetterAsync(string to)
    {
        var job = await JobOfAsync(db => db.NotifyFormer(Get<IDataProtectionProvider>(), to, "en", Notice.AddressChanged, Site.Now));
        await DoAsync(job);
        return job;
    }
}

/// <summary>Anywhere but in Development there is no such page, and without a server no letter goes.</summary>
public sealed class NoMailTests(SqliteSite site) : MailTests(site), IClassFixture<SqliteSite>
{
    [Theory]
    [InlineData("/dev/mail")]
    [InlineData("/dev/mail/job-1-1")]
    [InlineData("/dev/mail/job-1-1/html")]
    public async Task Readers_have_no_such_page(string path)
    {
        Directory.CreateDirectory(Path.Combine(Site.Folder, "mail"));
        await File.WriteAllTextAsync(Path.Combine(Site.Folder, "mail", "job-1-1.eml"), "To: a@out.example\r\n\r\nText", Stop);

        Assert.Equal(HttpStatusCode.NotFound, (await Site.Page(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.Send(HttpMethod.Get, path, null, ("Accept", "application/json"))).Status);
    }

    [Fact]
    public async Task A_letter_waits_until_a_server_is_set()
    {
        var job = await JobOfAsync(db => db.NotifyFormer(Get<IDataProtectionProvider>(), "waits@out.example", "en", Notice.Erased, Site.Now));

        Assert.Equal("Mail:Smtp:Host is not set", (await Assert.ThrowsAsync<LetterDelayedException>(() => DoAsync(job))).Message);
        Assert.Equal(JobState.Waiting, await Site.ReadAsync(db => db.Jobs.Where(j => j.Id == job.Id).Select(j => j.State).SingleAsync(Stop)));
    }
}
