using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace NewsSite.Web.Editions;

/// <summary>The paper in one language: its addresses, its words, its dates. Views call it `Here`.</summary>
public sealed class Edition
{
    private readonly Words words;
    private readonly TimeZoneInfo zone;

    public Edition(string language, Settings settings)
    {
        Language = language;
        words = Words.In(language);
        zone = settings.TimeZone;
        Prefix = language == settings.Language ? "" : "/" + language;
        Culture = CultureOf(language);
    }

    /// <summary>IETF language tag of the articles.</summary>
    public string Language { get; }

    /// <summary>The language of the words around them: English where the edition has none of its own.</summary>
    public string WordsLanguage => words.Language;

    public CultureInfo Culture { get; }

    /// <summary>Empty for the site's own language, else `/uk`.</summary>
    public string Prefix { get; }

    public string Direction => DirectionOf(Language);

    /// <summary>Set when the words are not in the edition's own language, to mark them so.</summary>
    public string? ForeignWords => WordsLanguage == Language ? null : WordsLanguage;

    public string this[string key] => words[key];

    public static string DirectionOf(string language) => CultureOf(language).TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The words with their `{0}`, `{1}` filled in.</summary>
    public string Say(string key, params object[] parts) => string.Format(Culture, words[key], parts);

    /// <summary>A counted thing in its right form, the number written as the culture does.</summary>
    public string Count(string key, long n) => string.Format(Culture, words.Count(key, n), n);

    /// <summary>The word for a value of the field, such as a role.</summary>
    public string Of(Enum value) => words[$"{value.GetType().Name}.{value}"];

    /// <summary>Whether the field's value has a word for people.</summary>
    public bool Knows(Enum value) => words.Keys.Contains($"{value.GetType().Name}.{value}");

    /// <summary>An address in this edition.</summary>
    public string Link(string path) => path == "/" && Prefix.Length > 0 ? Prefix : Prefix + path;

    /// <summary>The day with its weekday, as it stands under a masthead.</summary>
    public string Date(DateTimeOffset at) => Local(at).ToString(words["DateFormat.Full"], Culture);

    public string Date(DateOnly day) => day.ToString(words["DateFormat"], Culture);

    public string ShortDate(DateTimeOffset at) => Local(at).ToString("d MMM yyyy", Culture);

    public string Time(DateTimeOffset at) => Local(at).ToString("t", Culture);

    /// <summary>A `time` element: words for people, UTC for programs.</summary>
    public IHtmlContent TimeElement(DateTimeOffset at, bool withTime = false) => Element(at, withTime ? $"{LongDate(at)}, {Time(at)}" : LongDate(at));

    /// <summary>A `time` element for lists: today's by the hour, older ones by the day.</summary>
    public IHtmlContent Moment(DateTimeOffset at, DateTimeOffset now) => Element(at, Day(at) == Day(now) ? Time(at) : ShortDate(at));

    /// <summary>The name of a language in the edition's own words, such as "Ukrainian".</summary>
    public string NameOf(string language) => words.Keys.Contains($"Language.{language}") ? words[$"Language.{language}"] : CultureOf(language).EnglishName;

    /// <summary>Such as "Translated from Ukrainian".</summary>
    public string TranslatedFrom(string? language) => words[words.Keys.Contains($"LanguageFrom.{language}") ? $"LanguageFrom.{language}" : "Source.Translation"];

    /// <summary>A language by its own name, such as "Українська".</summary>
    public static string OwnNameOf(string language)
    {
        var culture = CultureOf(language.Split('-')[0] == "en" ? "en-US" : language);
        var name = (culture.IsNeutralCulture ? culture : culture.Parent).NativeName;
        return name.Length == 0 ? language : culture.TextInfo.ToUpper(name[0]) + name[1..];
    }

    /// <summary>The moment a day begins on the paper's clocks.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    private static TagBuilder Element(DateTimeOffset at, string words)
    {
        var time = new TagBuilder("time");
        time.Attributes["datetime"] = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        time.InnerHtml.Append(words);
        return time;
    }

    private string LongDate(DateTimeOffset at) => Local(at).ToString(words["DateFormat"], Culture);

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);

    private static CultureInfo CultureOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
