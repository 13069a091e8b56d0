namespace NewsSite.Import;

/// <summary>What an import did, or would do.</summary>
public sealed class ImportReport(string file, string source, bool isDryRun)
{
    private const int Examples = 20;
    private const int RefusedShown = 1000;
    private readonly SortedDictionary<string, ItemCounts> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), Tally> notes = [];
    private readonly Dictionary<(string, string), Tally> refusals = [];
    private readonly SortedDictionary<string, Tally> shortcodes = new(StringComparer.OrdinalIgnoreCase);

    public string File { get; } = file;

    /// <summary>The system and site it came from, such as `wordpress:example.org`.</summary>
    public string Source { get; } = source;
    public bool IsDryRun { get; } = isDryRun;

    /// <summary>Items in the file, counted before the first was imported.</summary>
    public int Items { get; internal set; }
    public IReadOnlyDictionary<string, ItemCounts> Kinds => kinds;
    public int Read => kinds.Values.Sum(k => k.Read);
    public int Created => kinds.Values.Sum(k => k.Created);
    public int Updated => kinds.Values.Sum(k => k.Updated);
    public int Unchanged => kinds.Values.Sum(k => k.Unchanged);
    public int Refused => kinds.Values.Sum(k => k.Refused);

    public int Comments { get; internal set; }
    public int Pingbacks { get; internal set; }
    public int Sections { get; internal set; }
    public int Tags { get; internal set; }
    public int People { get; internal set; }
    public int Redirects { get; internal set; }
    public int Pictures { get; internal set; }
    public int ControlCharacters { get; internal set; }
    public int UnreadableCharacters { get; internal set; }

    /// <summary>Lines of text that became credits.</summary>
    public Tally CreditLines { get; } = new("credit lines", "turned into credits", Examples);
    public Tally MissingPictures { get; } = new("pictures whose file was not given", "their address is kept", Examples);
    public IEnumerable<Tally> Notes => notes.Values.OrderBy(n => n.What, StringComparer.Ordinal);
    public IEnumerable<Tally> Refusals => refusals.Values.OrderBy(n => n.What, StringComparer.Ordinal).ThenBy(n => n.How, StringComparer.Ordinal);
    public IEnumerable<Tally> UnknownShortcodes => shortcodes.Values;

    /// <summary>Prints it for a person.</summary>
    public void Write(TextWriter writer) => new ReportPrinter(this, writer).Print();

    internal ItemCounts Of(string kind)
    {
        if (!kinds.TryGetValue(kind, out var counts)) kinds[kind] = counts = new();
        return counts;
    }

    internal void Refuse(string kind, string reason, string item)
    {
        Of(kind).Refused++;

        // Menus, revisions and pictures without a file come by the thousand; what is truly wrong is named one by one.
        var expected = reason.EndsWith("not carried over", StringComparison.Ordinal) || kind == "attachments";
        TallyOf(refusals, kind, reason, expected ? Examples : RefusedShown).Add(item);
    }

    internal void Note(Note note, string item) => TallyOf(notes, note.What, note.How, Examples).Add(note.Detail is { } detail ? $"{item}: {detail}" : item);

    internal void Shortcode(string name, string item)
    {
        if (!shortcodes.TryGetValue(name, out var tally)) shortcodes[name] = tally = new($"[{name}]", "kept as text", Examples);
        tally.Add(item);
    }

    private static Tally TallyOf(Dictionary<(string, string), Tally> tallies, string what, string how, int most)
    {
        if (!tallies.TryGetValue((what, how), out var tally)) tallies[(what, how)] = tally = new(what, how, most);
        return tally;
    }
}
