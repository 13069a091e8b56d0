using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Articles.Search;
using NewsSite.Database;

namespace NewsSite.Web.Demo;

/// <summary>The demo paper: so that every page can be seen at its best before the first own article.</summary>
public sealed partial class DemoContent(Writer writer, Newsroom newsroom, PhotoStore photos, ISearchIndex search, Settings settings, TimeProvider clock, IServiceScopeFactory scopes)
{
    internal const string Source = "demo";
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Demo");

    /// <returns>How many articles were put in, or null when the site is not empty.</returns>
    public async Task<int?> FillIfEmptyAsync(CancellationToken stop)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            if (await db.Articles.AnyAsync(stop) || await db.SitePages.AnyAsync(stop)) return null;
        }

        return await writer.WriteAsync(async db =>
        {
            // Two may start on one empty database: the writer's turn decides.
            if (await db.Articles.AnyAsync(stop)) return (int?)null;
            var pictures = await AddPicturesAsync(db, stop);
            var desk = new DemoDesk(new DemoLists(Folder), pictures, settings, clock.GetUtcNow());
            db.AddRange(desk.References);
            await db.SaveChangesAsync(stop);

            var articles = DemoFile.In(Path.Combine(Folder, "articles")).Select(f => desk.Write(f, WithKeys(f.Body, pictures))).ToList();
            desk.Relate();
            desk.Translate();
            await newsroom.SaveAsync(db, articles, Source, clock.GetUtcNow(), stop);
            db.AddRange(articles.Select(a => new ImportedItem(Source, $"article:{a.Id}", "") { Article = a, RevisionNumber = 1 }));
            db.AddRange(pictures.Values.Select(p => new ImportedItem(Source, $"photo:{p.Key}", "") { Photo = p }));
            db.AddRange(desk.Funders());
            await AddPagesAsync(db, pictures, stop);
            return articles.Count;
        }, stop);
    }

    /// <summary>Takes out exactly what the demo put in; what staff wrote since stays.</summary>
    /// <returns>How many articles were taken out.</returns>
    public async Task<int> RemoveAsync(CancellationToken stop)
    {
        var removed = await writer.WriteAsync(db => DemoRemoval.RunAsync(db, search, new DemoLists(Folder), stop), stop);
        foreach (var photo in removed.Photos) photos.Remove(photo);
        return removed.Articles;
    }

    private async Task<Dictionary<string, Photo>> AddPicturesAsync(NewsDb db, CancellationToken stop)
    {
        var pictures = new Dictionary<string, Photo>();
        foreach (var entry in new DemoLists(Folder).Pictures())
        {
            await using var file = File.OpenRead(Path.Combine(Folder, "pictures", entry.Name + ".webp"));
            var photo = await photos.AddAsync(db, file, stop);
            photo.Alt = DemoLists.Words(entry.Alt);
            photo.Caption = DemoLists.Words(entry.Caption);
            (photo.Credit, photo.Licence) = (entry.Credit, entry.Licence);
            pictures[entry.Name] = photo;
        }

        return pictures;
    }

    private async Task AddPagesAsync(NewsDb db, Dictionary<string, Photo> pictures, CancellationToken stop)
    {
        await db.SaveChangesAsync(stop);
        foreach (var file in DemoFile.In(Path.Combine(Folder, "pages")))
        {
            var page = new SitePage(file.Language, "/" + (file["address"] ?? file.Slug), file["title"]!)
            {
                Standfirst = file["standfirst"],
                Markdown = WithKeys(file.Body, pictures),
                IsPublished = true,
                ChangedAt = clock.GetUtcNow(),
            };
            await PageDesk.SetAsync(db, page, stop);
            db.Add(page);
            db.Add(new ImportedItem(Source, $"page:{file.Language}:{file.Slug}", "") { Page = page });
        }
    }

    private static string WithKeys(string body, Dictionary<string, Photo> pictures) =>
        MediaName().Replace(body, name => pictures.TryGetValue(name.Groups[1].Value, out var photo) ? "media:" + photo.Key : name.Value);

    [GeneratedRegex("media:([a-z0-9-]+)", RegexOptions.NonBacktracking)]
    private static partial Regex MediaName();
}
