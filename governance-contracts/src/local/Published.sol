// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

// Contracts of OpenZeppelin that a deployment publishes as they are: naming them here has them compiled with ours.
import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
