namespace NewsSite.Import;

/// <summary>Things of one kind that the operator should know of: how many, and the first of them.</summary>
public sealed class Tally(string what, string how, int mostExamples)
{
    private readonly List<string> examples = [];

    public string What { get; } = what;
    public string How { get; } = how;
    public int Count { get; private set; }
    public IReadOnlyList<string> Examples => examples;

    internal void Add(string example)
    {
        Count++;
        if (examples.Count < mostExamples && !examples.Contains(example)) examples.Add(example);
    }
}

/// <summary>What became of the items of one kind. Every item read is in exactly one of the four.</summary>
public sealed class ItemCounts
{
    public int Created { get; internal set; }
    public int Updated { get; internal set; }
    public int Unchanged { get; internal set; }
    public int Refused { get; internal set; }
    public int Read => Created + Updated + Unchanged + Refused;
}
