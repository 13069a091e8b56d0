using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Database;

namespace NewsSite.Site.Pages;

/// <summary>What administrators see of the program's own work: jobs that failed, addresses that bounced, who did what.</summary>
public abstract class UpkeepPageTests(NewsSiteHost site) : SiteTests(site)
{
    [Fact]
    public async Task A_job_that_was_given_up_is_shown_and_tried_again_or_dropped_by_hand_and_the_log_says_by_whom()
    {
        var (admin, id, _) = await Site.SignedIn(StaffRole.Administrator, "jobs@example.org");
        var (again, gone) = (await DeadAsync("again"), await DeadAsync("gone"));
        Assert.Contains(again.ToString(System.Globalization.CultureInfo.InvariantCulture), (await admin.Go("/admin/jobs")).Words("tbody"), StringComparison.Ordinal);

        Assert.Equal("/admin/jobs", (await admin.Send("/admin/jobs", ("act", "retry"), ("id", $"{again}"))).Location);
        Assert.Equal("/admin/jobs", (await admin.Send("/admin/jobs", ("act", "drop"), ("id", $"{gone}"))).Location);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.Send("/admin/jobs", ("act", "burn"), ("id", $"{again}"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Send("/admin/jobs", ("act", "drop"), ("id", $"{gone}"))).Status);

        Assert.Equal(JobState.Waiting, await Site.ReadAsync(db => db.Jobs.Where(j => j.Id == again).Select(j => j.State).SingleAsync(Stop)));
        Assert.False(await Site.ReadAsync(db => db.Jobs.AnyAsync(j => j.Id == gone, Stop)));
        var acts = await Site.ReadAsync(db => db.AuditEntries.Where(e => e.ActorId == id).OrderBy(e => e.Id).Select(e => e.Act).ToListAsync(Stop));
        Assert.Equal([Acts.JobRetried, Acts.JobDropped], acts);
    }

    [Fact]
    public async Task An_address_that_bounced_is_shown_without_its_name_and_can_be_lifted()
    {
        var (admin, _, _) = await Site.SignedIn(StaffRole.Administrator, "bounces@example.org");
        var bounce = await Site.WriteAsync(db => Task.FromResult(db.Add(new Bounce(Secret.HashOf("nobody@example.org"), "550 5.1.1", Site.Now)).Entity));

        var page = await admin.Go("/admin/jobs");
        Assert.DoesNotContain("nobody@", page.Text, StringComparison.Ordinal);
        Assert.Contains("550 5.1.1", page.Text, StringComparison.Ordinal);
        await admin.Send("/admin/jobs", ("act", "lift"), ("id", $"{bounce.Id}"));

        Assert.False(await Site.ReadAsync(db => db.Bounces.AnyAsync(b => b.Id == bounce.Id, Stop)));
    }

    [Fact]
    public async Task The_log_is_filtered_paged_and_taken_away_as_CSV_whole()
    {
        var (admin, id, _) = await Site.SignedIn(StaffRole.Administrator, "reads-log@example.org");
        await Site.WriteAsync(async db =>
        {
            for (var n = 0; n < 130; n++) await db.RecordAsync(new Visitor(id, "192.0.2.0/24"), Acts.JobRetried, $"job {n}", Site.Now, "=1+1");
            return true;
        });

        var first = await admin.Go($"/admin/log?actor={id}");
        Assert.Equal(100, first.All("tbody tr").Count());
        var older = first.All("a[href*='before=']").Single().GetAttribute("href")!;
        Assert.Equal(30, (await admin.Go(older)).All("tbody tr").Count());
        Assert.Single((await admin.Go($"/admin/log?actor={id}&subject=job+7")).All("tbody tr"));
        Assert.Empty((await admin.Go($"/admin/log?actor={id}&act={Acts.Exported}")).All("tbody tr"));

        var csv = await admin.Send($"/admin/log?actor={id}");
        Assert.StartsWith("text/csv", csv.Header("Content-Type"), StringComparison.Ordinal);
        var lines = csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(132, lines.Length);
        Assert.Contains(",'=1+1,", lines[1], StringComparison.Ordinal);
        Assert.Contains(Acts.LogExported, (await admin.Go($"/admin/log?actor={id}&act={Acts.LogExported}")).Words("tbody"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("actor=one")]
    [InlineData("from=yesterday")]
    [InlineData("before=x")]
    public async Task A_filter_that_cannot_be_read_is_said_so(string query)
    {
        var (admin, _, _) = await Site.SignedIn(StaffRole.Administrator, $"bad-{query.Split('=')[0]}@example.org");

        var page = await admin.Go("/admin/log?" + query);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotNull(page.Words("[role=alert]"));
    }

    private Task<long> DeadAsync(string payload) => Site.WriteAsync(async db =>
    {
        db.Enqueue("nothing-does-this", payload, Site.Now);
        await db.SaveChangesAsync(Stop);
        var id = await db.Jobs.MaxAsync(j => j.Id, Stop);
        await db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(j => j.SetProperty(x => x.State, JobState.Dead).SetProperty(x => x.EndedAt, Site.Now), Stop);
        return id;
    });
}

public sealed class UpkeepPageTestsOnSqlite(SqliteSite site) : UpkeepPageTests(site), IClassFixture<SqliteSite>
{
    [Fact]
    public async Task A_row_changed_behind_the_programs_back_is_found()
    {
        var (admin, id, _) = await Site.SignedIn(StaffRole.Administrator, "tampered@example.org");
        await Site.WriteAsync(async db =>
        {
            await db.RecordAsync(new Visitor(id, "192.0.2.0/24"), Acts.StaffClosed, "account 1", Site.Now);
            return true;
        });
        Assert.Equal("Every entry is as it was recorded.", (await admin.Go("/admin/log")).Words("p.notice"));
        await Assert.ThrowsAnyAsync<Exception>(() => Site.WriteAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "AuditEntries" SET "Subject" = 'account 2'""")));

        // Whoever owns the file can take the guard away; the chain still tells.
        await Site.WriteAsync(async db =>
        {
            await db.Database.ExecuteSqlAsync($"""DROP TRIGGER "AuditEntries_never_changed" """);
            return await db.Database.ExecuteSqlAsync($"""UPDATE "AuditEntries" SET "Subject" = 'account 2' WHERE "ActorId" = {id}""");
        });

        Assert.Contains("is not what was recorded", (await admin.Go("/admin/log")).Words("p.notice"), StringComparison.Ordinal);
    }
}

public sealed class UpkeepPageTestsOnPostgres(PostgresSite site) : UpkeepPageTests(site), IClassFixture<PostgresSite>;
