using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;

namespace NewsSite.Import.WordPress;

/// <summary>Stores one batch in the caller's transaction: items, and the rows by which the next run knows them, stand or fall together.</summary>
internal sealed class BatchStore(NewsDb db, Newsroom newsroom, PhotoStore photos, ImportRun run)
{
    private const string Saver = "import wordpress";
    private const string ChangedHere = "the newsroom has changed it since it was imported";

    private readonly Outcome outcome = new();
    private readonly List<(Converted Made, Article Article, ImportedItem Row)> articles = [];
    private Dictionary<string, ImportedItem> known = [];

    public async Task<Outcome> StoreAsync(IReadOnlyList<Converted> batch, CancellationToken stop)
    {
        var wanted = Sift(batch, await KnownAsync(batch, stop));
        if (wanted.Count > 0) await StoreWantedAsync(wanted, stop);
        if (run.IsDryRun) db.ChangeTracker.Clear();
        return outcome;
    }

    private async Task<Dictionary<string, ImportedItem>> KnownAsync(IReadOnlyList<Converted> batch, CancellationToken stop)
    {
        var ids = batch.Where(b => b.Refusal is null).Select(b => b.ExternalId).ToList();
        return known = await db.ImportedItems.AsTracking().Where(i => i.Source == run.Source && ids.Contains(i.ExternalId)).ToDictionaryAsync(i => i.ExternalId, stop);
    }

    private List<Converted> Sift(IReadOnlyList<Converted> batch, Dictionary<string, ImportedItem> rows)
    {
        var wanted = new List<Converted>();
        foreach (var made in batch)
        {
            if (made.Refusal is { } reason) outcome.Set(made, Fate.Refused, reason);
            else if (rows.TryGetValue(made.ExternalId, out var row) && row.InputHash == made.Hash) outcome.Set(made, Fate.Unchanged);
            else wanted.Add(made);
        }

        return wanted;
    }

    private async Task StoreWantedAsync(List<Converted> wanted, CancellationToken stop)
    {
        var shelf = new Shelf(db, run, outcome);
        var book = new AddressBook(db, run, outcome);
        var pictures = new Pictures(db, photos, run, outcome);
        await shelf.LoadAsync(wanted, stop);
        await book.LoadAsync(wanted, stop);
        await pictures.LoadAsync(wanted, stop);
        if (!run.IsDryRun) await db.SaveChangesAsync(stop);

        foreach (var made in wanted)
        {
            if (made.Kind == "articles") await ArticleAsync(made, shelf, book, pictures, stop);
            else if (made.Kind == "pages") await PageAsync(made, book, stop);
            else if (made.Kind == "attachments") Attachment(made, pictures);
            else
            {
                shelf.Person(made.Headline, made.Language);
                Keep(made);
            }
        }

        if (run.IsDryRun || articles.Count == 0) return;
        await newsroom.SaveAsync(db, articles.ConvertAll(a => a.Article), Saver, run.Now, stop);
        await Stories.TieAsync(db, run, articles.ConvertAll(a => (a.Made, a.Article)), stop);
    }

    private async Task ArticleAsync(Converted made, Shelf shelf, AddressBook book, Pictures pictures, CancellationToken stop)
    {
        var row = known.GetValueOrDefault(made.ExternalId);
        Article article;
        if (row is null) article = new Article(made.Language, made.Slug, made.Headline);
        else if (await UntouchedAsync(row, stop) is { } stored) article = stored;
        else
        {
            outcome.Set(made, Fate.Refused, row.ArticleId is null ? "the newsroom has removed it since it was imported" : ChangedHere);
            return;
        }

        var address = made.IsPublished ? article.Address ?? await book.ForArticleAsync(made, stop) : null;
        Fill(article, made, shelf, pictures);
        if (address is not null) article.Publish(made.At!.Value, address);
        else if (article.Status == Status.Published) article.MoveTo(Status.Draft);
        if (row is null && !run.IsDryRun) db.Add(article);
        row = Keep(made);
        row.Article = article;
        row.RevisionNumber++;
        articles.Add((made, article, row));
        if (address is null) return;
        book.Redirect(made, article, null, address);
        book.RedirectLists(made, [.. book.AuthorAddresses(made).Select(a => (a.Old, "/author/" + shelf.PersonSlug(a.Person)))]);
    }

