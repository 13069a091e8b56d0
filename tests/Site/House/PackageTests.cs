using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NewsSite.Site.House;

/// <summary>What we stand on, and what no file of ours may name.</summary>
public sealed partial class PackageTests
{
    private static readonly string[] Binary = [".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico", ".woff2", ".zip", ".gz", ".br", ".pdf"];

    [Fact]
    public void Every_project_has_its_lock_file() =>
        House.Nothing(House.Files("", ".csproj").Where(p => !File.Exists(Path.Combine(House.Root, Path.GetDirectoryName(p)!, "packages.lock.json"))), "No packages.lock.json beside:");

    [Fact]
    public void Every_package_is_accounted_for()
    {
        var said = House.Lines("docs/dependencies.md");
        House.Nothing(
            XDocument.Parse(House.Read("Directory.Packages.props")).Descendants("PackageVersion").Select(p => p.Attribute("Include")!.Value)
                .Where(name => !said.Any(line => line.Contains(name, StringComparison.Ordinal) || IsShort(line, name))),
            "Not in docs/dependencies.md:");
    }

    [Fact]
    public void A_version_is_one_version() => House.Nothing(
        XDocument.Parse(House.Read("Directory.Packages.props")).Descendants("PackageVersion").Where(p => !ExactVersion().IsMatch(p.Attribute("Version")!.Value)).Select(p => p.ToString()),
        "Versions that may change by themselves:");

    /// <summary>The registries' own audit may be silent (a mirror without advisory data answers "nothing found"), so the floors are kept here.</summary>
    [Fact]
    public void No_package_is_older_than_the_fix_of_a_known_flaw()
    {
        var floors = House.Lines("tests/Site/House/package-floors.txt").Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ', 3)).ToDictionary(f => f[0], f => (Version: Version.Parse(f[1]), Why: f[2]), StringComparer.OrdinalIgnoreCase);
        var assets = Directory.GetFiles(Path.Combine(House.Root, "artifacts", "obj"), "project.assets.json", SearchOption.AllDirectories);

        Assert.NotEmpty(assets);
        House.Nothing(
            from file in assets
            from library in JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("libraries").EnumerateObject().Select(l => l.Name.Split('/'))
            where floors.TryGetValue(library[0], out _) && Version.Parse(library[1].Split('-')[0]) < floors[library[0]].Version
            select $"{library[0]} {library[1]}: {floors[library[0]].Why}",
            "Older than the fix:");
    }

    [Fact]
    public void No_file_names_a_registry_or_a_machine() => House.Nothing(
        from file in House.Files("")
        where !Binary.Contains(Path.GetExtension(file)) && file != ".git"
        from line in House.Lines(file).Select((text, index) => (text, index))
        from Match match in Place().Matches(line.text)
        select $"{file}:{line.index + 1}: {match.Value}",
        "Another machine has other paths and other registries:");

    [Fact]
    public void A_question_to_the_database_never_takes_plain_text() => House.Nothing(
        from file in House.Files("src", ".cs")
        from Match match in RawSql().Matches(House.Read(file))
        select $"{file}: {match.Value}",
        "Use FromSql, SqlQuery and ExecuteSql, which make parameters of what they are given:");

    [Fact]
    public void No_test_sleeps() => House.Nothing(
        from file in House.Files("tests", ".cs")
        from Match match in Sleep().Matches(House.Read(file))
        select $"{file}: {match.Value}",
        "Wait for what happens, not for time:");

    /// <summary>The table of dependencies shortens `A.B.C` to `.C` in the row of `A.B`.</summary>
    private static bool IsShort(string line, string name) => name.LastIndexOf('.') is > 0 and var dot && line.Contains($"{name[..dot]}", StringComparison.Ordinal) && line.Contains(name[dot..], StringComparison.Ordinal);

    [GeneratedRegex(@"^\d+(\.\d+)+$")]
    private static partial Regex ExactVersion();

    [GeneratedRegex(@"(?<![\w.~:$}])/(work|root|home/[a-z]+|Users/[a-z]+)/|registry\.np" + @"mjs|api\.nu" + @"get\.org|\b[A-Z]:\\Users\\", RegexOptions.IgnoreCase)]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(FromSqlRaw|ExecuteSqlRaw(Async)?|SqlQueryRaw)\b")]
    private static partial Regex RawSql();

    [GeneratedRegex(@"Thread\.Sle" + @"ep|Task\.Del" + "ay")]
    private static partial Regex Sleep();
}
