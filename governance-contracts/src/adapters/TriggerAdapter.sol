// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IDirectory} from "../interfaces/IDirectory.sol";
import {ITriggerAdapter} from "../interfaces/ITriggerAdapter.sol";
import {Observation, Verdict} from "../interfaces/Types.sol";
import {ProtocolModule} from "../ProtocolModule.sol";

/// @title Trigger adapter
/// @notice What every adapter shares: bounded input, and an event whenever a reading changed what is stored.
abstract contract TriggerAdapter is ITriggerAdapter, ProtocolModule {
    /// Longest input of a reading, bytes.
    uint256 public constant MAX_DATA_LENGTH = 8192;

    constructor(address authority_, IDirectory directory_) ProtocolModule(authority_, directory_) {}

    /// @inheritdoc ITriggerAdapter
    function observe(uint32 subjectId, bytes calldata data) external view returns (Observation memory) {
        _requireShort(data);
        return _observe(subjectId, data);
    }

    /// @inheritdoc ITriggerAdapter
    function commitObservation(uint32 subjectId, bytes calldata data) external returns (Observation memory reading) {
        _requireShort(data);
        bool changed;
        (reading, changed) = _commit(subjectId, data);
        if (changed) emit Observed(subjectId, msg.sender, reading);
    }

    function _observe(uint32 subjectId, bytes calldata data) internal view virtual returns (Observation memory);

    /// @return reading  as _observe
    /// @return changed  whether anything was stored
    function _commit(uint32 subjectId, bytes calldata data)
        internal
        virtual
        returns (Observation memory reading, bool changed);

    /// A reading that says nothing but how it failed.
    function _inconclusive(Verdict verdict, int256 value, int256 threshold, bytes32 dataHash)
        internal
        view
        returns (Observation memory)
    {
        return Observation(verdict, uint48(block.timestamp), 0, 0, value, threshold, dataHash);
    }

    function _triggered(uint48 occurredAt, uint256 severityBps, int256 value, int256 threshold, bytes32 dataHash)
        internal
        view
        returns (Observation memory)
    {
        return Observation(
            Verdict.Triggered, uint48(block.timestamp), occurredAt, uint16(severityBps), value, threshold, dataHash
        );
    }

    function _requireShort(bytes calldata data) private pure {
        if (data.length > MAX_DATA_LENGTH) revert ReportTooLong(data.length, MAX_DATA_LENGTH);
    }
}
