using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Pages.Account;

namespace NewsSite.Web.Pages.Admin.Upkeep;

/// <summary>What is still to be done after the changes that asked for it, and what could not be: tried again or given up by hand.</summary>
public sealed class JobsPage(NewsDb db, Writer writer, TimeProvider clock, Edition here) : AccountPage
{
    private const int Most = 100;

    /// <summary>How many there are, by kind and state.</summary>
    public IReadOnlyList<(string Kind, JobState State, int Count)> Sums { get; private set; } = [];

    /// <summary>The ones in the state that was asked for, next due or last ended first.</summary>
    public IReadOnlyList<Job> Jobs { get; private set; } = [];
    public JobState State { get; private set; }
    public IReadOnlyList<Bounce> Bounces { get; private set; } = [];

    public async Task OnGetAsync(string? state, CancellationToken stop)
    {
        Head.Title = here["Jobs.Title"];
        State = Enum.TryParse<JobState>(state, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : JobState.Dead;
        var sums = await db.Jobs.GroupBy(j => new { j.Kind, j.State }).Select(g => new { g.Key.Kind, g.Key.State, Count = g.Count() }).ToListAsync(stop);
        Sums = [.. sums.Select(s => (s.Kind, s.State, s.Count)).OrderBy(s => s.Kind, StringComparer.Ordinal).ThenBy(s => s.State)];
        var jobs = db.Jobs.Where(j => j.State == State);
        Jobs = await (State == JobState.Waiting ? jobs.OrderBy(j => j.DueAt).ThenBy(j => j.Id) : jobs.OrderByDescending(j => j.EndedAt).ThenByDescending(j => j.Id)).Take(Most).ToListAsync(stop);
        Bounces = await db.Bounces.OrderByDescending(b => b.At).Take(Most).ToListAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(string? act, long id, CancellationToken stop) => act switch
    {
        "retry" => await ChangeAsync(change => JobDesk.RetryAsync(change, id, clock.GetUtcNow(), stop), Acts.JobRetried, $"job {id}", stop),
        "drop" => await ChangeAsync(change => JobDesk.DropAsync(change, id, stop), Acts.JobDropped, $"job {id}", stop),
        "lift" => await ChangeAsync(async change => await change.Bounces.Where(b => b.Id == id).ExecuteDeleteAsync(stop) == 1, Acts.BounceLifted, $"bounce {id}", stop),
        _ => BadRequest(),
    };

    private async Task<IActionResult> ChangeAsync(Func<NewsDb, Task<bool>> change, string act, string subject, CancellationToken stop)
    {
        var changed = await writer.WriteAsync(async writing =>
        {
            if (!await change(writing)) return false;
            await writing.RecordAsync(Visitor, act, subject, clock.GetUtcNow());
            return true;
        }, stop);
        return changed ? LocalRedirect("/admin/jobs") : NotFound();
    }
}
