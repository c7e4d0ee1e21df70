// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ClaimState, IncidentState} from "../../src/interfaces/Types.sol";
import {IClaims} from "../../src/interfaces/IClaims.sol";
import {IIncidents} from "../../src/interfaces/IIncidents.sol";
import {Vm} from "../Base.sol";
import {ProtocolWorld} from "./ProtocolWorld.sol";

/// @notice What the handlers remember for the invariants: how often each act ran, every step of the two state machines, how the
/// share prices moved, and the first promise of each invariant that broke inside an act, where a revert would only be counted.
abstract contract InvariantLog is ProtocolWorld {
    uint256 internal constant PRICE_UNIT = 1e15;

    mapping(bytes32 act => uint256) public calls;
    mapping(uint256 invariant => string) public broken;

    modifier counted(bytes32 act) {
        uint256[6] memory before = _sharePrices();
        vm.recordLogs();
        _;
        _checkSteps(vm.getRecordedLogs());
        if (!_mayLose(act)) _checkSharePrices(before);
        calls[act] += 1;
    }

    function _check(bool holds, string memory what, uint256 invariant) internal {
        if (!holds && bytes(broken[invariant]).length == 0) broken[invariant] = what;
    }

    function _checkSteps(Vm.Log[] memory logs) private {
        for (uint256 n = 0; n < logs.length; ++n) {
            if (logs[n].topics.length == 0) continue;
            if (logs[n].topics[0] == IClaims.ClaimStateChanged.selector) {
                (ClaimState from, ClaimState to) = abi.decode(logs[n].data, (ClaimState, ClaimState));
                _check(_claimMay(from, to), "a claim took a step that does not exist", 9);
            } else if (logs[n].topics[0] == IIncidents.IncidentStateChanged.selector) {
                (IncidentState from, IncidentState to) = abi.decode(logs[n].data, (IncidentState, IncidentState));
                _check(_incidentMay(from, to), "an incident took a step that does not exist", 9);
            }
        }
    }

    function _claimMay(ClaimState from, ClaimState to) private pure returns (bool) {
        if (from == ClaimState.Submitted) {
            return to == ClaimState.AutoApproved || to == ClaimState.Escalated || to == ClaimState.Withdrawn
                || to == ClaimState.Denied;
        }
        if (from == ClaimState.Escalated) return to == ClaimState.InVote;
        if (from == ClaimState.InVote) {
            return to == ClaimState.Approved || to == ClaimState.Denied || to == ClaimState.CouncilReview;
        }
        if (from == ClaimState.CouncilReview) {
            return to == ClaimState.Approved || to == ClaimState.Denied || to == ClaimState.Escalated;
        }
        if (from == ClaimState.Approved || from == ClaimState.AutoApproved) {
            return to == ClaimState.Paid || to == ClaimState.Expired || to == ClaimState.Escalated;
        }
        // an appeal
        if (from == ClaimState.Denied) return to == ClaimState.Escalated;
        return false;
    }

    function _incidentMay(IncidentState from, IncidentState to) private pure returns (bool) {
        if (from == IncidentState.None) return to == IncidentState.Detected;
        if (from == IncidentState.Detected) {
            return to == IncidentState.Confirmed || to == IncidentState.Escalated || to == IncidentState.Lapsed;
        }
        if (from == IncidentState.Confirmed) return to == IncidentState.Settling || to == IncidentState.Escalated;
        if (from == IncidentState.Escalated) {
            return to == IncidentState.Settling || to == IncidentState.Rejected || to == IncidentState.CouncilReview;
        }
        if (from == IncidentState.CouncilReview) {
            return to == IncidentState.Settling || to == IncidentState.Rejected || to == IncidentState.Escalated;
        }
        if (from == IncidentState.Settling) return to == IncidentState.Closed;
        return false;
    }

    /// Acts that set a reserve aside or pay: in them, and only in them, a share may lose.
    function _mayLose(bytes32 act) private pure returns (bool) {
        return act == "detect" || act == "pay" || act == "endClaim" || act == "settleSeries" || act == "redeemSeries";
    }

    function _sharePrices() private view returns (uint256[6] memory prices) {
        for (uint256 n = 0; n < prices.length; ++n) {
            prices[n] = protocol.pools[n].convertToAssets(PRICE_UNIT);
        }
    }

    function _checkSharePrices(uint256[6] memory before) private {
        uint256[6] memory now_ = _sharePrices();
        for (uint256 n = 0; n < now_.length; ++n) {
            _check(now_[n] >= before[n], "a share lost value without a payment", 25);
        }
    }
}
