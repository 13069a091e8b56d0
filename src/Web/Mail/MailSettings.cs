using System.Globalization;
using System.Net.Mail;

namespace NewsSite.Web.Mail;

/// <summary>How the connection to the mail server is kept from being read.</summary>
public enum SmtpSecurity
{
    /// <summary>TLS at once on port 465, else STARTTLS where the server offers it; a password is never sent in the open.</summary>
    Auto,

    /// <summary>In the open, password and all: for a server on this machine.</summary>
    None,

    /// <summary>STARTTLS or nothing.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}

/// <summary>The mail server as configured.</summary>
/// <param name="Host">Null: there is none, and no letter leaves this machine.</param>
/// <param name="Port">Unsaid: 465 with TLS, 25 without any security, else 587.</param>
/// <param name="User">Null: the server asks for none.</param>
/// <param name="Password">The user's: never log it.</param>
/// <param name="Security">See <see cref="SmtpSecurity"/>.</param>
/// <param name="From">The address letters come from.</param>
public sealed record MailSettings(string? Host, int Port, string? User, string? Password, SmtpSecurity Security, string From)
{
    /// <summary>Without the password, wherever this is written to.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    public static MailSettings Read(IConfiguration configuration, Uri? baseUrl, List<string> faults)
    {
        string? Said(string key) => configuration["Mail:" + key] is { Length: > 0 } value ? value : null;

        var host = Said("Smtp:Host");
        if (host is not null && Uri.CheckHostName(host) == UriHostNameType.Unknown) faults.Add($"Mail:Smtp:Host: '{host}' is not the name of a host.");

        var security = SmtpSecurity.Auto;
        if (Said("Smtp:Security") is { } word && (!Enum.TryParse(word, out security) || !Enum.IsDefined(security) || !char.IsAsciiLetter(word[0])))
            faults.Add($"Mail:Smtp:Security: '{word}' is not known; Auto, None, StartTls and Tls are.");

        var port = security switch { SmtpSecurity.Tls => 465, SmtpSecurity.None => 25, _ => 587 };
        if (Said("Smtp:Port") is { } number && (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is 0 or > 65535))
            faults.Add($"Mail:Smtp:Port: '{number}' is not a port, which is a number from 1 to 65535.");

        var (user, password) = (Said("Smtp:User"), Said("Smtp:Password"));
        if (user is not null && password is null) faults.Add("Mail:Smtp:Password: Mail:Smtp:User needs one.");
        if (user is null && password is not null) faults.Add("Mail:Smtp:User: Mail:Smtp:Password needs one.");

        var from = Said("From") ?? "noreply@" + baseUrl?.IdnHost;
        if (baseUrl is not null && (!MailAddress.TryCreate(from, out var read) || read.Address != from)) faults.Add($"Mail:From: '{from}' is not an e-mail address.");
        return new(host, port, user, password, security, from);
    }
}
