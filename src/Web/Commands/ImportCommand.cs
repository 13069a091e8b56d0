using System.CommandLine;

namespace NewsSite.Web.Commands;

internal static class ImportCommand
{
    public static Command Make(string[] configuration)
    {
        return new Command("import", "Bring in the archive of another system.");
    }
}
