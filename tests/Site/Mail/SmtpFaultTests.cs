using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Database;
using NewsSite.Web.Mail;

namespace NewsSite.Site.Mail;

/// <summary>Whatever a mail server does: no letter is lost, and none arrives twice that a receiving server would not know again.</summary>
public abstract class SmtpFaultTests(NewsSiteHost site) : MailTests(site)
{
    /// <summary>What a server would say about us and the reader; none of it may go anywhere.</summary>
    private const string Gossip = "<reader@out.example>: see https://gossip.example/";
    private static int addresses;
    private readonly string address = FormattableString.Invariant($"reader-{Interlocked.Increment(ref addresses)}@out.example");

    [Theory]
    [InlineData(Stage.Greeting, "421 4.3.2")]
    [InlineData(Stage.Greeting, "554 5.7.1")]
    [InlineData(Stage.Hello, "421 4.3.0")]
    [InlineData(Stage.Sender, "451 4.3.0")]
    [InlineData(Stage.Recipient, "450 4.2.0")]
    [InlineData(Stage.Recipient, "452 4.2.2")]
    [InlineData(Stage.Data, "451 4.3.0")]
    [InlineData(Stage.AfterDot, "451 4.7.1")]
    public async Task Not_now_means_later_and_then_once(Stage at, string code)
    {
        Server.Next(new Misdeed(at, $"{code} {Gossip}"));
        var job = await GivenLetterAsync();

        var fault = await Assert.ThrowsAsync<LetterDelayedException>(() => DoAsync(job));
        Assert.Equal($"The mail server said {code}", fault.Message);
        Assert.DoesNotContain("example", fault.ToString(), StringComparison.Ordinal);
        Assert.Empty(LettersTo(address));

        await DoAsync(job);
        Assert.Single(LettersTo(address));
    }

    [Theory]
    [InlineData(Stage.Greeting)]
    [InlineData(Stage.Hello)]
    [InlineData(Stage.Sender)]
    [InlineData(Stage.Recipient)]
    [InlineData(Stage.Data)]
    [InlineData(Stage.MidLetter)]
    public async Task A_lost_connection_means_later_and_then_once(Stage at)
    {
        Server.Next(new Misdeed(at));
        var job = await GivenLetterAsync();

        Assert.Equal("The connection to the mail server was lost", (await Assert.ThrowsAsync<LetterDelayedException>(() => DoAsync(job))).Message);
        Assert.Empty(LettersTo(address));

        await DoAsync(job);
        Assert.Single(LettersTo(address));
    }