    /// <summary>The article as the import left it, or null when somebody has worked on it.</summary>
    private async Task<Article?> UntouchedAsync(ImportedItem row, CancellationToken stop)
    {
        var last = await db.Revisions.Where(r => r.ArticleId == row.ArticleId).MaxAsync(r => (int?)r.Number, stop);
        if (row.ArticleId is null || last != row.RevisionNumber) return null;
        return await db.Articles.AsTracking().Include(a => a.Text).Include(a => a.Source).Include(a => a.Bylines).ThenInclude(b => b.Contributor)
            .Include(a => a.Tags).ThenInclude(t => t.Tag).Include(a => a.Photos).ThenInclude(p => p.Photo).Include(a => a.Section).Include(a => a.Series).Include(a => a.LeadPhoto)
            .SingleAsync(a => a.Id == row.ArticleId, stop);
    }

    private void Fill(Article article, Converted made, Shelf shelf, Pictures pictures)
    {
        article.Language = made.Language;
        article.Slug = made.Slug;
        article.Headline = made.Headline;
        article.Standfirst = made.Standfirst;
        article.Text.Markdown = made.Markdown;
        article.ChangedAt = made.ChangedAt ?? made.At ?? run.Now;
        article.Section = made.Section is { } section ? shelf.Section(section, made.Language) : null;
        article.LeadPhoto = pictures.Of(made.Lead);
        article.ClearTags();
        foreach (var tag in made.Tags) article.Tag(shelf.Tag(tag, made.Language));
        article.ClearCredits();
        foreach (var credit in made.Credits.Credits) article.Credit(shelf.Person(credit.Name, made.Language), credit.Role);
        if (made.Credits.Source is not { } source) return;
        article.Source ??= new SourceWork();
        article.Source.Outlet = source.Outlet is { Length: > 200 } outlet ? outlet[..200] : source.Outlet;
        article.Source.Url = source.Url is { Length: <= 2000 } url ? url : null;
    }

    private async Task PageAsync(Converted made, AddressBook book, CancellationToken stop)
    {
        var row = known.GetValueOrDefault(made.ExternalId);
        var page = row is null ? null : await db.SitePages.AsTracking().SingleOrDefaultAsync(p => p.Id == row.PageId, stop);
        if (row is not null && (page is null || row.RevisionNumber != Mark(page)))
        {
            outcome.Set(made, Fate.Refused, page is null ? "the newsroom has removed it since it was imported" : ChangedHere);
            return;
        }

        page ??= new SitePage(made.Language, await book.ForPageAsync(made, stop), made.Headline);
        (page.Title, page.Standfirst, page.Markdown, page.IsPublished) = (made.Headline, made.Standfirst, made.Markdown, made.IsPublished);
        page.ChangedAt = made.ChangedAt ?? made.At ?? run.Now;
        await PageDesk.SetAsync(db, page, stop);
        if (row is null && !run.IsDryRun) db.Add(page);
        row = Keep(made);
        row.Page = page;
        row.RevisionNumber = Mark(page);
        if (made.IsPublished) book.Redirect(made, null, page, page.Address);
    }

    /// <summary>Pages keep no revisions: a number made of the words tells whether they are still the import's own.</summary>
    private static int Mark(SitePage page) =>
        BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{page.Title}\n{page.Standfirst}\n{page.Markdown}\n{page.IsPublished}"))) & int.MaxValue;

    private void Attachment(Converted made, Pictures pictures)
    {
        var photo = pictures.Of(made.Lead)!;
        Pictures.Describe(photo, run.Survey.Attachments[made.Item.Id], made.Language);
        Keep(made).Photo = photo;
    }

    private ImportedItem Keep(Converted made)
    {
        if (known.TryGetValue(made.ExternalId, out var row))
        {
            row.InputHash = made.Hash;
            outcome.Set(made, Fate.Updated);
            return row;
        }

        row = known[made.ExternalId] = new ImportedItem(run.Source, made.ExternalId, made.Hash);
        if (!run.IsDryRun) db.Add(row);
        outcome.Set(made, Fate.Created);
        return row;
    }
}
