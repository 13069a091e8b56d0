using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;

namespace NewsSite.Import.WordPress;

/// <summary>The pictures a batch shows, put into the paper's store.</summary>
internal sealed class Pictures(NewsDb db, PhotoStore store, ImportRun run, Outcome outcome)
{
    private Dictionary<string, Photo> photos = [];

    public async Task LoadAsync(IReadOnlyList<Converted> batch, CancellationToken stop)
    {
        var given = batch.SelectMany(b => b.Lead is null ? b.Pictures : b.Pictures.Append(b.Lead)).DistinctBy(p => p.Key).ToList();
        var keys = given.ConvertAll(p => p.Key);
        photos = await db.Photos.AsTracking().Where(p => keys.Contains(p.Key)).ToDictionaryAsync(p => p.Key, stop);
        foreach (var picture in given)
        {
            var isNew = !photos.ContainsKey(picture.Key);
            if (isNew && !run.IsPlanned("picture", picture.Key)) outcome.Pictures++;
            run.Plan("picture", picture.Key);
            if (run.IsDryRun)
            {
                if (isNew) photos[picture.Key] = new Photo(picture.Key, "jpg", 1, 1);
                continue;
            }

            await using var file = File.OpenRead(picture.Path);
            photos[picture.Key] = await store.AddAsync(db, file, stop);
        }
    }

    public Photo? Of(GivenPicture? picture) => picture is null ? null : photos[picture.Key];

    /// <summary>What the media library said of a picture, where nobody has said anything since.</summary>
    public static void Describe(Photo photo, Attachment attachment, string language)
    {
        if (photo.Alt.IsEmpty && attachment.Alt is { } alt) photo.Alt = new(language, alt);
        if (photo.Caption.IsEmpty && Html.VisibleText.Of(attachment.Caption ?? "") is { Length: > 0 } caption) photo.Caption = new(language, caption);
        if (photo.SourceUrl is null && attachment.Url.Length is > 0 and <= 2000) photo.SourceUrl = attachment.Url;
    }
}
