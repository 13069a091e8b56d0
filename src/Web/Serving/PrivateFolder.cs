using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace NewsSite.Web.Serving;

/// <summary>A folder that only the account the site runs under looks into (mode 700).</summary>
internal static class PrivateFolder
{
    public static DirectoryInfo Make(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    /// <summary>The keys that seal what is kept or handed out sealed. The folder is made when the first key is: a command that needs none leaves no trace.</summary>
    public static void AddKeyRing(this IServiceCollection services, Settings settings)
    {
        services.AddDataProtection().SetApplicationName("NewsSite");
        services.AddOptions<KeyManagementOptions>().Configure<ILoggerFactory>((keys, logs) => keys.XmlRepository = new FileSystemXmlRepository(Make(settings.KeysDirectory), logs));
    }
}
