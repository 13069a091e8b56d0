namespace NewsSite.Accounts;

/// <summary>The words of the audit log.</summary>
public static class Acts
{
    public const string SignedIn = "session.started";
    public const string SignedOut = "session.ended";
    public const string SessionsEnded = "sessions.ended";
    public const string AccountMade = "account.made";
    public const string AddressChanged = "account.address-changed";
    public const string Exported = "account.exported";
    public const string Erased = "account.erased";
    public const string PasskeyAdded = "passkey.added";
    public const string PasskeyRemoved = "passkey.removed";
    public const string AuthenticatorSet = "authenticator.set";
    public const string RecoveryCodesMade = "recovery-codes.made";
    public const string GlassBroken = "staff.glass-broken";
    public const string ProofFailed = "staff.proof-failed";
    public const string Invited = "staff.invited";
    public const string RoleChanged = "staff.role-changed";
    public const string StaffClosed = "staff.closed";
    public const string JobRetried = "job.retried";
    public const string JobDropped = "job.dropped";
    public const string BounceLifted = "mail.bounce-lifted";
    public const string LogExported = "log.exported";

    public static IReadOnlyList<string> All { get; } =
    [
        SignedIn, SignedOut, SessionsEnded, AccountMade, AddressChanged, Exported, Erased, PasskeyAdded, PasskeyRemoved, AuthenticatorSet, RecoveryCodesMade,
        GlassBroken, ProofFailed, Invited, RoleChanged, StaffClosed, JobRetried, JobDropped, BounceLifted, LogExported,
    ];
}
