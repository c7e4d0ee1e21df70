// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";
import {ERC1155Supply} from "@openzeppelin/contracts/token/ERC1155/extensions/ERC1155Supply.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ICoverSeries} from "./interfaces/ICoverSeries.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IEligibilityGate} from "./interfaces/IEligibilityGate.sol";
import {IRiskPool} from "./interfaces/IRiskPool.sol";
import {ITreasury} from "./interfaces/ITreasury.sol";
import {ITriggerAdapter} from "./interfaces/ITriggerAdapter.sol";
import {Kind, Observation, Status, Verdict} from "./interfaces/Types.sol";
import {ParameterKeys} from "./libraries/ParameterKeys.sol";
import {ParameterScope} from "./libraries/ParameterScope.sol";
import {PauseScope} from "./libraries/PauseScope.sol";
import {PremiumMath} from "./libraries/PremiumMath.sol";
import {SolvencyMath} from "./libraries/SolvencyMath.sol";
import {ProtocolModule} from "./ProtocolModule.sol";

/// @title CoverSeries
/// @notice See ICoverSeries. A series' number is its token id and the number of its lock in the pool; with the top bit of a uint64
/// set it is the number of its reserve there, so that it never meets an incident's.
contract CoverSeries is ERC1155Supply, ICoverSeries, ProtocolModule, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// Longest time, s, from opening to the end of the event: premiums stream no farther.
    uint48 public constant MAX_TERM = 365 days;
    /// Time, s, after the event in which a report may still come before silence counts as "did not happen".
    uint48 public constant REPORT_GRACE = 1 days;
    /// Time, s, after the event after which a series that nothing settled is over.
    uint48 public constant SETTLE_WITHIN = 30 days;
    /// Time, s, that a redemption which met an empty drain window adds.
    uint48 public constant WAIT_EXTENSION = 7 days;
    uint64 private constant RESERVE = 1 << 63;
    /// Why a series cannot be opened.
    bytes32 private constant SUBJECT = "SUBJECT";
    bytes32 private constant TIMES = "TIMES";
    bytes32 private constant UNITS = "UNITS";

    uint256 private _seriesCount;
    mapping(uint256 id => Series) private _series;
    /// What pauses of payouts can do to a series, as pinned at settlement.
    /// @param before  s for which payouts had been paused until then
    /// @param most    s by which pauses delay its redemptions in all
    struct PausedTime {
        uint128 before;
        uint128 most;
    }

    mapping(uint256 id => PausedTime) private _pausedTime;

    constructor(address authority_, IDirectory directory_) ERC1155("") ProtocolModule(authority_, directory_) {}

    /// @inheritdoc ICoverSeries
    function open(
        uint32 poolId,
        uint32 subjectId,
        address adapter,
        uint256 unitPayout,
        uint256 maxUnits,
        uint48 salesEnd,
        uint48 eventEnd,
        bytes32 termsHash
    ) external restricted returns (uint256 id) {
        _requireInsurable(poolId, subjectId, adapter);
        if (salesEnd <= block.timestamp || eventEnd <= salesEnd || eventEnd > block.timestamp + MAX_TERM) {
            revert BadSeries(TIMES);
        }
        if (unitPayout == 0 || maxUnits == 0 || unitPayout > type(uint128).max || maxUnits > type(uint128).max) {
            revert BadSeries(UNITS);
        }
        if (termsHash == 0) revert BadSeries("TERMS");
        id = ++_seriesCount;
        Series storage s = _series[id];
        s.poolId = poolId;
        s.subjectId = subjectId;
        s.state = SeriesState.Open;
        s.adapter = adapter;
        s.salesEnd = salesEnd;
        s.eventEnd = eventEnd;
        s.unitPayout = unitPayout;
        s.maxUnits = maxUnits;
        s.termsHash = termsHash;
        emit SeriesOpened(id, poolId, subjectId, adapter, unitPayout, maxUnits, salesEnd, eventEnd, termsHash);
    }

    /// @inheritdoc ICoverSeries
    function mint(uint256 id, uint256 units, uint256 maxPremium, address to)
        external
        nonReentrant
        returns (uint256 premium)
    {
        Series storage s = _requireSaleable(id, units, to);
        premium = premiumOf(id, units);
        if (premium > maxPremium) revert PremiumAboveMax(premium, maxPremium);
        s.unitsSold += units;
        s.premiumCollected += premium;
        emit UnitsMinted(id, to, units, premium);

        IRiskPool pool = directory.pool(s.poolId);
        pool.lockCover(id, s.subjectId, units * s.unitPayout);
        _collect(pool, id, s, premium);
        // Last, because a receiving contract is called: it finds everything done, and can refuse its own units only.
        _mint(to, id, units, "");
    }

    /// @inheritdoc ICoverSeries
    function settle(uint256 id, bytes calldata data) external nonReentrant {
        Series storage s = _known(id);
        if (s.state != SeriesState.Open) revert AlreadySettled(id);
        if (block.timestamp <= s.salesEnd) revert TooEarly(id, s.salesEnd + 1);
        uint16 severityBps = _concluded(id, s, data);

        IRiskPool pool = directory.pool(s.poolId);
        uint256 unitPaid = SolvencyMath.limit(s.unitPayout, severityBps);
        uint64 incidentId;
        if (unitPaid != 0 && s.unitsSold != 0) {
            incidentId = RESERVE | uint64(id);
            uint256 cap = pool.openExactReserve(incidentId, s.subjectId, unitPaid * s.unitsSold);
            unitPaid = Math.min(unitPaid, cap / s.unitsSold);
        }
        s.state = SeriesState.Settled;
        s.severityBps = severityBps;
        s.unitPaid = unitPaid;
        s.incidentId = incidentId;
        s.redeemBy = uint48(block.timestamp);
        if (unitPaid != 0 && s.unitsSold != 0) {
            s.redeemBy += uint48(_get(ParameterKeys.REDEMPTION_WINDOW, ParameterScope.GLOBAL));
            _pausedTime[id] = PausedTime({
                before: uint128(directory.guardian().pausedSeconds(PauseScope.PAYOUT, s.poolId)),
                most: uint128(_get(ParameterKeys.PAUSE_MAX, ParameterScope.GLOBAL))
            });
        }
        emit SeriesSettled(id, severityBps, unitPaid, incidentId, s.redeemBy);
        // Nothing is due: nothing is left to wait for.
        if (s.redeemBy == block.timestamp) _end(id, s);
    }

    /// @inheritdoc ICoverSeries
    function redeem(uint256 id, address holder) external nonReentrant returns (uint256 assets) {
        Series storage s = _known(id);
        if (s.state != SeriesState.Settled) revert NotSettled(id);
        if (block.timestamp > _redeemableUntil(id, s)) revert RedemptionOver(id, _redeemableUntil(id, s));
        bool paused = directory.guardian().isPaused(PauseScope.PAYOUT, s.poolId);
        if (paused && _delay(id, s) < _pausedTime[id].most) revert PayoutPaused(s.poolId);
        uint256 units = balanceOf(holder, id);
        if (units == 0) revert NothingToRedeem(id, holder);

        IRiskPool pool = directory.pool(s.poolId);
        (uint256 used, uint256 limit) = pool.drainWindow(true);
        units = Math.min(units, Math.saturatingSub(limit, used) / s.unitPaid);
        if (units == 0) {
            _extend(id, s, holder);
            return 0;
        }
        assets = units * s.unitPaid;
        s.unitsRedeemed += units;
        _burn(holder, id, units);
        emit Redeemed(id, holder, units, assets);
        pool.releaseCover(id, units * s.unitPayout);
        pool.pay(s.incidentId, 0, holder, assets);
    }

    /// @inheritdoc ICoverSeries
    function close(uint256 id) external nonReentrant {
        Series storage s = _known(id);
        if (s.state == SeriesState.Settled) {
            uint48 until = _redeemableUntil(id, s);
            if (s.unitsRedeemed != s.unitsSold && block.timestamp <= until) revert TooEarly(id, until + 1);
        } else if (s.state == SeriesState.Open) {
            if (block.timestamp <= s.eventEnd + SETTLE_WITHIN) revert TooEarly(id, s.eventEnd + SETTLE_WITHIN + 1);
        } else {
            revert NotSettled(id);
        }
        _end(id, s);
    }

    /// @inheritdoc ICoverSeries
    function series(uint256 id) external view returns (Series memory) {
        return _known(id);
    }

    /// @inheritdoc ICoverSeries
    function seriesCount() external view returns (uint256) {
        return _seriesCount;
    }

    /// @inheritdoc ICoverSeries
    function premiumOf(uint256 id, uint256 units) public view returns (uint256) {
        Series storage s = _known(id);
        if (block.timestamp >= s.eventEnd) revert SalesOver(id, s.salesEnd);
        uint256 rateBps = directory.premium().rate(s.poolId, s.subjectId);
        return PremiumMath.premium(units * s.unitPayout, rateBps, s.eventEnd - block.timestamp);
    }

    /// @notice Last time to redeem: redeemBy, later by the time for which payouts have been paused since settlement, at most
    /// PAUSE_MAX of then.
    function redeemableUntil(uint256 id) external view returns (uint48) {
        return _redeemableUntil(id, _known(id));
    }

    /// @return whether the contract has the interface
    function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
        return interfaceId == type(ICoverSeries).interfaceId || super.supportsInterface(interfaceId);
    }

    function _requireInsurable(uint32 poolId, uint32 subjectId, address adapter) private view {
        if (directory.pool(poolId).kind() != Kind.Parametric) revert BadSeries(SUBJECT);
        if (directory.risk().subject(subjectId).kind != Kind.Parametric) revert BadSeries(SUBJECT);
        (Status status,) = directory.risk().statusOf(subjectId);
        if (status != Status.Listed) revert BadSeries(SUBJECT);
        if (!directory.incidents().isBound(poolId, subjectId, adapter)) revert BadSeries("ADAPTER");
    }

    function _requireSaleable(uint256 id, uint256 units, address to) private view returns (Series storage s) {
        s = _known(id);
        if (units == 0) revert ZeroUnits();
        if (s.state != SeriesState.Open || block.timestamp > s.salesEnd) revert SalesOver(id, s.salesEnd);
        bytes32 why = directory.underwriting().salesClosed(s.poolId, s.subjectId);
        if (why != 0) revert SalesClosed(s.poolId, why);
        uint256 left = s.maxUnits - s.unitsSold;
        if (units > left) revert SoldOut(id, left);
        IEligibilityGate gate = directory.gate();
        if (address(gate) != address(0) && !gate.isEligible(msg.sender, to, s.poolId, "")) {
            revert NotEligible(msg.sender);
        }
    }

    /// What the series' adapter says of its period. Only a reading of an event within it concludes, or, once a report has had time
    /// to come, the reading that there was none in it. The reading is not stored: one report may settle several series.
    function _concluded(uint256 id, Series storage s, bytes calldata data) private view returns (uint16 severityBps) {
        if (!directory.incidents().isBound(s.poolId, s.subjectId, s.adapter)) revert NotConclusive(id);
        if (directory.guardian().isQuarantined(s.adapter)) revert NotConclusive(id);
        Observation memory seen = ITriggerAdapter(s.adapter).observe(s.subjectId, data);
        bool within = seen.occurredAt > s.salesEnd && seen.occurredAt <= s.eventEnd;
        if (seen.verdict == Verdict.Triggered) {
            // Severity 0 is an alarm: something happened, how bad is not known yet.
            if (!within || seen.severityBps == 0) revert NotConclusive(id);
            return uint16(Math.min(seen.severityBps, SolvencyMath.BPS));
        }
        // A statement of another period says nothing of this one; a measurement of now has no date and comes after it.
        if (seen.verdict != Verdict.NotTriggered || (seen.occurredAt != 0 && !within)) revert NotConclusive(id);
        if (block.timestamp <= s.eventEnd + REPORT_GRACE) revert TooEarly(id, s.eventEnd + REPORT_GRACE + 1);
    }

    function _collect(IRiskPool pool, uint256 id, Series storage s, uint256 premium) private {
        (uint256 toPool, uint256 toTreasury,) =
            PremiumMath.split(premium, _get(ParameterKeys.TREASURY_FEE, ParameterScope.pool(s.poolId)), 0);
        IERC20 asset = IERC20(pool.asset());
        if (toPool != 0) {
            asset.safeTransferFrom(msg.sender, address(pool), toPool);
            pool.accruePremium(id, toPool, s.eventEnd);
        }
        if (toTreasury != 0) {
            ITreasury treasury = directory.treasury();
            asset.safeTransferFrom(msg.sender, address(treasury), toTreasury);
            treasury.receiveFees(s.poolId, toTreasury);
        }
    }

    function _extend(uint256 id, Series storage s, address holder) private {
        uint48 until = uint48(block.timestamp) + WAIT_EXTENSION;
        if (until > s.redeemBy) s.redeemBy = until;
        emit RedemptionWaits(id, holder, s.redeemBy);
    }

    function _end(uint256 id, Series storage s) private {
        s.state = SeriesState.Over;
        uint256 left = s.unitsSold - s.unitsRedeemed;
        emit SeriesClosed(id, left);
        IRiskPool pool = directory.pool(s.poolId);
        if (left != 0) pool.releaseCover(id, left * s.unitPayout);
        if (s.incidentId != 0) pool.closeIncident(s.incidentId);
    }

    function _redeemableUntil(uint256 id, Series storage s) private view returns (uint48) {
        return s.redeemBy + uint48(_delay(id, s));
    }

    /// s by which pauses have delayed redemption since settlement, no more than they can in all.
    function _delay(uint256 id, Series storage s) private view returns (uint256) {
        PausedTime memory t = _pausedTime[id];
        if (t.most == 0) return 0;
        return Math.min(directory.guardian().pausedSeconds(PauseScope.PAYOUT, s.poolId) - t.before, t.most);
    }

    function _known(uint256 id) private view returns (Series storage s) {
        s = _series[id];
        if (s.state == SeriesState.None) revert UnknownSeries(id);
    }

    function _get(bytes32 key, bytes32 scope) private view returns (uint256) {
        return directory.parameters().get(key, scope);
    }
}