    [Theory]
    [InlineData(Stage.Greeting)]
    [InlineData(Stage.Recipient)]
    [InlineData(Stage.MidLetter)]
    public async Task A_server_that_falls_silent_is_left_after_half_a_minute(Stage at)
    {
        Server.Next(new Misdeed(at, Stalls: true));
        var job = await GivenLetterAsync();

        var trying = DoAsync(job);
        await Server.StalledAsync;
        Site.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(trying.IsCompleted);
        Site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("The mail server did not answer in time", (await Assert.ThrowsAsync<LetterDelayedException>(() => trying)).Message);

        await DoAsync(job);
        Assert.Single(LettersTo(address));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_letter_whose_taking_was_not_answered_comes_again_as_the_same_letter(bool stalls)
    {
        Server.Next(new Misdeed(Stage.AfterDot, Stalls: stalls));
        var job = await GivenLetterAsync();

        var trying = DoAsync(job);
        if (stalls)
        {
            await Server.StalledAsync;
            Site.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        await Assert.ThrowsAsync<LetterDelayedException>(() => trying);
        await DoAsync(job);

        Assert.Equal(2, LettersTo(address).Count);
        Assert.Single(LettersTo(address).Select(m => m.MessageId).Distinct());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_cannot_say_goodbye_has_the_letter_all_the_same(bool stalls)
    {
        Server.Next(new Misdeed(Stage.Goodbye, Stalls: stalls));
        var job = await GivenLetterAsync();

        var trying = DoAsync(job);
        if (stalls)
        {
            await Server.StalledAsync;
            Site.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        await trying;
        Assert.Single(LettersTo(address));
    }

    [Theory]
    [InlineData("550 5.1.1")]
    [InlineData("550 5.1.10")]
    [InlineData("550 5.2.1")]
    [InlineData("550")]
    [InlineData("553")]
    public async Task Nobody_there_is_noted_without_the_address_and_never_written_to_again(string code)
    {
        Server.Next(new Misdeed(Stage.Recipient, $"{code} {Gossip}"));
        await DoAsync(await GivenLetterAsync());

        var bounce = Assert.Single(await BouncesAsync());
        Assert.Equal(code, bounce.Reply);
        Assert.Equal(Site.Now, bounce.At);

        var heard = Server.Heard.Count;
        await DoAsync(await GivenLetterAsync());
        Assert.Equal(heard, Server.Heard.Count);
        Assert.Empty(LettersTo(address));
    }

    [Theory]
    [InlineData(Stage.Recipient, "554 5.7.1")]
    [InlineData(Stage.Recipient, "550 5.7.1")]
    [InlineData(Stage.Recipient, "552 5.2.2")]
    [InlineData(Stage.Recipient, "554")]
    [InlineData(Stage.Sender, "550 5.1.8")]
    [InlineData(Stage.Data, "554 5.5.1")]
    [InlineData(Stage.AfterDot, "554 5.7.1")]
    [InlineData(Stage.AfterDot, "550 5.1.1")]
    public async Task Any_other_refusal_ends_the_job_and_says_nothing_about_the_address(Stage at, string code)
    {
        Server.Next(new Misdeed(at, $"{code} {Gossip}"));
        var job = await GivenLetterAsync();

        var refused = await Assert.ThrowsAsync<JobRefusedException>(() => DoAsync(job));
        Assert.Equal($"The mail server refused the letter: {code}", refused.Message);
        Assert.DoesNotContain("example", refused.ToString(), StringComparison.Ordinal);
        Assert.Empty(await BouncesAsync());
    }

    [Fact]
    public async Task Two_letters_that_bounce_at_once_are_one_note()
    {
        Server.Next(new Misdeed(Stage.Recipient, "550 5.1.1"), new Misdeed(Stage.Recipient, "550 5.1.1"));
        var (first, second) = (await GivenLetterAsync(), await GivenLetterAsync());
        var kind = Site.Services.GetServices<IJobKind>().Single(k => k.Name == Notices.Job);
        var changes = new[] { await kind.DoAsync(first, Stop), await kind.DoAsync(second, Stop) };

        foreach (var change in changes) await Get<Writer>().WriteAsync(change, Stop);

        Assert.Single(await BouncesAsync());
    }

    /// <summary>A hundred letters through a server that fails two times in three, wherever it likes.</summary>
    [Fact]
    public async Task No_letter_is_lost_and_none_is_doubled_unknowably()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.SendDiagnosticMessage("Seed {0}", seed);
        var random = new Random(seed);
        Stage[] stages = [Stage.Greeting, Stage.Hello, Stage.Sender, Stage.Recipient, Stage.Data, Stage.MidLetter, Stage.AfterDot, Stage.Goodbye];
        var unanswered = new Dictionary<string, int>();
        for (var n = 0; n < 100; n++)
        {
            var to = FormattableString.Invariant($"many-{n}@out.example");
            var job = await JobOfAsync(db => db.NotifyFormer(Get<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>(), to, "en", Notice.Erased, Site.Now));
            for (var sent = false; !sent;)
            {
                var at = stages[random.Next(stages.Length)];
                var misdeed = new Misdeed(at, at != Stage.MidLetter && random.Next(2) == 0 ? "451 4.3.0 Not now" : null);
                var isFine = random.Next(3) == 0;
                if (!isFine) Server.Next(misdeed);
                if (!isFine && misdeed is { At: Stage.AfterDot, Reply: null }) unanswered[to] = unanswered.GetValueOrDefault(to) + 1;
                try
                {
                    await DoAsync(job);
                    sent = true;
                }
                catch (LetterDelayedException)
                {
                }
            }

            Assert.True(LettersTo(to).Count == 1 + unanswered.GetValueOrDefault(to), $"{to}: {LettersTo(to).Count}, seed {seed}");
            Assert.Single(LettersTo(to).Select(m => m.MessageId).Distinct());
        }
    }

    private Task<List<Bounce>> BouncesAsync()
    {
        var hash = Secret.HashOf(address);
        return Site.ReadAsync(db => db.Bounces.Where(b => b.AddressHash == hash).ToListAsync(Stop));
    }

    private async Task<Job> GivenLetterAsync()
    {
        var account = await Site.ReadAsync(db => db.Accounts.SingleOrDefaultAsync(a => a.Email == address, Stop)) ?? await GivenAccountAsync(address);
        return await JobOfAsync(db => db.Notify(account.Id, Notice.PasskeyAdded, Site.Now));
    }
}

public sealed class SmtpFaultTestsOnSqlite(SqliteMailSite site) : SmtpFaultTests(site), IClassFixture<SqliteMailSite>;

public sealed class SmtpFaultTestsOnPostgres(PostgresMailSite site) : SmtpFaultTests(site), IClassFixture<PostgresMailSite>;
