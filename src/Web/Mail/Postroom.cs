using Microsoft.EntityFrameworkCore;
using MimeKit;
using NewsSite.Accounts;
using NewsSite.Database;

namespace NewsSite.Web.Mail;

/// <summary>Where a letter gets its envelope and goes out. An address that nobody has is written to once and never again.</summary>
public sealed class Postroom(LetterPaper paper, IMailTransport transport, Settings site, TimeProvider clock)
{
    /// <summary>The change of a job that leaves nothing behind.</summary>
    public static Func<NewsDb, Task> Nothing { get; } = _ => Task.CompletedTask;

    /// <summary>Sends the job's one letter.</summary>
    /// <returns>What is to change: see <see cref="IJobKind.DoAsync"/>.</returns>
    /// <exception cref="LetterDelayedException">Not now.</exception>
    /// <exception cref="JobRefusedException">Never.</exception>
    public async Task<Func<NewsDb, Task>> SendAsync(NewsDb db, Job job, string address, Letter letter, CancellationToken stop)
    {
        var hash = Secret.HashOf(address);
        if (await db.Bounces.AnyAsync(b => b.AddressHash == hash, stop)) return Nothing;
        using var message = await EnvelopeAsync(job, address, letter);
        if ((await transport.SendAsync(message, stop)).Refusal is not { } reply) return Nothing;
        return async writing =>
        {
            if (!await writing.Bounces.AnyAsync(b => b.AddressHash == hash)) writing.Add(new Bounce(hash, reply, clock.GetUtcNow()));
        };
    }

    private async Task<MimeMessage> EnvelopeAsync(Job job, string address, Letter letter)
    {
        // MimeKit encodes what stands in a header; a line break in it is somebody at work all the same.
        if (!EmailAddress.TryRead(address, out var read) || read != address) throw new JobRefusedException("The letter's address is not one.");
        if (letter.Subject.Any(char.IsControl)) throw new JobRefusedException("The letter's subject is more than a line.");

        var (html, text) = await paper.WriteAsync(letter);
        var message = new MimeMessage
        {
            // A job's letter is the same letter however often it is sent; the moment tells it from another site's, or from one before a backup came back.
            MessageId = FormattableString.Invariant($"job-{job.Id}-{job.CreatedAt.ToUnixTimeSeconds()}@{site.BaseUrl.IdnHost}"),
            Date = clock.GetUtcNow(),
            Subject = letter.Subject,
            Body = new MultipartAlternative(new TextPart("plain") { Text = text }, new TextPart("html") { Text = html }),
        };
        message.From.Add(new MailboxAddress(site.Name, site.Mail.From));
        message.To.Add(new MailboxAddress("", address));

        // No answer from a holiday machine (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
