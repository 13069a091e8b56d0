using System.Reflection;

namespace NewsSite.Site.House;

/// <summary>The project's own files, for the tests that keep the house in order.</summary>
internal static class House
{
    private static readonly HashSet<string> NotOurs = [".git", "artifacts", "var", "node_modules", "bin", "obj", "shots", ".vs", ".idea", ".vscode"];

    public static readonly string Root = FindRoot();

    /// <summary>The modules and the front end, as compiled.</summary>
    public static IEnumerable<Assembly> Assemblies => Directory.GetDirectories(Path.Combine(Root, "src")).Where(d => Directory.EnumerateFiles(d, "*.csproj").Any())
        .Select(d => Assembly.Load("NewsSite." + Path.GetFileName(d)));

    /// <summary>Paths from the root, with slashes; what the build makes is left out.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) => Below(Path.Combine(Root, folder))
        .Where(f => endings.Length == 0 || endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    /// <summary>Fails with everything that is wrong at once: one run, one list to work through.</summary>
    public static void Nothing(IEnumerable<string> faults, string rule)
    {
        var all = faults.Distinct().ToList();
        Assert.True(all.Count == 0, $"{rule}\n{string.Join('\n', all)}");
    }

    private static IEnumerable<string> Below(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(d => !NotOurs.Contains(Path.GetFileName(d)) || (Path.GetFileName(d) == "bin" && Path.GetDirectoryName(d) == Root))
            .SelectMany(Below));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NewsSite.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("NewsSite.sln is in no folder above the tests.");
    }
}
