using MimeKit;

namespace NewsSite.Web.Mail;

/// <summary>The way letters leave the house.</summary>
public interface IMailTransport
{
    /// <summary>Hands one letter over. It may arrive twice when the answer to it was lost; its Message-ID is the same then.</summary>
    /// <exception cref="LetterDelayedException">Not now: it is to be tried again.</exception>
    /// <exception cref="Database.JobRefusedException">The server will not have this letter, however often it comes.</exception>
    Task<Delivery> SendAsync(MimeMessage message, CancellationToken stop);

    /// <summary>Goes as far as the door.</summary>
    /// <exception cref="LetterDelayedException">It is shut.</exception>
    Task TryDoorAsync(CancellationToken stop);
}

/// <summary>What became of a letter.</summary>
/// <param name="Refusal">The server's code, such as `550 5.1.1`, when nobody has that address; null: the letter was taken.</param>
public sealed record Delivery(string? Refusal)
{
    public static Delivery Taken { get; } = new(Refusal: null);
}

/// <summary>A letter that could not go just now. The message is ours: it holds no address, and nothing a server said but its code.</summary>
public sealed class LetterDelayedException(string message) : Exception(message);

/// <summary>No mail server is set: letters wait.</summary>
internal sealed class NoMail : IMailTransport
{
    public const string Why = "Mail:Smtp:Host is not set";

    public Task<Delivery> SendAsync(MimeMessage message, CancellationToken stop) => throw new LetterDelayedException(Why);

    public Task TryDoorAsync(CancellationToken stop) => throw new LetterDelayedException(Why);
}
