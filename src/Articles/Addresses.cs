using System.Globalization;

namespace NewsSite.Articles;

/// <summary>Where articles live: `/{yyyy}/{MM}/{dd}/{slug}`, under its language in an edition other than the site's own.</summary>
public static class Addresses
{
    /// <param name="language">The article's.</param>
    /// <param name="siteLanguage">The site's own.</param>
    /// <param name="day">The day of first publication as the paper's clocks showed it.</param>
    /// <param name="slug">Without a slash.</param>
    public static string Of(string language, string siteLanguage, DateOnly day, string slug) =>
        string.Create(CultureInfo.InvariantCulture, $"{(language == siteLanguage ? "" : "/" + language)}/{day:yyyy/MM/dd}/{slug}");

    /// <summary>An http or https address as it is, else null: `javascript:` and its kin must never become a link.</summary>
    public static string? OnTheWeb(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var place) && (place.Scheme is "http" or "https") && address!.All(c => c is > ' ' and not '\x7f') ? address : null;
}
