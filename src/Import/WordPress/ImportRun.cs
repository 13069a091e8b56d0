namespace NewsSite.Import.WordPress;

/// <summary>What the batches of one import have in common.</summary>
internal sealed class ImportRun(WxrSurvey survey, OldAddress addresses, string siteLanguage, bool isDryRun, DateTimeOffset now)
{
    private readonly HashSet<long> planned = [];

    public string Source { get; } = Cut("wordpress:" + survey.SiteName);
    public WxrSurvey Survey { get; } = survey;
    public OldAddress Addresses { get; } = addresses;
    public string SiteLanguage { get; } = siteLanguage;
    public bool IsDryRun { get; } = isDryRun;
    public DateTimeOffset Now { get; } = now;

    /// <summary>The slug of each person known by name, in whichever language.</summary>
    public Dictionary<string, string> PeopleByName { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Categories whose old addresses have been dealt with, and as what.</summary>
    public Dictionary<string, string> CategoryTargets { get; } = new(StringComparer.Ordinal);

    /// <summary>What earlier batches of a dry run would have put into the database; a real run asks the database.</summary>
    public bool IsPlanned(string what, string name) => IsDryRun && planned.Contains(Number(what, name));

    public void Plan(string what, string name)
    {
        if (IsDryRun) planned.Add(Number(what, name));
    }

    private static string Cut(string source) => source.Length > 300 ? source[..300] : source;

    // Eight bytes a name, so that a dry run of a million articles stays small.
    private static long Number(string what, string name) =>
        BitConverter.ToInt64(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{what}\n{name}")));
}
