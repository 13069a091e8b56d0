using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using NewsSite.Database;

namespace NewsSite.Web.Mail;

/// <summary>Any SMTP server. Nothing a server says goes on from here but its code: what it says may hold the address.</summary>
/// <remarks>Source: RFC 5321 (reply codes), RFC 3463 (the codes after them).</remarks>
internal sealed partial class SmtpTransport(Settings site, TimeProvider clock) : IMailTransport
{
    /// <summary>For a letter as a whole, from the first packet to the last answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<Delivery> SendAsync(MimeMessage message, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        using var client = NewClient();
        await EnterAsync(client, either.Token, stop);
        try
        {
            await client.SendAsync(AlphabetFor(message, client), message, either.Token);
        }
        catch (SmtpCommandException e) when (e.ErrorCode == SmtpErrorCode.RecipientNotAccepted && MeansNobody(e))
        {
            return new(CodeOf(e));
        }
        catch (SmtpCommandException e) when ((int)e.StatusCode >= 500)
        {
            throw new JobRefusedException($"The mail server refused the letter: {CodeOf(e)}");
        }
        catch (Exception e) when (e is not JobRefusedException && !IsOurs(e, stop))
        {
            throw new LetterDelayedException(FaultOf(e));
        }

        // Taken is taken: that a server cannot say goodbye any more is nothing to MailKit, and must not make us send the letter again.
        await client.DisconnectAsync(quit: true, either.Token);
        return Delivery.Taken;
    }

    public async Task TryDoorAsync(CancellationToken stop)
    {
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        using var client = NewClient();
        await EnterAsync(client, either.Token, stop);
        await client.DisconnectAsync(quit: true, either.Token);
    }

    // Unsaid, MailKit would greet the server with this machine's own address.
    private SmtpClient NewClient() => new() { LocalDomain = site.BaseUrl.IdnHost };

    /// <summary>MailKit would send an address outside ASCII to a server that has not said it can read it (RFC 6531).</summary>
    private static FormatOptions AlphabetFor(MimeMessage message, SmtpClient client)
    {
        var format = FormatOptions.Default.Clone();
        format.International = message.To.Mailboxes.Any(m => !Ascii.IsValid(m.Address));
        if (format.International && !client.Capabilities.HasFlag(SmtpCapabilities.UTF8)) throw new JobRefusedException("The mail server takes no address outside ASCII (SMTPUTF8).");
        return format;
    }

    /// <summary>Whatever is wrong here is wrong for every letter, so each waits until it is put right.</summary>
    private async Task EnterAsync(SmtpClient client, CancellationToken either, CancellationToken stop)
    {
        var mail = site.Mail;
        try
        {
            await client.ConnectAsync(mail.Host!, mail.Port, OptionsOf(mail.Security), either);
            if (mail.User is null) return;
            if (!client.IsSecure && mail.Security != SmtpSecurity.None) throw new LetterDelayedException("The mail server offers no encryption, and the password is not sent without (Mail:Smtp:Security)");
            await client.AuthenticateAsync(mail.User, mail.Password!, either);
        }
        catch (Exception e) when (e is not LetterDelayedException && !IsOurs(e, stop))
        {
            throw new LetterDelayedException(FaultOf(e));
        }
    }

    /// <summary>The program is being stopped: nobody's fault.</summary>
    private static bool IsOurs(Exception e, CancellationToken stop) => e is OperationCanceledException && stop.IsCancellationRequested;

    private static SecureSocketOptions OptionsOf(SmtpSecurity security) => security switch
    {
        SmtpSecurity.None => SecureSocketOptions.None,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.Auto,
    };

    private static string FaultOf(Exception e) => e switch
    {
        SmtpCommandException command => $"The mail server said {CodeOf(command)}",
        AuthenticationException => "The mail server does not know Mail:Smtp:User with Mail:Smtp:Password",
        ServiceNotAuthenticatedException => "The mail server wants a Mail:Smtp:User",
        SslHandshakeException => "No connection to the mail server that is encrypted and can be trusted",
        NotSupportedException => "The mail server does not offer what Mail:Smtp:Security or Mail:Smtp:User asks for",
        SocketException => "The mail server cannot be reached",
        OperationCanceledException or TimeoutException => "The mail server did not answer in time",
        IOException or ProtocolException or ServiceNotConnectedException => "The connection to the mail server was lost",
        _ => $"The letter could not be handed over ({e.GetType().Name})",
    };

    /// <summary>
    /// Told from a refusal that has other reasons, such as a policy or a full mailbox: those say nothing about whether somebody lives there,
    /// and a server that refuses everybody for an hour must not cost every reader their letters.
    /// </summary>
    private static bool MeansNobody(SmtpCommandException e)
    {
        var detail = DetailOf(e);
        return detail is null or "5.0.0"
            ? (int)e.StatusCode is 550 or 551 or 553 or 556
            : (int)e.StatusCode >= 500 && detail is "5.1.0" or "5.1.1" or "5.1.2" or "5.1.3" or "5.1.6" or "5.1.10" or "5.2.1";
    }

    private static string CodeOf(SmtpCommandException e) => string.Create(CultureInfo.InvariantCulture, $"{(int)e.StatusCode} {DetailOf(e)}").TrimEnd();

    private static string? DetailOf(SmtpCommandException e) => EnhancedCode().Match(e.Message) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"^[245]\.[0-9]{1,3}\.[0-9]{1,3}\b", RegexOptions.NonBacktracking)]
    private static partial Regex EnhancedCode();
}
