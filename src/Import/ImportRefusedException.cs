namespace NewsSite.Import;

/// <summary>A file that cannot be imported at all; nothing was written for it.</summary>
/// <param name="line">The line of the file at fault, or 0.</param>
/// <param name="item">The item at fault, as a person would find it, or null.</param>
/// <param name="message">What is wrong, in words for the operator.</param>
public sealed class ImportRefusedException(int line, string? item, string message)
    : Exception(string.Concat(line > 0 ? FormattableString.Invariant($"line {line}: ") : "", item is null ? "" : $"{item}: ", message))
{
    public int Line { get; } = line;
    public string? Item { get; } = item;
}
