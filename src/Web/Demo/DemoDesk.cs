using System.Globalization;
using NewsSite.Articles;

namespace NewsSite.Web.Demo;

/// <summary>Writes the demo paper's articles from their files.</summary>
internal sealed class DemoDesk(DemoLists lists, Dictionary<string, Photo> pictures, Settings settings, DateTimeOffset now)
{
    private static readonly (string Key, Role Role)[] Roles =
    [
        ("author", Role.Author), ("translator", Role.Translator), ("editor", Role.Editor), ("photographer", Role.Photographer),
        ("illustrator", Role.Illustrator), ("factchecker", Role.FactChecker),
    ];

    private readonly Dictionary<string, Contributor> people = lists.People().ToDictionary(p => p.Slug);
    private readonly Dictionary<string, Section> sections = lists.Sections().ToDictionary(s => s.Slug);
    private readonly Dictionary<string, Tag> tags = lists.Tags().ToDictionary(t => t.Slug);
    private readonly Dictionary<string, Series> series = lists.Series().ToDictionary(s => s.Slug);
    private readonly Dictionary<string, Story> stories = [];
    private readonly List<(DemoFile File, Article Article)> written = [];

    /// <summary>What articles refer to, and the appeals.</summary>
    public IEnumerable<object> References => [.. people.Values, .. sections.Values, .. tags.Values, .. series.Values, .. lists.Appeals()];

    public Article Write(DemoFile file, string body)
    {
        var article = new Article(file.Language, file.Slug, file["headline"]!)
        {
            Kicker = file["kicker"],
            Standfirst = file["standfirst"],
            Kind = Enum.Parse<Kind>(file["kind"] ?? "news", ignoreCase: true),
            Section = sections[file["section"]!],
            Series = file["series"] is { } name ? series[name] : null,
            Part = file["part"] is { } part ? int.Parse(part, CultureInfo.InvariantCulture) : null,
            Story = file["story"] is { } story ? StoryOf(story) : null,
            LeadPhoto = file["lead"] is { } lead ? pictures[lead] : null,
            RightsHolder = file["rights"],
            Licence = file["licence"],
            Source = SourceOf(file),
        };
        article.Text.Markdown = body;
        foreach (var (key, role) in Roles)
            foreach (var person in file.List(key)) article.Credit(people[person], role);
        foreach (var tag in file.List("tags")) article.Tag(tags[tag]);
        Date(article, file);
        written.Add((file, article));
        return article;
    }

    /// <summary>Ties the articles to the ones they point at, once all are written.</summary>
    public void Relate()
    {
        foreach (var (file, article) in written)
        {
            foreach (var slug in file.List("related"))
                if (Find(file.Language, slug) is { } related && related != article) article.Pick(related);
            if (file["superseded-by"] is { } newer) article.SupersededBy = Find(file.Language, newer);
        }
    }

    /// <summary>Says of each translation of our own which version it was made from.</summary>
    public void Translate()
    {
        foreach (var version in written.GroupBy(w => w.File["story"]).Where(g => g.Key is not null))
        {
            var original = version.FirstOrDefault(v => v.File["original"] == "yes").Article;
            if (original is null) continue;
            foreach (var (_, article) in version.Where(v => v.Article != original && v.Article.IsTranslation))
            {
                article.Source ??= new SourceWork();
                (article.Source.Original, article.Source.OriginalSeenAt) = (original, article.PublishedAt > original.ChangedAt ? original.ChangedAt : article.PublishedAt);
                (article.Source.Headline, article.Source.Language, article.Source.Outlet) = (original.Headline, original.Language, settings.Name);
            }
        }
    }

    public IEnumerable<Funder> Funders()
    {
        foreach (var entry in lists.Funders())
        {
            var funder = new Funder(DemoLists.Words(entry.Name), entry.Url) { Statement = DemoLists.Words(entry.Statement) };
            var funding = funder.Fund(entry.Scope, DayBefore(entry.FromAge), entry.ToAge is { } to ? DayBefore(to) : null);
            if (entry.Scope == FundingScope.Section) funding.SectionId = sections[entry.Of!].Id;
            if (entry.Scope == FundingScope.Series) funding.SeriesId = series[entry.Of!].Id;
            if (entry.Scope == FundingScope.Article) funding.ArticleId = written.First(w => w.Article.Slug == entry.Of).Article.Id;
            yield return funder;
        }
    }

    private void Date(Article article, DemoFile file)
    {
        var at = now - file.Age("age")!.Value;
        article.ChangedAt = file.Age("changed") is { } changed ? now - changed : at < now ? at : now;
        if (file["status"] != "draft") article.Publish(at, Addresses.Of(file.Language, settings.Language, settings.Day(at), file.Slug));
        foreach (var line in file.All("correction"))
        {
            var parts = line.Split('|', 3, StringSplitOptions.TrimEntries);
            article.Correct(Enum.Parse<CorrectionKind>(parts[1], ignoreCase: true), parts[2], now - DemoFile.AgeOf(parts[0]));
        }
    }

    private static SourceWork? SourceOf(DemoFile file) => file["source-outlet"] is null && file["source-url"] is null ? null : new()
    {
        Headline = file["source-headline"],
        Author = file["source-author"],
        Outlet = file["source-outlet"],
        Url = file["source-url"],
        Language = file["source-language"],
        Permission = file["source-permission"],
    };

    private Story StoryOf(string key) => stories.TryGetValue(key, out var story) ? story : stories[key] = new Story();

    private Article? Find(string language, string slug) => written.FirstOrDefault(w => w.File.Language == language && w.File.Slug == slug).Article;

    private DateOnly DayBefore(string age) => settings.Day(now - DemoFile.AgeOf(age));
}
