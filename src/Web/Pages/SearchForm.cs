using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Articles.Search;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages;

/// <summary>What a reader typed into the search form, kept as it was typed, and what is wrong with it.</summary>
public sealed class SearchForm
{
    public const int LongestText = 200;
    private static readonly string[] Fields = ["q", "section", "tag", "person", "role", "from", "to", "lang"];
    private readonly Dictionary<string, string> typed;
    private readonly Dictionary<string, string> faults = [];
    private readonly Role? role;
    private readonly DateOnly? from;
    private readonly DateOnly? to;
    private readonly Place? before;

    public SearchForm(IQueryCollection query)
    {
        typed = Fields.ToDictionary(f => f, f => Clean(query[f].ToString()));
        if (this["q"].Length > LongestText) faults["q"] = "Search.TooLong";
        if (this["role"] is { Length: > 0 } r)
        {
            if (Enum.TryParse<Role>(r, ignoreCase: true, out var known) && char.IsAsciiLetter(r[0])) role = known;
            else faults["role"] = "Search.BadRole";
        }

        from = Day("from");
        to = Day("to");
        if (!Pager.TryRead(query, out before)) faults["before"] = "Search.BadPlace";
    }

    public string this[string field] => typed[field];

    /// <summary>Field to the key of the words about it.</summary>
    public IReadOnlyDictionary<string, string> Faults => faults;

    public Place? Before => before;

    public bool IsEmpty => typed.Values.All(v => v.Length == 0);

    public bool IsNarrowed => Fields.Skip(1).Any(f => typed[f].Length > 0);

    /// <summary>The address of the first page of what was asked for.</summary>
    public string Address(string path)
    {
        var asked = Fields.Where(f => typed[f].Length > 0).Select(f => $"{f}={UrlEncoder.Default.Encode(typed[f])}").ToList();
        return asked.Count == 0 ? path : $"{path}?{string.Join('&', asked)}";
    }

    /// <returns>Null when there is no such section, tag or person: nothing can be found then.</returns>
    public async Task<SearchQuery?> QueryAsync(NewsDb db, Edition here, DateTimeOffset now, CancellationToken stop)
    {
        var (section, tag, person) = (Slugs("section"), Slugs("tag"), Slugs("person"));
        int? sectionId = section is null ? null : await db.Sections.Where(s => section.Contains(s.Slug)).Select(s => s.Id).FirstOrDefaultAsync(stop);
        int? tagId = tag is null ? null : await db.Tags.Where(t => tag.Contains(t.Slug)).Select(t => t.Id).FirstOrDefaultAsync(stop);
        int? personId = person is null ? null : await db.Contributors.Where(c => person.Contains(c.Slug)).Select(c => c.Id).FirstOrDefaultAsync(stop);
        if (sectionId == 0 || tagId == 0 || personId == 0) return null;
        return new(this["q"], now)
        {
            SectionId = sectionId,
            TagId = tagId,
            ContributorId = personId,
            Role = role,
            Language = this["lang"] is { Length: > 0 } language ? language : null,
            From = from is { } f ? here.StartOf(f) : null,
            To = to is { } t ? here.StartOf(t.AddDays(1)) : null,
            Before = before,
        };
    }

    /// <summary>A name may be typed where a slug is meant.</summary>
    private string[]? Slugs(string field) => typed[field] is { Length: > 0 } text ? [text, Slug.Of(text)] : null;

    private DateOnly? Day(string field)
    {
        if (typed[field].Length == 0) return null;
        if (DateOnly.TryParseExact(typed[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1800 and < 3000) return day;
        faults[field] = "Search.BadDate";
        return null;
    }

    /// <summary>No database takes a null character, and no reader means one.</summary>
    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
