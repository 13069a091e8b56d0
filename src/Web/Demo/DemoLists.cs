using System.Text.Json;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Patrons;

namespace NewsSite.Web.Demo;

/// <summary>The people, places and subjects of the demo paper, read from its JSON files.</summary>
internal sealed class DemoLists(string folder)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    public List<Contributor> People() => [.. Read<PersonEntry>("people").Select(p => new Contributor(p.Slug, Words(p.Name)) { Bio = Words(p.Bio) })];

    public List<Section> Sections() => [.. Read<SectionEntry>("sections").Select(s => new Section(s.Slug, Words(s.Name))
    {
        Description = Words(s.Description),
        AgeNoticeMonths = s.AgeNoticeMonths,
        Position = s.Order,
    })];

    public List<Tag> Tags() => [.. Read<NamedEntry>("tags").Select(t => new Tag(t.Slug, Words(t.Name)))];

    public List<Series> Series() => [.. Read<NamedEntry>("series").Select(s => new Series(s.Slug, Words(s.Name)) { Description = Words(s.Description) })];

    public List<Appeal> Appeals() => [.. Read<AppealEntry>("appeals").Select(a => new Appeal(a.Language, a.Heading, a.Text, a.Button))];

    public IReadOnlyList<PictureEntry> Pictures() => Read<PictureEntry>("pictures");

    public IReadOnlyList<FunderEntry> Funders() => Read<FunderEntry>("funders");

    public static Wording Words(Dictionary<string, string>? texts) => texts is null ? Wording.Empty : new(texts);

    private List<T> Read<T>(string name)
    {
        using var file = File.OpenRead(Path.Combine(folder, name + ".json"));
        return JsonSerializer.Deserialize<List<T>>(file, Web)!;
    }

    private sealed record PersonEntry(string Slug, Dictionary<string, string> Name, Dictionary<string, string>? Bio);

    private sealed record SectionEntry(string Slug, Dictionary<string, string> Name, Dictionary<string, string>? Description, int? AgeNoticeMonths, int Order);

    private sealed record NamedEntry(string Slug, Dictionary<string, string> Name, Dictionary<string, string>? Description);

    private sealed record AppealEntry(string Language, string Heading, string Text, string Button);
}

/// <summary>A picture of the demo paper, drawn as SVG beside its words.</summary>
internal sealed record PictureEntry(string Name, Dictionary<string, string> Alt, Dictionary<string, string>? Caption, string? Credit, string? Licence);

/// <summary>A funder of the demo paper and the part of it that is funded.</summary>
internal sealed record FunderEntry(Dictionary<string, string> Name, string? Url, Dictionary<string, string>? Statement, FundingScope Scope, string? Of, string FromAge, string? ToAge);
