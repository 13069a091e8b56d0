namespace NewsSite.Web.Pages.Admin;

/// <summary>A place of the newsroom's desk that has its line in the menu.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Words">Key of its name; the key with `.About` says what is there.</param>
/// <param name="Row">Its row in the table of permissions: who may not come in is not shown the way.</param>
public sealed record AdminPlace(string Path, string Words, string Row);

/// <summary>The menu of the desk.</summary>
public static class AdminPlaces
{
    public static IReadOnlyList<AdminPlace> All { get; } =
    [
        new("/admin/security", "Security.Title", "page /Admin/Security"),
        new("/admin/staff", "Staff.Title", "page /Admin/Staff"),
        new("/admin/jobs", "Jobs.Title", "page /Admin/Upkeep/Jobs"),
        new("/admin/log", "Log.Title", "page /Admin/Upkeep/Log"),
    ];
}
