using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsSite.Database;
using NewsSite.Web.Mail;

namespace NewsSite.Web;

/// <summary>What an operator says about the site. Read once at the start; what is wrong stops it, one line per fault.</summary>
public sealed record Settings(string Name, Uri BaseUrl, string Language, TimeZoneInfo TimeZone, string DataDirectory, DatabaseSettings Database, TimeSpan ClockOffset)
{
    /// <summary>The newsroom's e-mail address, if it has one for readers.</summary>
    public string? Contact { get; init; }

    public required MailSettings Mail { get; init; }

    public string MediaDirectory => Path.Combine(DataDirectory, "media");

    public string KeysDirectory => Path.Combine(DataDirectory, "keys");

    /// <summary>An absolute address, letters outside ASCII percent-encoded. The request's host is never asked: a cached page would keep an attacker's.</summary>
    public string Absolute(string path) => new Uri(BaseUrl.GetLeftPart(UriPartial.Authority) + path).AbsoluteUri;

    /// <summary>The day the paper's own clocks showed at this moment.</summary>
    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZone).DateTime);

    /// <exception cref="SettingsException">Something is missing or wrong; every fault is named by its key.</exception>
    public static Settings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var faults = new List<string>();
        var language = configuration["Site:Language"] ?? "en";
        if (!IsLanguage(language)) faults.Add($"Site:Language: '{language}' is not a language tag such as en or uk.");

        if (!Uri.TryCreate(configuration["Site:BaseUrl"], UriKind.Absolute, out var baseUrl) || baseUrl.Scheme is not ("http" or "https") || baseUrl.AbsolutePath != "/")
            faults.Add("Site:BaseUrl: an http or https address without a path is needed, such as https://paper.example.");

        var name = configuration["Site:Name"];
        if (string.IsNullOrWhiteSpace(name) || name.Any(char.IsControl)) faults.Add("Site:Name: the paper's name is needed, on one line.");

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(configuration["Site:TimeZone"] ?? "UTC", out var zone))
            faults.Add($"Site:TimeZone: '{configuration["Site:TimeZone"]}' is not a known time zone, such as Europe/Kyiv.");

        var offset = ReadClockOffset(configuration, environment, faults);
        if (configuration["Media:Provider"] is { } media && media != "Disk") faults.Add($"Media:Provider: '{media}' is not known; Disk is.");

        var contact = configuration["Site:Contact"] is { Length: > 0 } c ? c : null;
        if (contact is not null && !System.Net.Mail.MailAddress.TryCreate(contact, out _)) faults.Add($"Site:Contact: '{contact}' is not an e-mail address.");

        var directory = Path.GetFullPath(configuration["Data:Directory"] is { Length: > 0 } d ? d : "var");
        var database = ReadDatabase(configuration, directory, faults);
        var mail = MailSettings.Read(configuration, baseUrl, faults);
        if (faults.Count > 0) throw new SettingsException(faults);
        return new(name!, baseUrl!, language, zone!, directory, database!, offset) { Contact = contact, Mail = mail };
    }

    private static DatabaseSettings? ReadDatabase(IConfiguration configuration, string directory, List<string> faults)
    {
        var connection = configuration.GetConnectionString("NewsSite");
        switch (configuration["Database:Provider"])
        {
            case null or "" or "Sqlite":
                return new(Provider.Sqlite, string.IsNullOrWhiteSpace(connection)
                    ? new SqliteConnectionStringBuilder { DataSource = Path.Combine(directory, "newssite.db") }.ToString()
                    : connection);
            case "Postgres" when string.IsNullOrWhiteSpace(connection):
                faults.Add("ConnectionStrings:NewsSite: PostgreSQL needs a connection string.");
                return null;
            case "Postgres":
                return new(Provider.Postgres, connection);
            case var other:
                faults.Add($"Database:Provider: '{other}' is not known; Sqlite and Postgres are.");
                return null;
        }
    }

    private static TimeSpan ReadClockOffset(IConfiguration configuration, IHostEnvironment environment, List<string> faults)
    {
        var text = configuration["Clock:Offset"];
        if (string.IsNullOrEmpty(text) || text == "0") return TimeSpan.Zero;
        if (environment.IsProduction()) faults.Add("Clock:Offset: the clock cannot be moved in Production.");
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var offset)) return offset;
        faults.Add($"Clock:Offset: '{text}' is not a time span such as 1.02:30:00.");
        return TimeSpan.Zero;
    }

    private static bool IsLanguage(string tag) => tag.Length is >= 2 and <= 16 && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && char.IsAsciiLetterLower(tag[0]);
}

/// <summary>Settings that the site cannot start with.</summary>
public sealed class SettingsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
