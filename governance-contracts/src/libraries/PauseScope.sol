// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title PauseScope
/// @notice What the guardian can stop, as bits. Governance, votes, cancels and refunds have no bit: they cannot be stopped.
library PauseScope {
    uint16 internal constant BUY = 1;
    uint16 internal constant DEPOSIT = 2;
    uint16 internal constant WITHDRAW = 4;
    uint16 internal constant DETECT = 8;
    uint16 internal constant SUBMIT = 16;
    uint16 internal constant PAYOUT = 32;
    uint16 internal constant TREASURY_OUT = 64;
    uint16 internal constant PARAM_LOOSEN = 128;

    uint16 internal constant ALL = 255;
    uint8 internal constant COUNT = 8;
}
