using System.Text;
using CsCheck;
using NewsSite.Web.Privacy;

namespace NewsSite.Site.Accounts;

/// <summary>Tables that any program reads as they were written, and that no spreadsheet runs.</summary>
public sealed class CsvTests
{
    private static readonly Gen<string> Hostile = Gen.OneOf(Gen.String, Gen.String[Gen.Char["=+-@\t\r\n\",'; aé"], 0, 8]);

    [Fact]
    public void What_goes_in_comes_out_and_no_cell_starts_a_formula() =>
        Hostile.Array[1, 6].Sample(cells => Assert.All(cells.Zip(Read(Csv.Line(cells))), cell => Assert.True(IsSame(cell.First, cell.Second))));

    [Theory]
    [InlineData("plain", "plain\r\n")]
    [InlineData("a,b", "\"a,b\"\r\n")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"\r\n")]
    [InlineData("=1+1", "'=1+1\r\n")]
    [InlineData("two\nlines", "\"two\nlines\"\r\n")]
    public void A_cell_is_written_as_the_standard_says(string cell, string line) => Assert.Equal(line, Csv.Line([cell]));

    [Fact]
    public void There_are_as_many_cells_as_went_in() => Hostile.Array[1, 6].Sample(cells => Assert.Equal(cells.Length, Read(Csv.Line(cells)).Count));

    private static bool IsSame(string cell, string back) => back == (cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal) ? "'" + cell : cell);

    /// <summary>RFC 4180 read by the letter: one record.</summary>
    private static List<string> Read(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (quoted && line[i] == '"' && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[i++]);
            else if (line[i] == '"') quoted = !quoted;
            else if (!quoted && line[i] == ',') Next();
            else if (!quoted && line[i..] == "\r\n") break;
            else cell.Append(line[i]);
        }

        Next();
        return cells;

        void Next()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }
}
