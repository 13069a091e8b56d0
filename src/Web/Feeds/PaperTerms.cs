using System.Text.Json.Nodes;
using NewsSite.Articles;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Feeds;

/// <summary>The paper, its people and its places in schema.org's words.</summary>
internal sealed class PaperTerms(Edition here, Settings site)
{
    public Edition Here => here;

    public Settings Paper => site;

    public string PublisherId => Address("/#publisher");

    public string Address(string path) => site.Absolute(path);

    public string PageAddress(string path) => site.Absolute(here.Link(path));

    public JsonObject Publisher() => Json.Object(
        ("@type", "NewsMediaOrganization"),
        ("@id", PublisherId),
        ("name", site.Name),
        ("url", Address("/")),
        ("logo", Json.Object(("@type", "ImageObject"), ("url", Address("/favicon.svg")))),
        ("masthead", PageAddress("/about")),
        ("correctionsPolicy", PageAddress("/corrections")),
        ("ownershipFundingInfo", PageAddress("/funding")),
        ("ethicsPolicy", PageAddress("/transparency")),
        ("publishingPrinciples", PageAddress("/transparency")));

    public JsonObject Person(Contributor person) => Json.Object(
        ("@type", "Person"),
        ("name", person.Name.In(here.Language)),
        ("url", PageAddress("/author/" + person.Slug)));

    public JsonObject Site() => Json.Object(
        ("@type", "WebSite"),
        ("name", site.Name),
        ("url", PageAddress("/")),
        ("inLanguage", here.Language),
        ("publisher", Publisher()),
        ("potentialAction", Json.Object(
            ("@type", "SearchAction"),
            ("target", Json.Object(("@type", "EntryPoint"), ("urlTemplate", PageAddress("/search") + "?q={search_term_string}"))),
            ("query-input", "required name=search_term_string"))));

    public JsonObject Profile(Contributor person)
    {
        var about = Person(person);
        if (person.Bio.In(here.Language) is { Length: > 0 } bio) about["description"] = bio;
        about["worksFor"] = Publisher();
        return Json.Object(
            ("@type", "ProfilePage"),
            ("url", PageAddress("/author/" + person.Slug)),
            ("name", person.Name.In(here.Language)),
            ("inLanguage", here.Language),
            ("mainEntity", about));
    }

    /// <summary>The way from the front page to the page, steps without a name or place left out.</summary>
    public JsonObject Trail(IEnumerable<(string? Name, string? Path)> steps) => Json.Object(
        ("@type", "BreadcrumbList"),
        ("itemListElement", Json.Array(steps.Prepend((Name: site.Name, Path: here.Link("/"))).Where(s => s.Name is { Length: > 0 } && s.Path is not null).Select((step, index) => Json.Object(
            ("@type", "ListItem"), ("position", index + 1), ("name", step.Name), ("item", Address(step.Path!)))))));

    public JsonObject Image(Photo photo)
    {
        var picture = Picture.Of(photo, site);
        return Json.Object(
            ("@type", "ImageObject"),
            ("url", picture.Url),
            ("contentUrl", picture.Url),
            ("width", Pixels(picture.Width)),
            ("height", Pixels(picture.Height)),
            ("caption", Text(photo.Caption.In(here.Language)) ?? Text(photo.Alt.In(here.Language))),
            ("creditText", Text(photo.Credit)),
            ("copyrightNotice", Text(photo.Credit)),
            ("license", Licence(photo.Licence)),
            ("acquireLicensePage", PageAddress(Reuse.Page)));
    }

    /// <summary>A known licence by its address, another by its words; the paper's own policy where there is none.</summary>
    public JsonNode Licence(string? words) => words switch
    {
        null or "" => PageAddress(Reuse.Page),
        _ when Reuse.LicenceUrl(words) is { } url => url,
        _ => Json.Object(("@type", "CreativeWork"), ("name", words)),
    };

    /// <summary>A length in schema.org's words is a number with its unit.</summary>
    private static string Pixels(int length) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{length} px");

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
