using System.Globalization;
using NewsSite.Bench;

// By hand, never in the gate: figures are compared within one run on one machine, see docs/benchmarks.md.
switch (args)
{
    case ["archive", var file, var articles]:
        await Archive.WriteAsync(file, int.Parse(articles, CultureInfo.InvariantCulture));
        return 0;
    case ["pages", var address, var rounds]:
        await Pages.MeasureAsync(new Uri(address), int.Parse(rounds, CultureInfo.InvariantCulture));
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: archive FILE ARTICLES | pages ADDRESS ROUNDS");
        return 2;
}
