using System.Text.RegularExpressions;

namespace NewsSite.Site.House;

/// <summary>What one person can hold in mind: docs/architecture.md.</summary>
public sealed partial class SizeTests
{
    private const int MostLinesOfCode = 250;
    private const int MostLinesOfView = 150;
    private const int MostLinesOfScript = 120;
    private const int MostLinesOfMethod = 40;
    private const int MostFilesInFolder = 24;

    private static IEnumerable<string> Code => House.Files("src", ".cs").Concat(House.Files("tests", ".cs"));

    [Fact]
    public void No_file_is_too_long() => House.Nothing(
        from limit in new[] { (Files: Code, Most: MostLinesOfCode), (Files: House.Files("src", ".cshtml"), Most: MostLinesOfView), (Files: House.Files("wwwroot/js", ".js", ".mjs"), Most: MostLinesOfScript) }
        from file in limit.Files
        let lines = House.Lines(file).Length
        where lines > limit.Most
        select $"{file}: {lines} of {limit.Most}",
        "Too long:");

    [Fact]
    public void No_method_is_too_long() => House.Nothing(Code.SelectMany(Methods).Where(m => m.Lines > MostLinesOfMethod).Select(m => $"{m.Where}: {m.Lines} of {MostLinesOfMethod}"), "Too long:");

    [Fact]
    public void No_folder_is_too_full() => House.Nothing(
        from folder in House.Files("src").Concat(House.Files("tests")).Concat(House.Files("wwwroot")).GroupBy(f => Path.GetDirectoryName(f)!)
        where folder.Count() > MostFilesInFolder && !folder.Key.Contains("Demo", StringComparison.Ordinal) && folder.Any(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal))
        select $"{folder.Key}: {folder.Count()} files of {MostFilesInFolder}",
        "Too full:");

    [Fact]
    public void Nothing_is_left_for_later() => House.Nothing(
        from file in House.Files("src").Concat(House.Files("tests", ".cs"))
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal) || file.EndsWith(".css", StringComparison.Ordinal)
        from line in House.Lines(file).Select((text, index) => (text, index))
        where Later().IsMatch(line.text)
        select $"{file}:{line.index + 1}: {line.text.Trim()}",
        "Open an issue instead of a note in the code, and no regions:");

    /// <summary>A method begins where a line with parentheses is followed by a brace of its own at the same depth, and ends at the brace that closes there.</summary>
    private static IEnumerable<(string Where, int Lines)> Methods(string file)
    {
        var lines = House.Lines(file);
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Trim() != "{" || !Signature().IsMatch(lines[i - 1])) continue;
            var close = lines[i].Replace('{', '}');
            var end = Array.FindIndex(lines, i, l => l == close);
            if (end > i) yield return ($"{file}:{i}", end - i);
        }
    }

    [GeneratedRegex(@"^\s{4,8}(public|private|protected|internal|static|async|override)\b(?!.*\b(class|record|struct|interface|enum|new)\b).*\(.*$")]
    private static partial Regex Signature();

    [GeneratedRegex("(//|/\\*|@\\*).*\\b(TO" + "DO|FIX" + "ME|HA" + "CK)\\b|^\\s*#reg" + "ion")]
    private static partial Regex Later();
}
