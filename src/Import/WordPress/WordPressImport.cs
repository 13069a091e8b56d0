using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;

namespace NewsSite.Import.WordPress;

/// <summary>Brings in a WordPress export. Running it again changes nothing; killed, it goes on where it stopped.</summary>
public sealed class WordPressImport(Writer writer, Newsroom newsroom, PhotoStore photos, TimeProvider clock, ImportSettings settings)
{
    private const int BatchItems = 64;
    private const int BatchCharacters = 4_000_000;

    /// <param name="file">The export.</param>
    /// <param name="mediaDirectory">The old site's uploads, if there are any.</param>
    /// <param name="dryRun">Report the same, write nothing.</param>
    /// <param name="progress">Told of every batch.</param>
    /// <param name="stop">Cancellation; what was stored stays, and the next run goes on.</param>
    /// <exception cref="ImportRefusedException">The file is broken, or no export; nothing was written.</exception>
    public async Task<ImportReport> RunAsync(string file, string? mediaDirectory, bool dryRun, IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        var survey = await Task.Run(() => WxrSurvey.Of(file, stop), stop);
        var reader = new ItemReader(survey, new MediaFolder(mediaDirectory), settings.Language);
        var run = new ImportRun(survey, reader.Addresses, settings.Language, dryRun, clock.GetUtcNow());
        var report = new ImportReport(file, run.Source, dryRun) { Items = survey.Items, ControlCharacters = survey.LeftOut, UnreadableCharacters = survey.Unreadable };
        await writer.WriteAsync(db => LearnPeopleAsync(db, run, stop), stop);

        using var wxr = new WxrReader(file, withBodies: true);
        using var items = wxr.Items().GetEnumerator();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = Task.Run(() => Batch(items, reader, seen), stop);
        try
        {
            // The next batch is read while this one is stored.
            for (var batch = await next; batch.Count > 0; batch = await next)
            {
                next = Task.Run(() => Batch(items, reader, seen), stop);
                await StoreAsync(batch, run, report, stop);
                progress?.Report(new(report.Read, survey.Items));
            }
        }
        finally
        {
            await Task.WhenAny(next);
        }

        if (!dryRun && report.Created + report.Updated > 0) await writer.WriteAsync(db => newsroom.TidyAsync(db, stop), stop);
        return report;
    }

    private static List<Converted> Batch(IEnumerator<WxrItem> items, ItemReader reader, HashSet<string> seen)
    {
        var batch = new List<WxrItem>();
        for (var length = 0; batch.Count < BatchItems && length < BatchCharacters && items.MoveNext(); length += items.Current.Content.Length) batch.Add(items.Current);
        var made = batch.AsParallel().AsOrdered().Select(reader.Read).ToList();
        foreach (var item in made.Where(m => m.Refusal is null && !seen.Add(m.ExternalId))) item.Refusal = "its number stands in the file twice";
        return made;
    }

    private static async Task LearnPeopleAsync(NewsDb db, ImportRun run, CancellationToken stop)
    {
        foreach (var person in await db.Contributors.AsNoTracking().Select(c => new { c.Slug, c.Name }).ToListAsync(stop))
            foreach (var name in person.Name.All) run.PeopleByName.TryAdd(name.Value, person.Slug);
    }

    private async Task StoreAsync(List<Converted> batch, ImportRun run, ImportReport report, CancellationToken stop)
    {
        Outcome outcome;
        try
        {
            outcome = await writer.WriteAsync(db => new BatchStore(db, newsroom, photos, run).StoreAsync(batch, stop), stop);
        }
        catch (DbUpdateException) when (batch.Count > 1)
        {
            // One of them is not to be had; the others must not be lost with it.
            foreach (var made in batch) await StoreAsync([made], run, report, stop);
            return;
        }
        catch (DbUpdateException e)
        {
            outcome = new Outcome();
            outcome.Set(batch[0], Fate.Refused, $"the database refused it: {e.GetBaseException().Message}");
        }

        outcome.TellTo(report);
    }
}
