using MimeKit;
using NewsSite.Web.Serving;

namespace NewsSite.Web.Mail;

/// <summary>In Development letters go no further than a folder; `/dev/mail` shows them.</summary>
public sealed class CaughtMail(Settings site) : IMailTransport
{
    public string Folder { get; } = Path.Combine(site.DataDirectory, "mail");

    /// <summary>A letter that is sent again lies where it lay.</summary>
    public async Task<Delivery> SendAsync(MimeMessage message, CancellationToken stop)
    {
        PrivateFolder.Make(Folder);
        var half = Path.Combine(Folder, $".{Guid.NewGuid():N}");
        await using (var file = new FileStream(half, FileMode.CreateNew))
        {
            await message.WriteToAsync(file, stop);
            file.Flush(flushToDisk: true);
        }

        File.Move(half, Path.Combine(Folder, message.MessageId!.Split('@')[0] + ".eml"), overwrite: true);
        return Delivery.Taken;
    }

    public Task TryDoorAsync(CancellationToken stop) => Task.CompletedTask;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<CaughtLetter>> AllAsync(CancellationToken stop)
    {
        var letters = new List<CaughtLetter>();
        foreach (var file in Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.eml") : [])
        {
            using var message = await MimeMessage.LoadAsync(file, stop);
            letters.Add(new(Path.GetFileNameWithoutExtension(file), message.To.Mailboxes.Single().Address, message.Subject ?? "", message.Date, message.TextBody ?? "", message.HtmlBody ?? ""));
        }

        return [.. letters.OrderByDescending(l => l.At).ThenByDescending(l => l.Id.Length).ThenByDescending(l => l.Id, StringComparer.Ordinal)];
    }
}

/// <summary>A letter that was caught, as it would have arrived.</summary>
/// <param name="Id">The part of its Message-ID before the @.</param>
/// <param name="To">The address it was for.</param>
/// <param name="Subject">Decoded.</param>
/// <param name="At">Its date.</param>
/// <param name="Text">The plain text.</param>
/// <param name="Html">The HTML.</param>
public sealed record CaughtLetter(string Id, string To, string Subject, DateTimeOffset At, string Text, string Html);
