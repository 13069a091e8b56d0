using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NewsSite.Accounts;
using NewsSite.Database;

namespace NewsSite.Site.Mail;

/// <summary>A site that hands its letters to a server of ours.</summary>
public interface IMailSite
{
    SmtpStub MailServer { get; }
}

public sealed class SqliteMailSite : SqliteSite, IMailSite
{
    public SmtpStub MailServer { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Told["Mail:Smtp:Host"] = "127.0.0.1";
        Told["Mail:Smtp:Port"] = FormattableString.Invariant($"{MailServer.Port}");
    }

    public override async ValueTask DisposeAsync()
    {
        await MailServer.DisposeAsync();
        await base.DisposeAsync();
    }
}

public sealed class PostgresMailSite(PostgresServer postgres) : PostgresSite(postgres), IMailSite
{
    public SmtpStub MailServer { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Told["Mail:Smtp:Host"] = "127.0.0.1";
        Told["Mail:Smtp:Port"] = FormattableString.Invariant($"{MailServer.Port}");
    }

    public override async ValueTask DisposeAsync()
    {
        await MailServer.DisposeAsync();
        await base.DisposeAsync();
    }
}

/// <summary>Tests that enqueue a letter's job and do it as a runner would: again after a delay, and its change in a transaction.</summary>
public abstract class MailTests(NewsSiteHost site) : SiteTests(site)
{
    protected SmtpStub Server => ((IMailSite)Site).MailServer;

    protected T Get<T>()
        where T : notnull => Site.Services.GetRequiredService<T>();

    /// <summary>Tries once.</summary>
    protected async Task DoAsync(Job job)
    {
        var change = await Get<IEnumerable<IJobKind>>().Single(k => k.Name == job.Kind).DoAsync(job, Stop);
        await Get<Writer>().WriteAsync(change, Stop);
    }

    /// <summary>The jobs that a change asked for.</summary>
    protected async Task<IReadOnlyList<Job>> JobsOfAsync(Func<NewsDb, Task> change)
    {
        var before = await Site.ReadAsync(db => db.Jobs.Select(j => j.Id).ToListAsync(Stop));
        await Get<Writer>().WriteAsync(change, Stop);
        return await Site.ReadAsync(db => db.Jobs.Where(j => !before.Contains(j.Id)).OrderBy(j => j.Id).ToListAsync(Stop));
    }

    protected async Task<Job> JobOfAsync(Action<NewsDb> change) => Assert.Single(await JobsOfAsync(db =>
    {
        change(db);
        return Task.CompletedTask;
    }));

    protected Task<Account> GivenAccountAsync(string email, Action<Account>? told = null) => Site.WriteAsync(db =>
    {
        var account = new Account(email, "en", Site.Now);
        told?.Invoke(account);
        return Task.FromResult(db.Add(account).Entity);
    });

    /// <summary>The letters for an address that the server has.</summary>
    protected IReadOnlyList<MimeMessage> LettersTo(string address) => [.. Server.Taken.Where(m => m.To.Mailboxes.Single().Address == address)];
}
