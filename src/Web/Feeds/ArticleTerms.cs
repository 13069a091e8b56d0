using System.Globalization;
using System.Text.Json.Nodes;
using NewsSite.Articles;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Feeds;

/// <summary>An article in schema.org's words: every credit by its role, the source of a translation, the corrections, who paid.</summary>
internal sealed class ArticleTerms(Article article, Head head, PaperTerms paper, DateTimeOffset now)
{
    public JsonObject Document() => Json.Object(
        ("@type", TypeOf(article.Kind)),
        ("@id", paper.Address(article.Address! + "#article")),
        ("headline", article.Headline),
        ("alternativeHeadline", article.Kicker),
        ("description", head.Description ?? article.Standfirst),
        ("url", paper.Address(article.Address!)),
        ("mainEntityOfPage", paper.Address(article.Address!)),
        ("datePublished", Instant(article.PublishedAt!.Value)),
        ("dateModified", Instant(Feed.LastChange(article))),
        ("inLanguage", article.Language),
        ("author", People(Role.Author) ?? (JsonNode)paper.Publisher()),
        ("translator", People(Role.Translator)),
        ("editor", People(Role.Editor)),
        ("contributor", People(Role.Photographer, Role.Illustrator, Role.FactChecker, Role.Researcher, Role.Videographer)),
        ("translationOfWork", TranslationOf()),
        ("workTranslation", Translations()),
        ("correction", Json.Array(article.Corrections.Where(c => c.Kind != CorrectionKind.Update).OrderBy(c => c.At).Select(Correction))),
        ("funder", Json.Array(head.Funders.Select(Funder))),
        ("publisher", paper.Publisher()),
        ("copyrightHolder", Holder()),
        ("copyrightYear", paper.Here.Day(article.PublishedAt!.Value).Year),
        ("copyrightNotice", Reuse.Rights(article, paper.Here, paper.Paper)),
        ("license", paper.Licence(article.Licence)),
        ("usageInfo", paper.PageAddress(Reuse.Page)),
        ("isAccessibleForFree", true),
        ("image", article.LeadPhoto is { } photo ? paper.Image(photo) : null),
        ("articleSection", article.Section?.Name.In(paper.Here.Language)),
        ("keywords", Json.Array(article.Tags.Select(t => t.Tag.Name.In(paper.Here.Language)).Order(StringComparer.Ordinal).Select(n => (JsonNode)n))),
        ("wordCount", article.Words),
        ("isPartOf", article.Series is { } series ? Series(series) : null),
        ("position", article.Series is null ? null : article.Part));

    private static string TypeOf(Kind kind) => kind switch
    {
        Kind.Report or Kind.Investigation => "ReportageNewsArticle",
        Kind.Analysis => "AnalysisNewsArticle",
        Kind.Opinion => "OpinionNewsArticle",
        Kind.Explainer => "BackgroundNewsArticle",
        Kind.Review => "ReviewNewsArticle",
        _ => "NewsArticle",
    };

    private JsonArray? People(params Role[] roles) =>
        Json.Array(article.Bylines.Where(b => roles.Contains(b.Role)).OrderBy(b => b.Position).Select(b => b.Contributor).Distinct().Select(paper.Person));

    private JsonObject? TranslationOf()
    {
        if (article.Source is not { } source) return null;
        var ours = source.Original is { } original && original.IsPublic(now) ? original : null;
        var url = ours is null ? source.Url : paper.Address(ours.Address!);
        var name = source.Headline ?? ours?.Headline;
        if (url is null && name is null && source.Outlet is null) return null;
        return Json.Object(
            ("@type", "CreativeWork"),
            ("@id", ours is null ? null : paper.Address(ours.Address! + "#article")),
            ("name", name),
            ("author", source.Author is { } author ? Json.Object(("@type", "Person"), ("name", author)) : null),
            ("inLanguage", source.Language ?? ours?.Language),
            ("url", url),
            ("datePublished", source.PublishedOn?.ToString("O", CultureInfo.InvariantCulture)),
            ("publisher", source.Outlet is { } outlet ? Json.Object(("@type", "Organization"), ("name", outlet)) : ours is null ? null : paper.Publisher()));
    }

    /// <summary>The versions made from this one: all of them, unless this one was itself made from another of ours.</summary>
    private JsonArray? Translations() => article.Source?.OriginalId is not null ? null : Json.Array(head.Alternates
        .Where(v => v.Key != article.Language)
        .OrderBy(v => v.Key, StringComparer.Ordinal)
        .Select(v => Json.Object(("@type", "NewsArticle"), ("@id", paper.Address(v.Value + "#article")), ("url", paper.Address(v.Value)), ("inLanguage", v.Key))));

    private JsonObject Correction(Correction correction) => Json.Object(
        ("@type", "CorrectionComment"),
        ("text", correction.Text),
        ("datePublished", Instant(correction.At)));

    private JsonObject Funder(Funder funder) => Json.Object(("@type", "Organization"), ("name", funder.Name.In(paper.Here.Language)), ("url", funder.Url));

    private JsonObject Holder() => article.RightsHolder is { } holder ? Json.Object(("@type", "Organization"), ("name", holder)) : Json.Object(("@id", paper.PublisherId));

    private JsonObject Series(Series series) => Json.Object(
        ("@type", "CreativeWorkSeries"),
        ("name", series.Name.In(paper.Here.Language)),
        ("url", paper.PageAddress("/series/" + series.Slug)));

    private string Instant(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, paper.Paper.TimeZone).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
