namespace NewsSite.Database;

/// <summary>Whose rows are looked for.</summary>
/// <param name="AccountId">The account's number.</param>
/// <param name="Address">The e-mail address; null when there is none.</param>
/// <param name="AddressHash">The address as tables hold it that do not keep it.</param>
public sealed record PersonKey(int AccountId, string? Address, string? AddressHash);
