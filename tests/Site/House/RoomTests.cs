using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NewsSite.Site.House;

/// <summary>Who may know whom: docs/decisions/0001.</summary>
public sealed class RoomTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["src/Database"] = [],
        ["src/Articles"] = ["src/Database"],
        ["src/Patrons"] = ["src/Database"],
        ["src/Accounts"] = ["src/Database"],
        ["src/Consent"] = ["src/Database"],
        ["src/Import"] = ["src/Articles", "src/Database"],
        ["src/Web"] = ["src/Accounts", "src/Articles", "src/Consent", "src/Database", "src/Import", "src/Patrons", "migrations/Sqlite", "migrations/Postgres"],
        ["migrations/Sqlite"] = ["src/Database"],
        ["migrations/Postgres"] = ["src/Database"],
        ["tests/Unit"] = ["src/Accounts", "src/Articles", "src/Consent", "src/Database", "src/Import", "src/Patrons"],
        ["tests/Site"] = ["src/Web", "tests/Worker"],
        ["tests/Worker"] = ["src/Database"],
        ["tests/Browser"] = ["src/Web"],
        ["tests/Bench"] = ["src/Web"],
    };

    private static readonly string[] EmptyNames = ["Service", "Manager", "Helper", "Helpers", "Util", "Utils", "Handler", "Processor", "Info", "Data", "Dto", "Impl", "Base"];

    [Fact]
    public void A_project_references_only_what_its_room_may_know() => House.Nothing(
        from project in House.Files("", ".csproj")
        let room = Path.GetDirectoryName(project)!.Replace('\\', '/')
        from reference in XDocument.Parse(House.Read(project)).Descendants("ProjectReference").Select(r => RoomOf(project, r.Attribute("Include")!.Value))
        where !Allowed.TryGetValue(room, out var allowed) || !allowed.Contains(reference)
        select $"{room} -> {reference}",
        "A new room, or a new tie between two, needs a decision note and a row in this test.");

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = House.Read("NewsSite.sln").Replace('\\', '/');
        House.Nothing(House.Files("", ".csproj").Where(p => !solution.Contains(p, StringComparison.Ordinal)), "dotnet sln add:");
    }

    [Fact]
    public void Those_who_write_cannot_see_who_pays_even_once_compiled() => House.Nothing(
        from assembly in House.Assemblies
        let room = "src/" + assembly.GetName().Name!["NewsSite.".Length..]
        from known in assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("NewsSite.", StringComparison.Ordinal) && !n.StartsWith("NewsSite.Migrations", StringComparison.Ordinal))
        where !Allowed[room].Contains("src/" + known["NewsSite.".Length..])
        select $"{room} knows {known}",
        "A compiled room knows what it must not:");

    [Fact]
    public void A_name_says_what_a_thing_is() => House.Nothing(
        from file in House.Files("src", ".cs").Concat(House.Files("tests", ".cs"))
        from Match type in Regex.Matches(House.Read(file), @"^\s*(?:\w+ )*(?:class|struct|enum|interface|record(?: struct| class)?) (\w+)", RegexOptions.Multiline)
        let name = type.Groups[1].Value
        where EmptyNames.Any(e => name.EndsWith(e, StringComparison.Ordinal))
        select $"{file}: {name}",
        "Names that say nothing (docs/glossary.md has the words):");

    [Fact]
    public void Every_public_type_says_what_it_is() => House.Nothing(
        from assembly in House.Assemblies
        let said = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, m => m.Element("summary")?.Value.Trim() ?? m.Element("inheritdoc")?.Name.LocalName)
        from type in assembly.GetExportedTypes()
        where type.Namespace is { } space && space.StartsWith("NewsSite.", StringComparison.Ordinal) && !type.Name.Contains('<', StringComparison.Ordinal) && !type.IsSpecialName
        where type.DeclaringType?.IsSpecialName != true && string.IsNullOrEmpty(said.GetValueOrDefault("T:" + type.FullName!.Replace('+', '.')))
        select type.FullName,
        "Public types without a <summary>:");

    private static string RoomOf(string project, string include) => Path.GetRelativePath(House.Root, Path.GetFullPath(Path.Combine(House.Root, Path.GetDirectoryName(project)!, Path.GetDirectoryName(include.Replace('\\', '/'))!))).Replace('\\', '/');
}
