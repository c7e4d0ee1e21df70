// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IEligibilityGate} from "./interfaces/IEligibilityGate.sol";

/// @title JurisdictionGate
/// @notice A gate that turns away listed accounts. Off until the DAO names it in the Directory.
contract JurisdictionGate is IEligibilityGate, AccessManaged {
    mapping(address account => bool) public isExcluded;

    event ExclusionSet(address indexed account, bool excluded);

    constructor(address authority) AccessManaged(authority) {}

    /// @notice Lists or unlists accounts. DAO.
    function setExcluded(address[] calldata accounts, bool excluded) external restricted {
        for (uint256 i = 0; i < accounts.length; ++i) {
            isExcluded[accounts[i]] = excluded;
            emit ExclusionSet(accounts[i], excluded);
        }
    }

    /// @inheritdoc IEligibilityGate
    function isEligible(address buyer, address holder, uint32, bytes calldata) external view returns (bool) {
        return !isExcluded[buyer] && !isExcluded[holder];
    }
}
