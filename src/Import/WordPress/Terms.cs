namespace NewsSite.Import.WordPress;

/// <summary>Which of an item's categories is its section; the others, and its tags, are tags.</summary>
internal static class Terms
{
    private static readonly HashSet<string> None = new(StringComparer.OrdinalIgnoreCase)
    {
        "uncategorized", "uncategorised", "без-категорії", "bez-katehorii", "bez-kategorii", "без-рубрики", "bez-rubriki", "bez-rubryky", "новини-без-категорії",
    };

    public static void Sort(Converted made, WxrSurvey survey)
    {
        var categories = made.Item.Terms.Where(t => t.Domain == "category").Select(Cleaned).Where(t => t.Slug.Length > 0 && !IsNone(t.Slug)).ToList();
        made.Section = Primary(made.Item, categories, survey) ?? categories.MaxBy(c => Depth(c.Slug, survey));
        var tags = made.Item.Terms.Where(t => t.Domain is "post_tag" or "tag").Select(Cleaned).Where(t => t.Slug.Length > 0);
        made.Tags.AddRange(tags.Concat(categories.Where(c => c != made.Section)).DistinctBy(t => t.Slug));
    }

    public static WxrTerm Cleaned(WxrTerm term) => term with { Slug = Slugs.Clean(term.Slug.Length > 0 ? term.Slug : Articles.Slug.Of(term.Name)), Name = Html.VisibleText.Of(term.Name) };

    /// <summary>The categories above this one, nearest first.</summary>
    public static IEnumerable<string> Above(string slug, WxrSurvey survey)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { slug };
        while (survey.CategoryBySlug(slug) is { Parent: { Length: > 0 } parent } && seen.Add(Slugs.Clean(parent))) yield return slug = Slugs.Clean(parent);
    }

    private static bool IsNone(string slug) => None.Contains(slug) || (slug.LastIndexOf('-') is > 0 and var dash && slug.Length - dash <= 3 && None.Contains(slug[..dash]));

    private static WxrTerm? Primary(WxrItem item, List<WxrTerm> categories, WxrSurvey survey)
    {
        var id = item.MetaValue("_yoast_wpseo_primary_category") ?? item.MetaValue("rank_math_primary_category");
        return id is not null && survey.CategoryById.TryGetValue(id.Trim(), out var slug) ? categories.Find(c => c.Slug == Slugs.Clean(slug)) : null;
    }

    private static int Depth(string slug, WxrSurvey survey) => Above(slug, survey).Count();
}
