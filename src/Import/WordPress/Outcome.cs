namespace NewsSite.Import.WordPress;

internal enum Fate
{
    Created,
    Updated,
    Unchanged,
    Refused,
}

/// <summary>What became of the items of a batch; told to the report once the batch is stored for good.</summary>
internal sealed class Outcome
{
    private readonly List<(Converted Made, Fate Fate, string? Reason)> fates = [];
    private readonly List<(Note Note, Converted Made)> notes = [];

    public int Sections { get; set; }
    public int Tags { get; set; }
    public int People { get; set; }
    public int Redirects { get; set; }
    public int Pictures { get; set; }

    public void Set(Converted made, Fate fate, string? reason = null) => fates.Add((made, fate, reason));

    public void Note(Converted made, string what, string how) => notes.Add((new(what, how), made));

    public void TellTo(ImportReport report)
    {
        report.Sections += Sections;
        report.Tags += Tags;
        report.People += People;
        report.Redirects += Redirects;
        report.Pictures += Pictures;
        foreach (var (made, fate, reason) in fates) Tell(report, made, fate, reason);
        foreach (var (note, made) in notes) report.Note(note, Place(made));
    }

    private static void Tell(ImportReport report, Converted made, Fate fate, string? reason)
    {
        report.Comments += made.Item.Comments;
        report.Pingbacks += made.Item.Pingbacks;
        switch (fate)
        {
            case Fate.Created:
                report.Of(made.Kind).Created++;
                break;
            case Fate.Updated:
                report.Of(made.Kind).Updated++;
                break;
            case Fate.Unchanged:
                report.Of(made.Kind).Unchanged++;
                break;
            default:
                report.Refuse(made.Kind, reason!, Place(made));
                return;
        }

        // Also of what was there already: a second run tells the same of the text.
        foreach (var note in made.Notes) report.Note(note, Place(made));
        foreach (var name in made.UnknownShortcodes) report.Shortcode(name, Place(made));
        foreach (var line in made.Credits.Lines) report.CreditLines.Add($"{Place(made)}: {line}");
        foreach (var address in made.MissingPictures) report.MissingPictures.Add($"{Place(made)}: {address}");
    }

    private static string Place(Converted made) => FormattableString.Invariant($"line {made.Item.Line}, {made.Item}");
}
