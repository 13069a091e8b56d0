using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Pages.Account;
using NewsSite.Web.Privacy;

namespace NewsSite.Web.Pages.Admin.Upkeep;

/// <summary>Who did what to what: filtered by what stands in the address, so that a view can be sent to a colleague; paged by number, newest first.</summary>
public sealed class LogPage(NewsDb db, Writer writer, TimeProvider clock, Edition here) : AccountPage
{
    private const int Length = 100;

    [BindProperty(SupportsGet = true)]
    public string? Act { get; set; }

    /// <summary>Account number.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Actor { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    /// <summary>The names of those who acted, as far as they still have one.</summary>
    public IReadOnlyDictionary<int, string> Names { get; private set; } = new Dictionary<int, string>();

    /// <summary>The number to go on from; null at the end.</summary>
    public long? Older { get; private set; }

    /// <summary>The first entry that is not what was recorded.</summary>
    public long? Broken { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Head.Title = here["Log.Title"];
        if (!ModelState.IsValid) return Again("filter", "Log.BadFilter");
        var found = await Asked().OrderByDescending(e => e.Id).Take(Length + 1).ToListAsync(stop);
        Entries = [.. found.Take(Length)];
        Older = found.Count > Length ? Entries[^1].Id : null;
        var actors = Entries.Select(e => e.ActorId).OfType<int>().Distinct().ToList();
        Names = await db.Accounts.Where(a => actors.Contains(a.Id) && (a.Name != null || a.Email != null)).ToDictionaryAsync(a => a.Id, a => a.Name ?? a.Email!, stop);
        Broken = await AuditLog.FirstBrokenAsync(db, stop);
        return Page();
    }

    /// <summary>All that the filter finds, as CSV. That somebody took it is recorded too.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return await OnGetAsync(stop);
        await writer.WriteAsync(change => change.RecordAsync(Visitor, Acts.LogExported, null, clock.GetUtcNow()), stop);
        var csv = new StringBuilder().Append(Csv.Mark).Append(Csv.Line(["id", "at", "actor", "act", "subject", "network", "detail", "previous", "hash"]));
        await foreach (var e in Asked().OrderBy(e => e.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            csv.Append(Csv.Line([Number(e.Id), e.At.ToString("O", CultureInfo.InvariantCulture), Number(e.ActorId), e.Act, e.Subject ?? "", e.Network ?? "", e.Detail ?? "", e.PreviousHash, e.Hash]));
        }

        return File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", "audit-log.csv");
    }

    public string Name(AuditEntry entry) => entry.ActorId is not { } id ? here["Log.Nobody"] : Names.GetValueOrDefault(id) ?? here.Say("Log.Account", id);

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private IQueryable<AuditEntry> Asked()
    {
        var entries = db.AuditEntries.AsQueryable();
        if (!string.IsNullOrEmpty(Act)) entries = entries.Where(e => e.Act == Act);
        if (Actor is { } actor) entries = entries.Where(e => e.ActorId == actor);
        if (!string.IsNullOrEmpty(Subject)) entries = entries.Where(e => e.Subject == Subject);
        if (From is { } from) entries = entries.Where(e => e.At >= here.StartOf(from));
        if (To is { } to) entries = entries.Where(e => e.At < here.StartOf(to.AddDays(1)));
        return Before is { } before ? entries.Where(e => e.Id < before) : entries;
    }
}
