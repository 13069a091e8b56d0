using System.Globalization;

namespace NewsSite.Import;

/// <summary>Prints a report as plain text: sums first, then everything that needs an eye.</summary>
internal sealed class ReportPrinter(ImportReport report, TextWriter writer)
{
    public void Print()
    {
        Line(report.IsDryRun ? $"Dry run of {report.File} ({report.Source}): nothing was written." : $"Import of {report.File} ({report.Source}).");
        Line("");
        PrintCounts();
        Line("");
        PrintFacts();
        PrintTallies("Refused", report.Refusals);
        PrintTallies("Kept in another form", report.Notes);
        PrintTallies("Shortcodes of plugins, kept as text", report.UnknownShortcodes);
        if (report.CreditLines.Count > 0) PrintTallies("Text turned into credits", [report.CreditLines]);
        if (report.MissingPictures.Count > 0) PrintTallies("Pictures", [report.MissingPictures]);
    }

    private void PrintCounts()
    {
        var width = report.Kinds.Keys.Append("together").Max(k => k.Length) + 2;
        Line($"{"".PadRight(width)}{"read",9}{"created",9}{"updated",9}{"unchanged",11}{"refused",9}");
        foreach (var (kind, counts) in report.Kinds) Row(kind, counts.Read, counts.Created, counts.Updated, counts.Unchanged, counts.Refused);
        Row("together", report.Read, report.Created, report.Updated, report.Unchanged, report.Refused);

        void Row(string name, int read, int created, int updated, int unchanged, int refused) =>
            Line(string.Create(CultureInfo.InvariantCulture, $"{name.PadRight(width)}{read,9}{created,9}{updated,9}{unchanged,11}{refused,9}"));
    }

    private void PrintFacts()
    {
        Fact(report.Sections, "new sections");
        Fact(report.Tags, "new tags");
        Fact(report.People, "new people");
        Fact(report.CreditLines.Count, "lines of text turned into credits");
        Fact(report.Redirects, "old addresses that redirect from now on");
        Fact(report.Pictures, "pictures found among the files given");
        Fact(report.MissingPictures.Count, "pictures whose file was not given");
        Fact(report.Comments, "comments counted, not carried over");
        Fact(report.Pingbacks, "pingbacks counted, not carried over");
        Fact(report.ControlCharacters, "control characters left out, which XML forbids");
        Fact(report.UnreadableCharacters, "characters unreadable in the file's encoding");
    }

    private void Fact(int count, string what)
    {
        if (count > 0) Line(string.Create(CultureInfo.InvariantCulture, $"{count,9} {what}"));
    }

    private void PrintTallies(string title, IEnumerable<Tally> tallies)
    {
        var shown = tallies.ToList();
        if (shown.Count == 0) return;
        Line("");
        Line($"{title}:");
        foreach (var tally in shown)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"{tally.Count,9} {tally.What}: {tally.How}"));
            foreach (var example in tally.Examples) Line($"            {example}");
            if (tally.Count > tally.Examples.Count && tally.Examples.Count > 1) Line("            …");
        }
    }

    /// <summary>One line a fact: what an archive holds must not move the cursor of a terminal.</summary>
    private void Line(string text) => writer.WriteLine(string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)));
}
