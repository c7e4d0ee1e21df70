// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {IRiskPool} from "./interfaces/IRiskPool.sol";
import {Evidence} from "./interfaces/Types.sol";
import {Roles} from "./libraries/Roles.sol";

/// @title Evidence log
/// @notice Append-only record of evidence per incident or claim: nothing in it changes or goes.
abstract contract EvidenceLog {
    /// Longest content address, bytes.
    uint256 public constant MAX_URI_LENGTH = 256;

    error UriTooLong(uint256 length, uint256 max);
    error EvidenceRequired();
    /// Neither a party nor the council, and without enough capital in the pool.
    error NoStake(address account);

    mapping(uint64 refId => Evidence[]) private _evidence;

    function _record(uint64 refId, bytes32 contentHash, string calldata uri, bool afterDeadline)
        internal
        returns (uint256 index)
    {
        if (contentHash == 0) revert EvidenceRequired();
        if (bytes(uri).length > MAX_URI_LENGTH) revert UriTooLong(bytes(uri).length, MAX_URI_LENGTH);
        index = _evidence[refId].length;
        _evidence[refId].push(Evidence(contentHash, msg.sender, uint48(block.timestamp), afterDeadline));
    }

    function _evidenceCount(uint64 refId) internal view returns (uint256) {
        return _evidence[refId].length;
    }

    function _evidenceAt(uint64 refId, uint256 index) internal view returns (Evidence memory) {
        return _evidence[refId][index];
    }

    /// Whether an account has a voice though it is no party: the council, or capital at risk in the pool.
    /// @param stake  least worth of its pool shares, assets
    function _hasVoice(address account, address authority, IRiskPool pool, uint256 stake) internal view returns (bool) {
        (bool council,) = IAccessManager(authority).hasRole(Roles.COUNCIL_NOW, account);
        if (council) return true;
        uint256 shares = pool.balanceOf(account);
        return shares != 0 && pool.convertToAssets(shares) >= stake;
    }
}
