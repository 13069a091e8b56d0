using NewsSite.Database;

namespace NewsSite.Articles;

/// <summary>Who pays for part of the newsroom's work besides its readers.</summary>
public sealed class Funder(Wording name, string? url)
{
    private readonly List<Funding> fundings = [];

    public int Id { get; private set; }
    public Wording Name { get; set; } = name;

    /// <summary>The funder's own place on the web (http or https); anything else is not kept.</summary>
    public string? Url { get; set => field = Addresses.OnTheWeb(value); } = Addresses.OnTheWeb(url);

    /// <summary>What readers are told, independence included.</summary>
    public Wording Statement { get; set; } = Wording.Empty;
    public IReadOnlyList<Funding> Fundings => fundings;

    public Funding Fund(FundingScope scope, DateOnly from, DateOnly? to)
    {
        var funding = new Funding(scope, from, to);
        fundings.Add(funding);
        return funding;
    }
}

/// <summary>How much of the paper a funding covers.</summary>
public enum FundingScope
{
    Site,
    Section,
    Series,
    Article,
}

/// <summary>A funder's support for a part of the paper over a time. Old articles keep the line that was true when they came out.</summary>
public sealed class Funding(FundingScope scope, DateOnly from, DateOnly? to)
{
    public int Id { get; private set; }
    public int FunderId { get; private set; }
    public Funder Funder { get; private set; } = null!;
    public FundingScope Scope { get; private set; } = scope;
    public int? SectionId { get; set; }
    public int? SeriesId { get; set; }
    public int? ArticleId { get; set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; } = from;

    /// <summary>Last day, or null while it runs.</summary>
    public DateOnly? To { get; set; } = to;
}
