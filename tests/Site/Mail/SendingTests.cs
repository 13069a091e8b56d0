using Microsoft.AspNetCore.DataProtection;
using MimeKit;
using NewsSite.Accounts;
using NewsSite.Database;
using NewsSite.Web.Mail;

namespace NewsSite.Site.Mail;

/// <summary>Who gets which letter, and what its headers say.</summary>
public abstract class SendingTests(NewsSiteHost site) : MailTests(site)
{
    private const string Token = "Zm9yLXRlc3RzLW9ubHktbm90LXJhbmRvbS1hdC1hbGw";
    private const string Code = "K7MPQ2XW";

    [Fact]
    public async Task The_headers_are_these_and_no_other()
    {
        var job = await JobOfAsync(db => db.NotifyFormer(Keys, "headers@out.example", "uk", Notice.Erased, Site.Now));
        Site.Clock.Advance(TimeSpan.FromMinutes(3));
        await DoAsync(job);

        var letter = Assert.Single(LettersTo("headers@out.example"));
        Assert.Equal(["Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Message-Id", "Subject", "To"], letter.Headers.Concat(letter.Body!.Headers).Select(h => h.Field).Order(StringComparer.Ordinal));
        Assert.Equal(FormattableString.Invariant($"job-{job.Id}-{job.CreatedAt.ToUnixTimeSeconds()}@paper.example"), letter.MessageId);
        Assert.Equal(Site.Now, letter.Date);
        Assert.Equal("auto-generated", letter.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal(("The Daily Example", "noreply@paper.example"), (letter.From.Mailboxes.Single().Name, letter.From.Mailboxes.Single().Address));
        Assert.Equal("Ваш обліковий запис на сайті «The Daily Example» видалено", letter.Subject);
        Assert.All(letter.Headers, h => Assert.All(h.RawValue, b => Assert.InRange(b, (byte)9, (byte)126)));
        Assert.Equal(["text/plain", "text/html"], letter.BodyParts.Select(p => p.ContentType.MimeType));
        Assert.Contains("EHLO paper.example", Server.Heard);
    }

    [Theory]
    [InlineData("One\r\nBcc: somebody@evil.example")]
    [InlineData("One\nBcc: somebody@evil.example")]
    [InlineData("One\rTwo")]
    [InlineData("One\0Two")]
    [InlineData("One\u0085Two")]
    public async Task A_subject_is_one_line_or_the_letter_does_not_go(string subject)
    {
        var job = await JobOfAsync(db => db.Add(new Job("test", "{}", Site.Now, Site.Now)));

        await Assert.ThrowsAsync<JobRefusedException>(() => SendAsync(job, "subject@out.example", new("en", subject, ["Text"], "Fine")));
        Assert.Empty(LettersTo("subject@out.example"));
    }

    [Theory]
    [InlineData("a@out.example\r\nRCPT TO:<b@evil.example>")]
    [InlineData("a@out.example>\r\nRCPT TO:<b@evil.example")]
    [InlineData("a@out.example, b@evil.example")]
    [InlineData("A <a@out.example>")]
    [InlineData("a@out.example\0")]
    [InlineData("\"a b\"@out.example")]
    [InlineData("nobody")]
    public async Task An_address_is_one_address_or_the_letter_does_not_go(string address)
    {
        var job = await JobOfAsync(db => db.Add(new Job("test", "{}", Site.Now, Site.Now)));
        var heard = Server.Heard.Count;

        await Assert.ThrowsAsync<JobRefusedException>(() => SendAsync(job, address, new("en", "Subject", ["Text"], "Fine")));
        Assert.Equal(heard, Server.Heard.Count);
    }

    [Fact]
    public async Task Words_of_any_script_arrive_as_they_were_written()
    {
        var subject = "Привіт — مرحبا 👋 " + new string('ї', 200);
        string[] paragraphs = [".", "..", "From here", new string('ж', 5000), "a\tb", "=3D=?utf-8?q?x?="];
        var job = await JobOfAsync(db => db.Add(new Job("test", "{}", Site.Now, Site.Now)));
        await SendAsync(job, "scripts@out.example", new("uk", subject, paragraphs, "Fine"));

        var letter = Assert.Single(LettersTo("scripts@out.example"));
        Assert.Equal(subject, letter.Subject);
        Assert.Equal(string.Join("\n\n", paragraphs) + "\n\n-- \nFine\n", letter.TextBody!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task An_address_outside_ascii_goes_to_a_server_that_can_write_it()
    {
        var job = await JobOfAsync(db => db.NotifyFormer(Keys, "оля@out.example", "uk", Notice.Erased, Site.Now));

        Assert.Contains("SMTPUTF8", (await Assert.ThrowsAsync<JobRefusedException>(() => DoAsync(job))).Message, StringComparison.Ordinal);
        Assert.Empty(LettersTo("оля@out.example"));

        Server.Extensions.Add("SMTPUTF8");
        await DoAsync(job);
        Server.Extensions.Remove("SMTPUTF8");
        Assert.Single(LettersTo("оля@out.example"));
        Assert.Contains(Server.Heard, line => line.StartsWith("MAIL FROM", StringComparison.Ordinal) && line.Contains(" SMTPUTF8", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Broken_glass_is_heard_by_every_administrator_and_nobody_else()
    {
        var staff = await GivenAccountAsync("editor@out.example", a => (a.Staff, a.Name) = (StaffRole.Editor, Cast.Olena.Name));
        await GivenAccountAsync("first@out.example", a => a.Staff = StaffRole.Administrator);
        await GivenAccountAsync("second@out.example", a => (a.Staff, a.Language) = (StaffRole.Administrator, "ar"));
        await GivenAccountAsync("closed@out.example", a => (a.Staff, a.ClosedAt) = (StaffRole.Administrator, Site.Now));

        foreach (var job in await JobsOfAsync(db => db.NotifyGlassBrokenAsync(staff.Id, Site.Now)))
        {
            Assert.DoesNotContain("example", job.Payload, StringComparison.Ordinal);
            Assert.DoesNotContain("Olena", job.Payload, StringComparison.Ordinal);
            await DoAsync(job);
        }

        Assert.StartsWith("Olena Sydorenko signed in to the staff pages", Assert.Single(LettersTo("first@out.example")).TextBody, StringComparison.Ordinal);
        Assert.Contains("Olena Sydorenko", Assert.Single(LettersTo("second@out.example")).TextBody, StringComparison.Ordinal);
        Assert.Contains("dir=\"rtl\"", LettersTo("second@out.example")[0].HtmlBody, StringComparison.Ordinal);
        Assert.Empty(LettersTo("closed@out.example"));
        Assert.Empty(LettersTo("editor@out.example"));
    }

    [Fact]
    public async Task A_sealed_address_is_not_to_be_read_in_the_table()
    {
        var job = await JobOfAsync(db => db.NotifyFormer(Keys, "old@out.example", "en", Notice.AddressChanged, Site.Now));

        Assert.DoesNotContain("old@", job.Payload, StringComparison.Ordinal);
        await DoAsync(job);
        Assert.Equal("Your account at The Daily Example has another address now", Assert.Single(LettersTo("old@out.example")).Subject);
    }

    [Fact]
    public async Task A_letter_sealed_with_a_key_that_is_gone_ends_as_refused()
    {
        var others = DataProtectionProvider.Create("another site");
        var notice = await JobOfAsync(db => db.NotifyFormer(others, "old@out.example", "en", Notice.Erased, Site.Now));
        var request = await GivenRequestAsync(new(SignInPurpose.SignIn, "lost@out.example", "en", Site.Now) { TokenHash = "lost" });
        var signIn = await JobOfAsync(db => MailedSignIn.Enqueue(db, others, request, Token, Code, Site.Now));

        await Assert.ThrowsAsync<JobRefusedException>(() => DoAsync(notice));
        await Assert.ThrowsAsync<JobRefusedException>(() => DoAsync(signIn));
    }

    [Fact]
    public async Task An_account_that_is_gone_is_not_written_to()
    {
        var account = await GivenAccountAsync("gone@out.example", a => a.ClosedAt = Site.Now);
        await DoAsync(await JobOfAsync(db => db.Notify(account.Id, Notice.PasskeyAdded, Site.Now)));
        await DoAsync(await JobOfAsync(db => db.Notify(987654, Notice.PasskeyAdded, Site.Now)));

        Assert.Empty(LettersTo("gone@out.example"));
    }

    protected IDataProtectionProvider Keys => Get<IDataProtectionProvider>();

    protected Task<SignInRequest> GivenRequestAsync(SignInRequest request) => Site.WriteAsync(db => Task.FromResult(db.Add(request).Entity));

    private async Task SendAsync(Job job, string address, Letter letter)
    {
        var change = await Site.ReadAsync(db => Get<Postroom>().SendAsync(db, job, address, letter, Stop));
        await Get<Writer>().WriteAsync(change, Stop);
    }
}

public sealed class SendingTestsOnSqlite(SqliteMailSite site) : SendingTests(site), IClassFixture<SqliteMailSite>;

public sealed class SendingTestsOnPostgres(PostgresMailSite site) : SendingTests(site), IClassFixture<PostgresMailSite>;
