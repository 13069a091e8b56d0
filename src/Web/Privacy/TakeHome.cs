using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsSite.Accounts;
using NewsSite.Database;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Privacy;

/// <summary>
/// All that is stored about a person, as an archive to take home: one file for programs, one for people, and a table each for spreadsheets.
/// Which tables and columns is the register's word. Rows go from the database to the browser one at a time; nothing is put together anywhere.
/// </summary>
public sealed class TakeHome(NewsDb db, PersonalRegister register, Settings settings)
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task WriteAsync(Stream to, Account account, DateTimeOffset now, CancellationToken stop)
    {
        var person = account.AsPerson();
        await using var archive = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop);
        await WriteFileAsync(archive, "about-me.json", file => WriteJsonAsync(file, person, now, stop), stop);
        await WriteFileAsync(archive, "about-me.html", file => WritePageAsync(file, new(account.Language, settings), person, now, stop), stop);
        foreach (var table in register.Tables) await WriteFileAsync(archive, $"{table.Name}.csv", file => WriteTableAsync(file, table, person, stop), stop);
    }

    /// <summary>A value as programs read it: moments in UTC, bytes in base64; null stays null.</summary>
    public static string? Plain(object? value) => value switch
    {
        null => null,
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static async Task WriteFileAsync(ZipArchive archive, string name, Func<Stream, Task> write, CancellationToken stop)
    {
        await using var file = await archive.CreateEntry(name).OpenAsync(stop);
        await write(file);
    }

    private async Task WriteJsonAsync(Stream file, PersonKey person, DateTimeOffset now, CancellationToken stop)
    {
        await using var json = new Utf8JsonWriter(file, Readable);
        json.WriteStartObject();
        json.WriteString("site", settings.BaseUrl.AbsoluteUri);
        json.WriteString("made", Plain(now));
        foreach (var table in register.Tables)
        {
            json.WriteStartArray(table.Name);
            await foreach (var row in table.RowsOf(db, person).WithCancellation(stop))
            {
                json.WriteStartObject();
                foreach (var column in Exported(table)) WriteValue(json, column.Name, column.ValueIn(row));
                json.WriteEndObject();
                await json.FlushAsync(stop);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, object? value)
    {
        if (value is bool yes) json.WriteBoolean(name, yes);
        else if (value is int or long) json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
        else json.WriteString(name, Plain(value));
    }

    private async Task WriteTableAsync(Stream file, PersonalTable table, PersonKey person, CancellationToken stop)
    {
        await using var text = new StreamWriter(file, new UTF8Encoding(false));
        await text.WriteAsync(Csv.Mark + Csv.Line(Exported(table).Select(c => c.Name)));
        await foreach (var row in table.RowsOf(db, person).WithCancellation(stop)) await text.WriteAsync(Csv.Line(Exported(table).Select(c => Plain(c.ValueIn(row)) ?? "")));
    }

    private async Task WritePageAsync(Stream file, Edition words, PersonKey person, DateTimeOffset now, CancellationToken stop)
    {
        await using var text = new StreamWriter(file, new UTF8Encoding(false));
        var page = new TakeHomePage(words, settings, text);
        await page.BeginAsync(now);
        foreach (var table in register.Tables.Reverse())
        {
            await page.BeginTableAsync(table);
            var number = 0;
            await foreach (var row in table.RowsOf(db, person).WithCancellation(stop)) await page.WriteRowAsync(++number, Exported(table).Select(c => (c.Personal!.What, c.ValueIn(row))));
            await page.EndTableAsync(number);
        }

        await page.EndAsync();
    }

    private static IEnumerable<PersonalColumn> Exported(PersonalTable table) => table.Columns.Where(c => c.IsExported);
}
