using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Metadata;
using NewsSite.Database;

namespace NewsSite.Site.House;

/// <summary>What a model forgets to say about people.</summary>
internal static partial class PersonalFaults
{
    private static readonly string[] OfSomebody = ["AccountId", "ActorId", "UserId", "ReaderId", "PatronId", "PersonId", "Email", "EmailHash"];

    /// <param name="model">Whole.</param>
    /// <param name="said">The keys of the words on screen.</param>
    /// <param name="isPublic">Columns that sound personal and are not, with the reason.</param>
    public static IEnumerable<string> In(IModel model, IReadOnlySet<string> said, IReadOnlyDictionary<string, string> isPublic) =>
        model.GetEntityTypes().Where(e => !e.IsOwned()).SelectMany(e => About(e) is { } about ? OfRegistered(e, about, said) : OfUnregistered(e))
            .Concat(model.GetEntityTypes().SelectMany(e => Sounding(e, isPublic)));

    private static AboutPersonAttribute? About(IReadOnlyTypeBase entity) => entity.ClrType.GetCustomAttribute<AboutPersonAttribute>();

    private static IEnumerable<string> OfRegistered(IEntityType entity, AboutPersonAttribute about, IReadOnlySet<string> said)
    {
        var name = entity.ClrType.Name;
        var columns = entity.GetProperties().Where(p => !p.IsPrimaryKey()).Select(p => (Property: p, Personal: p.PropertyInfo?.GetCustomAttribute<PersonalAttribute>())).ToList();
        var stays = columns.Any(c => c.Personal is { Erasure: not Erasure.RowDeleted });
        if (about.AccountColumn is { } key && entity.FindProperty(key) is null) yield return $"{name}: no column {key}";
        if (about.AccountColumn is null && columns.All(c => c.Personal is null or { Finds: FoundBy.Nothing })) yield return $"{name}: nothing finds its person's rows";
        foreach (var word in new[] { $"PersonalTable.{name}", $"PersonalKept.{name}" }.Where(w => !said.Contains(w))) yield return $"{name}: {word} is in no language";
        if (columns.Any(c => c.Personal is { Erasure: Erasure.Kept }) && !said.Contains($"PersonalWhy.{name}")) yield return $"{name}: PersonalWhy.{name} is in no language";
        foreach (var owned in entity.GetReferencingForeignKeys().Where(k => k.IsOwnership)) yield return $"{name}: owns {owned.DeclaringEntityType.ClrType.Name}, which the register does not read";
        foreach (var (property, personal) in columns)
            foreach (var fault in OfColumn(property, personal, stays, said)) yield return $"{name}.{property.Name}: {fault}";
    }

    private static IEnumerable<string> OfColumn(IProperty property, PersonalAttribute? personal, bool stays, IReadOnlySet<string> said)
    {
        var isNot = property.PropertyInfo?.GetCustomAttribute<NotPersonalAttribute>();
        if (personal is null && isNot is null) yield return "neither [Personal] nor [NotPersonal]";
        if (personal is not null && isNot is not null) yield return "both [Personal] and [NotPersonal]";
        if (isNot is { Because.Length: 0 }) yield return "not personal, and nobody says why not";
        if (personal is null) yield break;
        if (personal.Erasure == Erasure.Kept && string.IsNullOrWhiteSpace(personal.Because)) yield return "kept, and nobody says why";
        if (personal.Erasure == Erasure.RowDeleted && stays) yield return "goes with its row, but the row stays";
        if (personal.Erasure == Erasure.Blanked && !property.IsNullable && property.ClrType != typeof(string)) yield return "cannot be emptied";
        if (!said.Contains($"Personal.{personal.What}")) yield return $"Personal.{personal.What} is in no language";
    }

    private static IEnumerable<string> OfUnregistered(IEntityType entity) =>
        from property in entity.GetProperties()
        where OfSomebody.Contains(property.Name) || property.GetContainingForeignKeys().Any(k => IsAccounts(k.PrincipalEntityType))
        select $"{entity.ClrType.Name}: has {property.Name}, and no [AboutPerson]";

    /// <summary>The accounts' own table names its key.</summary>
    private static bool IsAccounts(IEntityType entity) => About(entity)?.AccountColumn is { } key && entity.FindPrimaryKey()?.Properties is [{ } only] && only.Name == key;

    private static IEnumerable<string> Sounding(IEntityType entity, IReadOnlyDictionary<string, string> isPublic) =>
        from property in entity.GetProperties()
        where (property.GetValueConverter()?.ProviderClrType ?? property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) == typeof(string)
        where Personal().IsMatch(property.Name) && !isPublic.ContainsKey($"{entity.ClrType.Name}.{property.Name}")
        where About(entity) is null || property.PropertyInfo?.GetCustomAttribute<PersonalAttribute>() is null
        select $"{entity.ClrType.Name}.{property.Name}: sounds personal, and is not registered";

    [GeneratedRegex("(^|[a-z])(E?[Mm]ail|Phone|Address|Ip|UserAgent|Agent|Network|Device|Name|Surname|Author|Birth|City|Postcode|Iban|Reader|Person)(?![a-z])")]
    private static partial Regex Personal();
}
