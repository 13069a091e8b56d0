using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using NewsSite.Database;
using NewsSite.Web.Mail;

namespace NewsSite.Web;

/// <summary>What an operator says about the site. Read once at the start; what is wrong stops it, one line per fault.</summary>
public sealed record Settings(string Name, Uri BaseUrl, string Language, TimeZoneInfo TimeZone, string DataDirectory, DatabaseSettings Database, TimeSpan ClockOffset)
{
    /// <summary>The newsroom's e-mail address, if it has one for readers.</summary>
    public string? Contact { get; init; }

    public JobSettings Jobs { get; init; } = new();

    /// <summary>The reverse proxies whose word on who asks is taken: networks, a single address being the smallest.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    public required MailSettings Mail { get; init; }

    public string MediaDirectory => Path.Combine(DataDirectory, "media");

    /// <summary>The key ring that seals what waits to be mailed.</summary>
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

        var proxies = ReadProxies(configuration, faults);
        var directory = Path.GetFullPath(configuration["Data:Directory"] is { Length: > 0 } d ? d : "var");
        var database = ReadDatabase(configuration, directory, faults);
        var jobs = ReadJobs(configuration, faults);
        var mail = MailSettings.Read(configuration, baseUrl, faults);
        if (faults.Count > 0) throw new SettingsException(faults);
        return new(name!, baseUrl!, language, zone!, directory, database!, offset) { Contact = contact, Jobs = jobs, Mail = mail, Proxies = proxies };
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

    private static JobSettings ReadJobs(IConfiguration configuration, List<string> faults)
    {
        var usual = new JobSettings();
        return usual with
        {
            Runners = ReadNumber("Jobs:Runners", usual.Runners, 0, 16),
            Lease = TimeSpan.FromSeconds(ReadNumber("Jobs:LeaseSeconds", (int)usual.Lease.TotalSeconds, 5, 3600)),
        };

        int ReadNumber(string key, int unsaid, int least, int most)
        {
            if (string.IsNullOrEmpty(configuration[key])) return unsaid;
            if (int.TryParse(configuration[key], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
            faults.Add($"{key}: '{configuration[key]}' is not a number from {least} to {most}.");
            return unsaid;
        }
    }

    private static List<IPNetwork> ReadProxies(IConfiguration configuration, List<string> faults)
    {
        var networks = new List<IPNetwork>();
        foreach (var text in (configuration["Site:Proxies"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPNetwork.TryParse(text, out var network)) networks.Add(network);
            else if (IPAddress.TryParse(text, out var one)) networks.Add(new(one, one.GetAddressBytes().Length * 8));
            else faults.Add($"Site:Proxies: '{text}' is neither an address nor a network such as 10.0.0.0/8.");
        }

        return networks;
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
