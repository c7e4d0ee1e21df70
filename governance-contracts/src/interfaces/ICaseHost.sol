// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IRiskPool} from "./IRiskPool.sol";
import {CaseOutcome} from "./Types.sol";

/// @title Case host
/// @notice What opens cases at the tribunal and takes their verdicts: Incidents and Claims.
interface ICaseHost {
    /// @notice Verdict of a case. MODULE_TRIBUNAL.
    /// @param refId       incident or claim
    /// @param amountBps   decided share: of the insured amount (severity) for an incident, of the requested sum for a claim; 0 unless Accepted
    /// @param occurredAt  decided time of the event; 0 for claims and unless Accepted
    function onVerdict(uint64 caseId, uint64 refId, CaseOutcome outcome, uint16 amountBps, uint48 occurredAt) external;
    /// @notice Whether this account may not vote on the case: claimant, payee, holder, detector or challenger.
    function isConflicted(uint64 refId, address voter) external view returns (bool);
    /// @notice What the tribunal needs to know before it takes evidence.
    /// @return open    whether the incident or claim is still undecided or can still be disputed
    /// @return party   whether the account may speak as one who is concerned
    /// @return caseId  the case that runs or ran last, 0 when none
    /// @return pool    the pool in which others must have a stake to speak
    /// @return stake   least worth of their shares, assets
    function evidenceDesk(uint64 refId, address account)
        external
        view
        returns (bool open, bool party, uint64 caseId, IRiskPool pool, uint256 stake);
}
