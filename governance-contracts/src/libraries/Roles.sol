// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title Roles
/// @notice Role ids in the AccessManager. A selector has one role and a member one delay there, so whatever serves two
/// authorities is split into two functions, and the council holds two roles that differ only in their delay.
library Roles {
    /// Root of the AccessManager: roles and the function map. Member: the Timelock alone.
    uint64 internal constant ADMIN = 0;
    /// What the token holders decided; the delay lies in the Timelock. Member: the Timelock alone.
    uint64 internal constant DAO = 10;
    /// The council Safe at once: decisions inside a case, cancelling, recalling from venues, lifting pauses.
    uint64 internal constant COUNCIL_NOW = 20;
    /// The council Safe after 24 hours: whatever moves value out or loosens.
    uint64 internal constant COUNCIL_DELAYED = 21;
    /// The guardian Safe: pauses and adapter quarantine; may cancel what the council scheduled.
    uint64 internal constant GUARDIAN = 30;
    /// Attests risk inputs, proposes parameter changes, tightens. Members: the stewards' Safe or accounts, and the council Safe.
    uint64 internal constant RISK_STEWARD = 40;
    /// Incidents, Claims and CoverSeries: reserve, pay and release in a pool.
    uint64 internal constant MODULE_CLAIMS = 60;
    /// Underwriting, AccountCover and CoverSeries: lock and release cover, bring premiums.
    uint64 internal constant MODULE_COVER = 61;
    /// The tribunal: delivers verdicts.
    uint64 internal constant MODULE_TRIBUNAL = 62;
    /// The treasury: brings a backstop into a pool's incident.
    uint64 internal constant MODULE_TREASURY = 63;
    /// Wallets, exchanges and vaults that switch cover on for their accounts.
    uint64 internal constant INTEGRATOR = 70;
}
