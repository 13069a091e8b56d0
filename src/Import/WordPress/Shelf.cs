using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;

namespace NewsSite.Import.WordPress;

/// <summary>The sections, tags and people that a batch names: found, or put there.</summary>
internal sealed class Shelf(NewsDb db, ImportRun run, Outcome outcome)
{
    private const int LongestPersonSlug = 120;
    private Dictionary<string, Section> sections = [];
    private Dictionary<string, Tag> tags = [];
    private Dictionary<string, Contributor> people = [];

    public async Task LoadAsync(IReadOnlyList<Converted> batch, CancellationToken stop)
    {
        var sectionSlugs = batch.Select(b => b.Section?.Slug).OfType<string>().SelectMany(s => Terms.Above(s, run.Survey).Prepend(s)).Distinct().ToList();
        var tagSlugs = batch.SelectMany(b => b.Tags).Select(t => t.Slug).Distinct().ToList();
        var personSlugs = batch.SelectMany(b => b.Credits.Credits).Select(c => PersonSlug(c.Name)).Concat(batch.Where(b => b.Kind == "guest authors").Select(b => PersonSlug(b.Headline))).Distinct().ToList();
        sections = await db.Sections.AsTracking().Where(s => sectionSlugs.Contains(s.Slug)).ToDictionaryAsync(s => s.Slug, stop);
        tags = await db.Tags.AsTracking().Where(t => tagSlugs.Contains(t.Slug)).ToDictionaryAsync(t => t.Slug, stop);
        people = await db.Contributors.AsTracking().Where(c => personSlugs.Contains(c.Slug)).ToDictionaryAsync(c => c.Slug, stop);
    }

    /// <summary>A section below the sections above it.</summary>
    public Section Section(WxrTerm category, string language)
    {
        if (sections.TryGetValue(category.Slug, out var known)) return known;
        Section? parent = null;
        foreach (var slug in Terms.Above(category.Slug, run.Survey).Reverse()) parent = Section(slug, NameOf(slug, slug), language, parent);
        return Section(category.Slug, NameOf(category.Slug, category.Name), language, parent);
    }

    public Tag Tag(WxrTerm term, string language)
    {
        if (tags.TryGetValue(term.Slug, out var known)) return known;
        if (!run.IsPlanned("tag", term.Slug)) outcome.Tags++;
        run.Plan("tag", term.Slug);
        return tags[term.Slug] = Added(new Tag(term.Slug, new(language, term.Name.Length > 0 ? term.Name : term.Slug)));
    }

    public Contributor Person(string name, string language)
    {
        var slug = PersonSlug(name);
        if (people.TryGetValue(slug, out var known))
        {
            if (known.Name.All.All(n => n.Key != language && n.Value != name)) known.Name = known.Name.With(language, name);
            return known;
        }

        if (!run.IsPlanned("person", slug)) outcome.People++;
        run.Plan("person", slug);
        return people[slug] = Added(new Contributor(slug, new(language, name)));
    }

    public string PersonSlug(string name)
    {
        if (run.PeopleByName.TryGetValue(name, out var known)) return known;
        var slug = Slug.Of(name);
        if (slug.Length == 0) slug = "person-" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 4));
        return slug.Length > LongestPersonSlug ? slug[..LongestPersonSlug] : slug;
    }

    private Section Section(string slug, string name, string language, Section? parent)
    {
        if (sections.TryGetValue(slug, out var known)) return known;
        if (!run.IsPlanned("section", slug)) outcome.Sections++;
        run.Plan("section", slug);
        return sections[slug] = Added(new Section(slug, new(language, name)) { Parent = parent });
    }

    private string NameOf(string slug, string otherwise) =>
        run.Survey.CategoryBySlug(slug) is { Name: { Length: > 0 } name } ? Html.VisibleText.Of(name) : otherwise.Length > 0 ? otherwise : slug;

    private T Added<T>(T entity)
        where T : class
    {
        if (!run.IsDryRun) db.Add(entity);
        return entity;
    }
}
