// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";

/// @title Protocol module
/// @notice A contract that asks the AccessManager who may call it and the Directory where its peers are.
abstract contract ProtocolModule is AccessManaged {
    /// An AccessManager or Directory without code.
    error NotAContract(address account);

    /// Where the module finds its peers.
    IDirectory public immutable directory;

    /// @param authority_  AccessManager
    constructor(address authority_, IDirectory directory_) AccessManaged(authority_) {
        if (authority_.code.length == 0) revert NotAContract(authority_);
        if (address(directory_).code.length == 0) revert NotAContract(address(directory_));
        directory = directory_;
    }
}
