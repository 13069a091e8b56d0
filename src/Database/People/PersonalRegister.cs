using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace NewsSite.Database;

/// <summary>Every table about people and every column of theirs, read from the model: what export, erasure and the privacy page go by.</summary>
public sealed class PersonalRegister(IModel model)
{
    /// <summary>Those that others point at come last, so that rows can be taken out in this order.</summary>
    public IReadOnlyList<PersonalTable> Tables { get; } =
    [
        .. model.GetEntityTypes().Where(e => e.ClrType.GetCustomAttribute<AboutPersonAttribute>() is not null)
            .OrderBy(e => e.GetReferencingForeignKeys().Any()).ThenBy(e => e.ClrType.Name, StringComparer.Ordinal).Select(PersonalTable.Of),
    ];

    /// <summary>Forgets a person, in the caller's transaction: takes out their rows, and empties columns in those that stay.</summary>
    /// <returns>How many rows that was.</returns>
    public async Task<int> EraseAsync(NewsDb db, PersonKey person, CancellationToken stop)
    {
        var rows = 0;
        foreach (var table in Tables) rows += await table.EraseAsync(db, person, stop);
        return rows;
    }
}

/// <summary>A column of a table about people, its key left out.</summary>
public sealed class PersonalColumn
{
    private readonly IProperty property;

    internal PersonalColumn(IProperty property)
    {
        this.property = property;
        Personal = property.PropertyInfo?.GetCustomAttribute<PersonalAttribute>();
        NotPersonal = property.PropertyInfo?.GetCustomAttribute<NotPersonalAttribute>();
    }

    public string Name => property.Name;

    /// <summary>Null when it says nothing about the person.</summary>
    public PersonalAttribute? Personal { get; }

    public NotPersonalAttribute? NotPersonal { get; }

    public bool IsExported => Personal is { IsExported: true };

    public object? ValueIn(object row) => property.PropertyInfo!.GetValue(row);

    internal IProperty Property => property;

    internal object? Blank => property.IsNullable ? null : Personal!.Blank;
}
