using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NewsSite.Database;

/// <summary>How plain values are stored, once for all rooms and both databases.</summary>
internal static class Conventions
{
    public static void Apply(ModelConfigurationBuilder conventions)
    {
        // SQLite cannot order a DateTimeOffset: UTC ticks order the same everywhere.
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        conventions.Properties<DateOnly>().HaveConversion<IsoDate>().HaveMaxLength(10);
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(24);
        conventions.Properties<Wording>().HaveConversion<WordingJson>();
    }

    /// <summary>The database refuses what the program should never have sent: unknown words of an enum, over-long text.</summary>
    public static void Check(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is not { } table) continue;
            var store = StoreObjectIdentifier.Table(table, entity.GetSchema());

            foreach (var property in entity.GetDeclaredProperties())
            {
                var column = property.GetColumnName(store)!;
                var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                if (type.IsEnum)
                    entity.AddCheckConstraint($"CK_{table}_{column}_known", $"\"{column}\" IN ('{string.Join("','", Enum.GetNames(type))}')");
                else if (property.GetMaxLength() is { } most && type != typeof(byte[]))
                    entity.AddCheckConstraint($"CK_{table}_{column}_length", $"length(\"{column}\") <= {most}");
            }
        }
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class IsoDate() : ValueConverter<DateOnly, string>(
        date => date.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        text => DateOnly.ParseExact(text, "O", System.Globalization.CultureInfo.InvariantCulture));

    private sealed class WordingJson() : ValueConverter<Wording, string>(wording => wording.ToJson(), json => Wording.FromJson(json));
}
