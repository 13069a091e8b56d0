using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Web;

namespace NewsSite.Site.Accounts;

/// <summary>A site one of whose sweeps always fails, before all others.</summary>
public sealed class StumblingSite : SqliteSite
{
    public int Stumbled { get; private set; }

    protected override void Arrange(IServiceCollection services) => services.Insert(0, ServiceDescriptor.Singleton(new Sweep("a broken one", _ =>
    {
        Stumbled++;
        throw new InvalidOperationException("It always fails.");
    })));
}

/// <summary>What is over is taken out every hour, whatever else goes wrong.</summary>
public sealed class UpkeepTests(StumblingSite site) : SiteTests(site), IClassFixture<StumblingSite>
{
    [Fact]
    public async Task What_is_over_goes_within_the_hour_though_another_sweep_fails()
    {
        await Site.Open().SignIn("swept@example.org");
        Site.Clock.Advance(Session.IdleLimit(SessionKind.Reader));

        // The timer may not have been set yet when the clock is moved the first time.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (await Site.ReadAsync(db => db.Sessions.AnyAsync(limit.Token)) || await Site.ReadAsync(db => db.SignInRequests.AnyAsync(limit.Token))) Site.Clock.Advance(TimeSpan.FromHours(1));

        Assert.True(((StumblingSite)Site).Stumbled > 0);
    }

    [Fact]
    public async Task What_is_not_over_stays()
    {
        await Site.Open().SignIn("stays@example.org");

        foreach (var sweep in Site.Services.GetServices<Sweep>().Skip(1)) await sweep.RunAsync(Stop);

        Assert.Equal(1, await Site.ReadAsync(db => db.Sessions.CountAsync(s => s.Account.Email == "stays@example.org")));
        Assert.Equal(1, await Site.ReadAsync(db => db.SignInRequests.CountAsync(r => r.Email == "stays@example.org")));
    }

    [Fact]
    public async Task A_session_begun_while_its_account_was_being_closed_does_not_stay()
    {
        await Site.WriteAsync(async db =>
        {
            var closed = new Account(null, "und", Site.Now) { ClosedAt = Site.Now };
            db.Add(closed);
            await db.SaveChangesAsync();
            db.Add(new Session(closed.Id, SessionKind.Reader, Proof.Link, Secret.HashOf("late"), Site.Now));
            return true;
        });

        await Site.Services.GetRequiredService<Sessions>().SweepAsync(Stop);

        Assert.False(await Site.ReadAsync(db => db.Sessions.AnyAsync(s => s.Account.ClosedAt != null)));
    }
}
