package org.breakwater.core.compose;

/// What a person writes or chooses in a template. The value is kept as it was written.
public enum Input {
    /// A parameter's key, by its name in the registry: `INCIDENT_CAP`.
    PARAMETER,
    /// Where a parameter's value holds: the scope as the registry has it, in hexadecimal digits.
    SCOPE,
    /// A value of a parameter in its own unit, as {@link WrittenValue} reads it.
    VALUE,
    /// The number of a change in the parameter registry.
    CHANGE,
    /// The number of an incident.
    INCIDENT,
    /// The number of a claim.
    CLAIM,
    /// The number of an assertion of the optimistic adapter.
    ASSERTION,
    /// The number of a pool.
    POOL,
    /// The number of a subject.
    SUBJECT,
    /// The number of a pause.
    PAUSE,
    /// `accept` or `reject`.
    VERDICT,
    /// A time in UTC: `2026-11-20 14:02`.
    OCCURRED_AT,
    /// A share of loss in percent.
    SEVERITY,
    /// The address of a token.
    TOKEN,
    /// An amount in whole tokens, with decimals; `all` where a template takes everything.
    AMOUNT,
    /// Who gets something.
    RECIPIENT,
    /// A venue of the treasury.
    VENUE,
    /// A trigger adapter.
    ADAPTER,
    /// A contract that is called.
    TARGET,
    /// Ether that goes with a call.
    ETHER,
    /// Calldata in hexadecimal digits.
    DATA,
    /// The interface of a contract: JSON, or one signature.
    INTERFACE,
    /// Which function of an interface: its signature in canonical form.
    FUNCTION,
    /// The arguments of a function, each in a line of its own.
    ARGUMENTS,
    /// Something that was announced in the AccessManager, by its id.
    OPERATION,
    /// Earliest time of something that is announced, in UTC; empty for as soon as the role's delay allows.
    NOT_BEFORE,
    /// How long something lasts, such as `36 h`.
    DURATION,
    /// Votes, in whole tokens.
    VOTES,
    /// Percent of the voting tokens, a whole number.
    QUORUM,
    /// An owner of the Safe.
    OWNER,
    /// Somebody who is to be an owner.
    NEW_OWNER,
    /// How many owners must sign.
    THRESHOLD,
    /// A module of the Safe.
    MODULE,
    /// A guard; empty for none.
    GUARD,
    /// A contract that answers for the Safe what it does not answer itself; empty for none.
    HANDLER,
    /// Why, in words whose hash goes on chain.
    REASON
}
