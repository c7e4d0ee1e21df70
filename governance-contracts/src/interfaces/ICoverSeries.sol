// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title CoverSeries
/// @notice Small parametric cover as ERC-1155 units ("a flight delayed two hours pays one dollar a unit"). A series is settled
/// once by its adapter's report; then anyone may push the cash to the holders. Covered is an event after salesEnd and up to
/// eventEnd: whoever buys cannot know it yet, and a report of another period settles nothing.
interface ICoverSeries {
    enum SeriesState {
        None,
        Open,
        Settled,
        Over
    }
    struct Series {
        uint32 poolId;
        uint32 subjectId;
        SeriesState state;
        address adapter;
        uint48 salesEnd;
        uint48 eventEnd;
        uint48 redeemBy; // set at settlement
        uint16 severityBps;
        uint256 unitPayout; // assets a unit at full severity
        uint256 maxUnits;
        uint256 unitsSold;
        uint256 unitsRedeemed;
        uint256 unitPaid; // assets a unit, set once at settlement
        uint256 premiumCollected;
        uint64 incidentId; // reserve in the pool, 0 when nothing is due
        bytes32 termsHash;
    }

    event SeriesOpened(
        uint256 indexed id,
        uint32 indexed poolId,
        uint32 indexed subjectId,
        address adapter,
        uint256 unitPayout,
        uint256 maxUnits,
        uint48 salesEnd,
        uint48 eventEnd,
        bytes32 termsHash
    );
    event UnitsMinted(uint256 indexed id, address indexed to, uint256 units, uint256 premium);
    event SeriesSettled(uint256 indexed id, uint16 severityBps, uint256 unitPaid, uint64 incidentId, uint48 redeemBy);
    event Redeemed(uint256 indexed id, address indexed holder, uint256 units, uint256 assets);
    event SeriesClosed(uint256 indexed id, uint256 unitsUnredeemed);
    /// The pool's drain window was empty: the time to redeem is longer.
    event RedemptionWaits(uint256 indexed id, address indexed holder, uint48 redeemBy);

    error UnknownSeries(uint256 id);
    error BadSeries(bytes32 why);
    error SalesOver(uint256 id, uint48 at);
    error SalesClosed(uint32 poolId, bytes32 why);
    error SoldOut(uint256 id, uint256 left);
    error PremiumAboveMax(uint256 premium, uint256 max);
    error TooEarly(uint256 id, uint48 at);
    error NotSettled(uint256 id);
    error AlreadySettled(uint256 id);
    error NotConclusive(uint256 id);
    error NothingToRedeem(uint256 id, address holder);
    error RedemptionOver(uint256 id, uint48 at);
    error PayoutPaused(uint32 poolId);
    error NotEligible(address buyer);
    error ZeroUnits();

    /// @notice Opens a series on a Listed parametric subject with a bound adapter. DAO.
    function open(
        uint32 poolId,
        uint32 subjectId,
        address adapter,
        uint256 unitPayout,
        uint256 maxUnits,
        uint48 salesEnd,
        uint48 eventEnd,
        bytes32 termsHash
    ) external returns (uint256 id);
    /// @notice Buys units; cover of units × unitPayout is locked. The premium runs from now to eventEnd.
    function mint(uint256 id, uint256 units, uint256 maxPremium, address to) external returns (uint256 premium);
    /// @notice Settles once, after salesEnd, by a conclusive report. Triggered pays severity × unitPayout (less where the pool's
    /// cap binds); NotTriggered later than a day after eventEnd pays nothing. Anyone.
    function settle(uint256 id, bytes calldata data) external;
    /// @notice Burns a holder's units and sends the cash to that holder: all of them, or as many as the pool's drain window
    /// allows. Anyone may push it. When the window allows none, returns 0 and the series stays redeemable for 7 more days.
    function redeem(uint256 id, address holder) external returns (uint256 assets);
    /// @notice Ends a settled series when all units are redeemed or redeemBy has passed, or one that never settled 30 days after
    /// eventEnd; releases what is left. Anyone.
    function close(uint256 id) external;

    function series(uint256 id) external view returns (Series memory);
    function seriesCount() external view returns (uint256);
    function premiumOf(uint256 id, uint256 units) external view returns (uint256);
}
