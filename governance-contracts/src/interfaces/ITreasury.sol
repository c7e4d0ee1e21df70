// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Peg} from "./Types.sol";

/// @title Treasury
/// @notice The protocol's own money: fees in, venues, backstops, spending; and the peg state of the settlement assets.
///
/// A settlement asset is a token with six decimals (the unit of every amount among the parameters) that has a peg feed. The
/// base of a venue's cap and of the liquid floor is what is at hand and, for each venue, the lower of its principal and its
/// value: money given to a venue, or a venue that overstates itself, loosens nothing.
interface ITreasury {
    struct Venue {
        address asset;
        uint16 capBps; // of treasury assets in that token, at most VENUE_CAP
        uint32 exitDelay; // s, as admitted; 0 when it pays at once
        bool selfReported; // its value is the venue's own word
        bool closed;
        uint256 principal; // assets put in and not yet recalled
    }
    struct PegFeed {
        address feed;
        Peg state;
        uint48 since;
        uint256 price8; // last good price read by pokePeg
        uint48 updatedAt; // its time
    }
    /// In one settlement asset.
    /// @param liquid        balance at hand
    /// @param deployed      value in venues, by their own word
    /// @param liabilities   Σ pools max(0, minCapital − totalAssets): what the pools are short of
    /// @param coverageBps   (liquid + deployed) / liabilities, type(uint32).max when none
    struct Health {
        uint256 liquid;
        uint256 deployed;
        uint256 liabilities;
        uint32 coverageBps;
        uint16 largestVenueBps;
        uint16 selfReportedBps;
        Peg worstPeg;
        uint48 oldestPrice;
    }

    event FeesReceived(uint32 indexed poolId, address indexed asset, uint256 amount);
    event BackstopPaid(uint32 indexed poolId, uint64 indexed incidentId, uint256 amount, bool byCouncil);
    event BackstopReturned(uint32 indexed poolId, uint64 indexed incidentId, uint256 amount);
    event VenueAdded(address indexed venue, address indexed asset, uint16 capBps, uint32 exitDelay, bool selfReported);
    event VenueClosed(address indexed venue);
    event Allocated(address indexed venue, uint256 amount, uint256 principal);
    event ExitRequested(address indexed venue, uint256 amount, uint48 readyAt);
    event Recalled(address indexed venue, uint256 amount, int256 profit, uint256 principal);
    event LossRealised(address indexed venue, uint256 amount, uint256 principal);
    event PegFeedSet(address indexed asset, address indexed feed, uint8 decimals);
    /// A good price was read that was not known yet.
    event PegPriced(address indexed asset, uint256 price8, uint48 updatedAt);
    event PegStateChanged(address indexed asset, Peg from, Peg to, uint256 price8, uint48 updatedAt);
    event Spent(address indexed to, address indexed token, uint256 amount, bytes32 memoHash, bool byCouncil);

    error UnknownVenue(address venue);
    error VenueIsClosed(address venue);
    error VenueAlreadyAdded(address venue);
    error BadVenue(address venue);
    /// In assets; at admission in bps.
    error VenueCap(address venue, uint256 after_, uint256 cap);
    error LiquidFloor(uint256 after_, uint256 floor);
    error RecipientForbidden(address to);
    error SpendLimit(uint256 asked, uint256 left);
    error BackstopLimit(uint256 asked, uint256 left);
    error PegNotNormal(address asset);
    error UnknownAsset(address asset);
    error BadFeed(address feed);
    error OutflowsPaused();
    error ZeroAmount();
    error ReasonRequired();
    error NotThePool(uint32 poolId, address caller);
    /// Less arrived than was sent: tokens that take a fee are refused.
    error TransferShort(address token, uint256 sent, uint256 received);
    /// A venue's value is not below its principal.
    error NoLoss(address venue);

    /// @notice Books a fee already transferred here; nothing for a fee of zero. MODULE_COVER.
    function receiveFees(uint32 poolId, uint256 amount) external;
    /// @notice Books what a pool returned of a backstop, already transferred here. MODULE_CLAIMS is not asked: called by the pool itself.
    function receiveReturned(uint32 poolId, uint64 incidentId, uint256 amount) external;

    /// @notice Admits a venue for a settlement asset, or admits a closed one again. A pool of the protocol is no venue. DAO.
    function addVenue(address venue, uint16 capBps, bool selfReported) external;
    /// @notice No further allocation; recalling goes on. COUNCIL_NOW.
    function closeVenue(address venue) external;
    /// @notice Puts assets into a venue: its cap, the liquid floor, a Normal peg and the TREASURY_OUT pause decide. Refused with
    /// BadVenue when the venue now asks for more notice than admitted, or when the shares received are worth less than 99.5 %
    /// of what was paid for them. COUNCIL_DELAYED.
    function allocate(address venue, uint256 amount) external;
    /// @notice Gives notice to a venue that wants it. COUNCIL_NOW.
    function requestExit(address venue, uint256 amount) external;
    /// @notice Takes assets back from a venue; type(uint256).max takes all that can leave now. Profit is what arrived less the
    /// principal of the shares given up. COUNCIL_NOW.
    function recall(address venue, uint256 amount) external;
    /// @notice Writes principal off that a venue has lost (its value is below principal). COUNCIL_NOW.
    function realiseLoss(address venue) external;

    /// @notice Adds the treasury's money to an incident's reserve, above the liquid floor. DAO.
    function backstop(uint32 poolId, uint64 incidentId, uint256 amount) external;
    /// @notice As backstop, up to COUNCIL_BACKSTOP an incident. COUNCIL_DELAYED.
    function backstopAsCouncil(uint32 poolId, uint64 incidentId, uint256 amount) external;
    /// @notice Sends tokens, settlement assets above the liquid floor. Refuses as recipients the treasury itself, the
    /// AccessManager, modules of the protocol, pools and token contracts; refuses to send shares of a venue that still has principal. DAO.
    function spend(address token, address to, uint256 amount, bytes32 memoHash) external;
    /// @notice As spend, settlement assets only, up to COUNCIL_SPEND_EPOCH in any 30 days. COUNCIL_DELAYED.
    function spendAsCouncil(address token, address to, uint256 amount, bytes32 memoHash) external;

    /// @notice Names the price feed of a settlement asset (Chainlink AggregatorV3Interface in US dollars) and reads it. DAO.
    function setPegFeed(address asset, address feed) external;
    /// @notice Reads the feed and moves the state: under PEG_BREAK Depegged, under PEG_WATCH Watch, Normal again only at
    /// PEG_RECOVER or above, and from Depegged to Watch only at PEG_WATCH or above; an answer that is stale, broken or at the
    /// aggregator's limit turns Normal into Watch. Anyone.
    function pokePeg(address asset) external returns (Peg);

    /// @notice The state that pokePeg would answer now: nobody has to poke first. Reverts with UnknownAsset.
    function pegOf(address asset) external view returns (Peg);
    /// @notice The feed and the state as last poked.
    function pegFeed(address asset) external view returns (PegFeed memory);
    function venue(address venue_) external view returns (Venue memory);
    function venueCount() external view returns (uint256);
    function venueAt(uint256 index) external view returns (address);
    function assetCount() external view returns (uint256);
    function assetAt(uint256 index) external view returns (address);
    function health(address asset) external view returns (Health memory);
    /// @return used assets the council spent in the last 30 days, @return limit
    function councilEpoch() external view returns (uint256 used, uint256 limit);
    function backstopOf(uint32 poolId, uint64 incidentId) external view returns (uint256 inAll, uint256 byCouncil);
}
