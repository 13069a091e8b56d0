namespace NewsSite.Browser;

/// <summary>The folder the project was checked out into.</summary>
internal static class Checkout
{
    public static readonly string Root = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NewsSite.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("NewsSite.sln is in no folder above the tests.");
    }
}
