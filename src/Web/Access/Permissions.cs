using System.Collections.Frozen;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.StaticAssets;

namespace NewsSite.Web.Access;

/// <summary>The one table of who may do what. An endpoint that is not in it refuses everybody; a test walks all endpoints, all roles, own, other's and missing things.</summary>
public static class Permissions
{
    private const string Assets = "assets";
    private static readonly string[] Read = ["GET", "HEAD"];
    private static readonly string[] Send = ["POST"];
    private static readonly string[] ReadAndSend = ["GET", "HEAD", "POST"];

    private static readonly FrozenDictionary<string, Permission> Table = new Dictionary<string, Permission>
    {
        // Readers: nobody is asked who they are.
        ["page /Index"] = new(Who.Anyone, Read),
        ["page /Article"] = new(Who.Anyone, Read),
        ["page /Search"] = new(Who.Anyone, Read),
        ["page /Error"] = new(Who.Anyone, ReadAndSend),
        ["page /Lists/Latest"] = new(Who.Anyone, Read),
        ["page /Lists/Section"] = new(Who.Anyone, Read),
        ["page /Lists/Author"] = new(Who.Anyone, Read),
        ["page /Lists/Tag"] = new(Who.Anyone, Read),
        ["page /Lists/Series"] = new(Who.Anyone, Read),
        ["page /Paper/Funding"] = new(Who.Anyone, Read),
        ["page /Paper/Corrections"] = new(Who.Anyone, Read),
        ["page /Paper/Contact"] = new(Who.Anyone, ReadAndSend),
        ["page /Paper/Standing"] = new(Who.Anyone, Read),
        ["page /Dev/Components"] = new(Who.Anyone, Read),
        ["page /Dev/Mail"] = new(Who.Anyone, Read),
        [Assets] = new(Who.Anyone, Read),
        ["feeds"] = new(Who.Anyone, Read),
        ["media"] = new(Who.Anyone, Read),
        ["health"] = new(Who.Anyone, Read),

        // Getting in.
        ["page /Account/SignIn"] = new(Who.AnyoneKnown, ReadAndSend),
        ["page /Account/Letter"] = new(Who.AnyoneKnown, ReadAndSend),
        ["page /Account/Link"] = new(Who.AnyoneKnown, ReadAndSend),

        ["passkey sign-in"] = new(Who.AnyoneKnown, Send),
        ["page /Admin/SignIn"] = new(Who.AnyoneKnown, ReadAndSend),
        ["page /Admin/SetUp"] = new(Who.AnyoneKnown, ReadAndSend),

        // A reader's own pages.
        ["page /Account/Index"] = new(Who.Reader, ReadAndSend),
        ["page /Account/Sessions"] = new(Who.Reader, ReadAndSend, IsOwned: true),
        ["page /Account/Passkeys"] = new(Who.Reader, ReadAndSend, IsOwned: true),
        ["passkey enrol"] = new(Who.Reader, Send),
        ["page /Account/SignOut"] = new(Who.Reader, ReadAndSend),

        // Staff. There is no staff session without a second factor, so nothing here opens before there is one.
        ["page /Admin/Index"] = new(Who.Contributor, Read),
        ["page /Admin/Security"] = new(Who.Contributor, ReadAndSend, IsOwned: true),
        ["page /Admin/Authenticator"] = new(Who.Contributor, ReadAndSend),
        ["page /Admin/RecoveryCodes"] = new(Who.Contributor, ReadAndSend),
        ["page /Admin/Staff"] = new(Who.Administrator, ReadAndSend),
        ["page /Admin/Member"] = new(Who.Administrator, ReadAndSend),
        ["page /Admin/Upkeep/Jobs"] = new(Who.Administrator, ReadAndSend),
        ["page /Admin/Upkeep/Log"] = new(Who.Administrator, ReadAndSend),
        ["page /Account/Address"] = new(Who.Reader, ReadAndSend),
        ["page /Account/NewAddress"] = new(Who.Reader, ReadAndSend, IsOwned: true),
        ["page /Account/Privacy/Index"] = new(Who.Reader, Read),
        ["page /Account/Privacy/Export"] = new(Who.Reader, ReadAndSend),
        ["page /Account/Privacy/Erase"] = new(Who.Reader, ReadAndSend),
    }.ToFrozenDictionary();

    public static IReadOnlyCollection<string> Keys => Table.Keys;

    /// <returns>Null: the endpoint is in no row, and refuses.</returns>
    public static Permission? Of(Endpoint endpoint) => KeyOf(endpoint) is { } key ? Find(key) : null;

    public static Permission? Find(string key) => Table.GetValueOrDefault(key);

    /// <summary>Whether a page may be shown the way to.</summary>
    public static bool Admits(string key, NewsSite.Accounts.Session? session) => Table.GetValueOrDefault(key)?.Admits(session) == true;

    /// <summary>What an endpoint is called in the table: a page by its file, others by the row they name.</summary>
    public static string? KeyOf(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page) return "page " + page.ViewEnginePath;
        if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || IsAssetToBe(endpoint)) return Assets;
        return endpoint.Metadata.GetMetadata<Row>()?.Name;
    }

    /// <summary>From a build, not from what is published, files are served that came after it.</summary>
    private static bool IsAssetToBe(Endpoint endpoint) => endpoint is RouteEndpoint { RoutePattern.RawText: "{**path:file}" };
}

/// <summary>Names an endpoint's row in <see cref="Permissions"/>.</summary>
internal sealed record Row(string Name);
