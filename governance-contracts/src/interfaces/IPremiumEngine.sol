// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title PremiumEngine
/// @notice Price of cover. rate = base(level) [+ risk] [+ utilisation + surge], by the pool's mode; raised to RATE_FLOOR.
/// Cover that should cost more than RATE_CEILING without the surge is not sold; the surge, which buyers make, raises the
/// rate to the ceiling at most, so that nobody can buy a subject's sales shut.
/// premium = ⌈cover × rate × duration / (1e4 × 365 d)⌉; the three parts add up to it exactly.
interface IPremiumEngine {
    enum Mode {
        Fixed,
        RuleBased,
        UsageAdjusted
    }
    struct Quote {
        uint256 premium;
        uint16 rateBps;
        uint16 baseBps;
        uint16 riskBps;
        uint16 utilisationBps;
        uint16 surgeBps;
        uint256 toPool;
        uint256 toTreasury;
        uint256 toDistributor;
        uint48 validUntil; // this block's time: a price holds for the block it was asked in
    }

    /// @param exact  the surge in bps × 86,400, as kept
    event SurgeMoved(uint32 indexed poolId, uint32 indexed subjectId, uint16 surgeBps, uint256 exact, uint48 at);

    error RateOutOfBand(uint256 rateBps, uint16 floor, uint16 ceiling);
    error DurationOutOfRange(uint32 duration, uint32 min, uint32 max);
    error ZeroCover();

    /// @notice Price now. Reverts when it cannot be sold at any price; does not check capacity.
    function quote(uint32 poolId, uint32 subjectId, uint256 cover, uint32 duration, address distributor)
        external
        view
        returns (Quote memory);
    /// @notice As quote, for an annual rate only: the basis of account cover and series.
    function rate(uint32 poolId, uint32 subjectId) external view returns (uint16 rateBps);
    /// @notice Same figures as quote in the same state; also moves the surge by the share sold of
    /// the subject's largest cover (SUBJECT_CONCENTRATION of net assets). MODULE_COVER.
    function consume(uint32 poolId, uint32 subjectId, uint256 cover, uint32 duration, address distributor)
        external
        returns (Quote memory);
    /// @notice Surge now, after decay. bps per year.
    function surge(uint32 poolId, uint32 subjectId) external view returns (uint16);
}
