using NewsSite.Database;

namespace NewsSite.Site;

/// <summary>Somebody who may be credited.</summary>
public sealed record Person(string Slug, string Name, string InUkrainian)
{
    public Wording Wording => new Wording("en", Name).With("uk", InUkrainian);
}

/// <summary>The people of our stories; tests, demo and screenshots know the same ones.</summary>
public static class Cast
{
    /// <summary>The editor.</summary>
    public static readonly Person Olena = new("olena-sydorenko", "Olena Sydorenko", "Олена Сидоренко");

    /// <summary>The publisher.</summary>
    public static readonly Person Marko = new("marko-hnatiuk", "Marko Hnatiuk", "Марко Гнатюк");

    /// <summary>The translator.</summary>
    public static readonly Person Anna = new("anna-melnyk", "Anna Melnyk", "Анна Мельник");

    /// <summary>The columnist.</summary>
    public static readonly Person Vitaliy = new("vitaliy-portnyk", "Vitaliy Portnyk", "Віталій Портник");
}
