namespace NewsSite.Web.Privacy;

/// <summary>Lines of a table as other programs read them.</summary>
/// <remarks>Source: RFC 4180; OWASP ASVS 5.0, 1.2.10: a cell that a spreadsheet would take for a formula begins with an apostrophe instead.</remarks>
public static class Csv
{
    /// <summary>Tells spreadsheets that the file is UTF-8.</summary>
    public const char Mark = '\uFEFF';

    /// <summary>One line with its end.</summary>
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
