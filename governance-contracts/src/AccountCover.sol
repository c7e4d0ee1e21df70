// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IAccountCover} from "./interfaces/IAccountCover.sol";
import {ICoverSource} from "./interfaces/ICoverSource.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IEligibilityGate} from "./interfaces/IEligibilityGate.sol";
import {IRiskPool} from "./interfaces/IRiskPool.sol";
import {IRiskRegistry} from "./interfaces/IRiskRegistry.sol";
import {ITreasury} from "./interfaces/ITreasury.sol";
import {Status} from "./interfaces/Types.sol";
import {CoverHistory} from "./libraries/CoverHistory.sol";
import {ParameterKeys} from "./libraries/ParameterKeys.sol";
import {ParameterScope} from "./libraries/ParameterScope.sol";
import {PremiumMath} from "./libraries/PremiumMath.sol";
import {PrepaidBalance} from "./libraries/PrepaidBalance.sol";
import {SolvencyMath} from "./libraries/SolvencyMath.sol";
import {ProtocolModule} from "./ProtocolModule.sol";

/// @title AccountCover
/// @notice See IAccountCover. A balance report touches no token: premium is charged in the books and sent by settlePremium. Whatever
/// may fail for outside reasons runs in a call of its own, so that the report itself does not.
contract AccountCover is IAccountCover, ProtocolModule, ReentrancyGuardTransient {
    using CoverHistory for CoverHistory.History;
    using PrepaidBalance for PrepaidBalance.Balance;
    using SafeERC20 for IERC20;

    uint256 private constant ACCOUNT_COVER = 1 << 255;
    /// Notice, s, after which the cover of a subject in run-off can be ended.
    uint48 public constant RUN_OFF_NOTICE = 7 days;

    enum Choice {
        None,
        In,
        Out
    }
    struct IntegratorState {
        uint32 poolId;
        uint32 subjectId;
        uint32 waiting;
        Enrolment enrolment;
        bool active;
        uint256 insured;
        bytes32 metadataHash;
        PrepaidBalance.Balance balance;
        uint256[] covers;
        mapping(address account => uint256) coverOf;
    }
    struct Cover {
        address integrator;
        address account;
        Choice choice;
        uint48 endedAt;
        uint256 reported;
        uint256 insured;
        uint256 rate;
        uint256 held;
        uint256 paid;
        CoverHistory.History history;
    }

    address[] private _integrators;
    uint256 private _coverCount;
    mapping(address integrator => IntegratorState) private _states;
    mapping(uint256 coverId => Cover) private _covers;

    constructor(address authority_, IDirectory directory_) ProtocolModule(authority_, directory_) {}

    modifier onlySelf() {
        if (msg.sender != address(this)) revert NotSelf();
        _;
    }

    // ── integrators ──

    /// @inheritdoc IAccountCover
    function register(
        address integrator_,
        uint32 poolId,
        uint32 subjectId,
        Enrolment enrolment,
        bytes32 metadataHash
    ) external restricted {
        if (integrator_ == address(0)) revert ZeroAddress();
        IntegratorState storage state = _states[integrator_];
        if (state.poolId != 0) revert AlreadyIntegrator(integrator_);
        IRiskPool pool = directory.pool(poolId);
        if (directory.risk().subject(subjectId).kind != pool.kind()) {
            revert IRiskPool.SubjectOfOtherKind(subjectId, pool.kind());
        }
        state.poolId = poolId;
        state.subjectId = subjectId;
        state.waiting = uint32(_get(ParameterKeys.WAITING_PERIOD, ParameterScope.kind(pool.kind())));
        state.enrolment = enrolment;
        state.active = true;
        state.metadataHash = metadataHash;
        state.balance.chargedAt = uint48(block.timestamp);
        _integrators.push(integrator_);
        emit IntegratorRegistered(integrator_, poolId, subjectId, state.waiting, enrolment, metadataHash);
        _start(integrator_, state);
    }

    /// @inheritdoc IAccountCover
    function close(address integrator_) external restricted nonReentrant {
        IntegratorState storage state = _known(integrator_);
        if (!state.active) revert NotIntegrator(integrator_);
        if (state.insured != 0) revert AccountsStillCovered(integrator_, state.insured);
        _settle(integrator_, state);
        uint256 refund = state.balance.prepaid;
        state.balance.prepaid = 0;
        state.active = false;
        emit IntegratorClosed(integrator_, refund);
        if (refund != 0) _asset(state).safeTransfer(integrator_, refund);
    }

    /// @inheritdoc IAccountCover
    function topUp(address integrator_, uint256 amount) external nonReentrant {
        IntegratorState storage state = _known(integrator_);
        if (!state.active) revert NotIntegrator(integrator_);
        if (amount == 0) revert ZeroAmount();
        // What ran before is charged to what was there before: a gap stays a gap.
        _charge(integrator_, state);
        state.balance.prepaid += amount;
        emit ToppedUp(integrator_, msg.sender, amount, state.balance.prepaid);
        _start(integrator_, state);
        _asset(state).safeTransferFrom(msg.sender, address(this), amount);
    }

    /// @inheritdoc IAccountCover
    function withdrawPrepaid(address to, uint256 amount) external restricted nonReentrant {
        IntegratorState storage state = _known(msg.sender);
        if (amount == 0) revert ZeroAmount();
        _charge(msg.sender, state);
        uint256 need = amount + (state.balance.funded ? PrepaidBalance.reserve(state.balance.rate) : 0);
        if (state.balance.prepaid < need) revert InsufficientPrepaid(msg.sender, state.balance.prepaid, need);
        state.balance.prepaid -= amount;
        emit PrepaidWithdrawn(msg.sender, to, amount, state.balance.prepaid);
        _asset(state).safeTransfer(to, amount);
    }

    /// @inheritdoc IAccountCover
    function settlePremium(address integrator_) external nonReentrant returns (uint256 amount) {
        return _settle(integrator_, _known(integrator_));
    }

    // ── accounts ──

    /// @inheritdoc IAccountCover
    function onBalanceChange(address account, uint256 newInsured) external restricted returns (bool covered) {
        IntegratorState storage state = _known(msg.sender);
        uint256 coverId = _coverOf(msg.sender, state, account);
        _covers[coverId].reported = newInsured;
        emit BalanceReported(msg.sender, account, coverId, newInsured);
        return _follow(coverId);
    }

    /// @inheritdoc IAccountCover
    function chooseEnrolment(address integrator_, bool covered) external {
        IntegratorState storage state = _known(integrator_);
        if (state.enrolment == Enrolment.Mixed) revert NoChoice(integrator_);
        uint256 coverId = _coverOf(integrator_, state, msg.sender);
        _covers[coverId].choice = covered ? Choice.In : Choice.Out;
        emit EnrolmentChosen(integrator_, msg.sender, coverId, covered);
        _follow(coverId);
    }

    /// @inheritdoc IAccountCover
    function reprice(uint256[] calldata coverIds) external {
        for (uint256 i = 0; i < coverIds.length; ++i) {
            Cover storage cover = _knownCover(coverIds[i]);
            IntegratorState storage state = _states[cover.integrator];
            if (cover.insured == 0 || directory.underwriting().salesClosed(state.poolId, state.subjectId) != 0) continue;
            try directory.premium().rate(state.poolId, state.subjectId) returns (uint16 rateBps) {
                _charge(cover.integrator, state);
                _set(coverIds[i], cover, state, cover.insured, PremiumMath.perSecond(cover.insured, rateBps));
            } catch {
                continue;
            }
        }
    }

    /// @inheritdoc IAccountCover
    function releaseHeld(uint256[] calldata coverIds) external {
        for (uint256 i = 0; i < coverIds.length; ++i) {
            _release(coverIds[i], _knownCover(coverIds[i]));
        }
    }

    /// @inheritdoc IAccountCover
    function lapse(address integrator_, address[] calldata accounts) external {
        IntegratorState storage state = _known(integrator_);
        _charge(integrator_, state);
        uint48 at = uint48(block.timestamp);
        if (!state.balance.funded) at = state.balance.usedUpAt();
        else if (!_runOffDue(state.subjectId)) revert StillFunded(integrator_, state.balance.usedUpAt());
        if (_incidentOpen(state)) revert IncidentOpen(state.poolId, state.subjectId);
        for (uint256 i = 0; i < accounts.length; ++i) {
            uint256 coverId = state.coverOf[accounts[i]];
            Cover storage cover = _covers[coverId];
            if (cover.insured == 0) revert NotCovered(integrator_, accounts[i]);
            _lower(coverId, cover, state, 0);
            emit CoverLapsed(integrator_, accounts[i], coverId, at);
        }
    }

    // ── in a call of their own ──

    /// @notice An increase, all or nothing. Called by this contract alone.
    function raise(uint256 coverId, uint256 newInsured) external onlySelf {
        Cover storage cover = _covers[coverId];
        IntegratorState storage state = _states[cover.integrator];
        _requireSaleable(cover, state, newInsured);
        uint256 rate = PremiumMath.perSecond(newInsured, directory.premium().rate(state.poolId, state.subjectId));
        _start(cover.integrator, state);
        uint256 need = PrepaidBalance.reserve(state.balance.rate - cover.rate + rate);
        if (!state.balance.funded || state.balance.prepaid < need) {
            revert InsufficientPrepaid(cover.integrator, state.balance.prepaid, need);
        }
        if (newInsured > cover.held) {
            directory.pool(state.poolId).lockCover(coverId, state.subjectId, newInsured - cover.held);
            cover.held = newInsured;
            emit CapitalHeld(coverId, newInsured);
        }
        _set(coverId, cover, state, newInsured, rate);
    }

    /// @notice Gives capital back that a cover no longer needs, unless an incident of its subject is open: the balances that it hit
    /// are gone then, but not what they are owed. Called by this contract alone.
    function shrink(uint256 coverId) external onlySelf {
        Cover storage cover = _covers[coverId];
        IntegratorState storage state = _states[cover.integrator];
        uint256 wanted = Math.max(cover.insured, cover.history.peakAt(uint48(block.timestamp)));
        if (cover.held <= wanted || _incidentOpen(state)) return;
        uint256 released = cover.held - wanted;
        cover.held = wanted;
        emit CapitalHeld(coverId, wanted);
        directory.pool(state.poolId).releaseCover(coverId, released);
    }

    // ── claims ──

    /// @inheritdoc ICoverSource
    function recordPaid(uint256 coverId, uint256 assets) external restricted {
        Cover storage cover = _knownCover(coverId);
        IntegratorState storage state = _states[cover.integrator];
        _charge(cover.integrator, state);
        cover.paid += assets;
        cover.history.addPaid(uint48(block.timestamp), assets);
        emit AccountPaid(coverId, assets, cover.paid);
        uint256 released = Math.min(assets, cover.held);
        cover.held -= released;
        emit CapitalHeld(coverId, cover.held);
        if (cover.insured > cover.held) _set(coverId, cover, state, cover.held, _rateFor(cover, cover.held));
        if (released != 0) directory.pool(state.poolId).releaseCover(coverId, released);
    }

    /// @inheritdoc ICoverSource
    function exposureAt(uint256 coverId, uint48 occurredAt) external view returns (Exposure memory e) {
        Cover storage cover = _covers[coverId];
        if (cover.integrator == address(0)) return e;
        IntegratorState storage state = _states[cover.integrator];
        e.poolId = state.poolId;
        e.subjectId = state.subjectId;
        e.holder = cover.account;
        e.since = cover.history.sinceAt(occurredAt);
        e.graceEnd = cover.insured != 0 ? type(uint48).max : cover.endedAt + CoverHistory.HOLD;
        e.amount = Math.saturatingSub(inForceAt(coverId, occurredAt), cover.history.paidSince(occurredAt));
    }

    // ── views ──

    /// @inheritdoc IAccountCover
    function integrator(address integrator_) external view returns (Integrator memory i) {
        IntegratorState storage state = _known(integrator_);
        i.poolId = state.poolId;
        i.subjectId = state.subjectId;
        i.waiting = state.waiting;
        i.enrolment = state.enrolment;
        i.active = state.active;
        i.prepaid = state.balance.prepaid;
        i.ratePerSecond = state.balance.rate;
        i.insured = state.insured;
        i.settledAt = state.balance.chargedAt;
        i.metadataHash = state.metadataHash;
    }

    /// @inheritdoc IAccountCover
    function integratorCount() external view returns (uint256) {
        return _integrators.length;
    }

    /// @inheritdoc IAccountCover
    function integratorAt(uint256 index) external view returns (address) {
        return _integrators[index];
    }

    /// @inheritdoc IAccountCover
    function coverIdOf(address integrator_, address account) external view returns (uint256 coverId) {
        return _states[integrator_].coverOf[account];
    }

    /// @inheritdoc IAccountCover
    function accountState(uint256 coverId) external view returns (AccountState memory a) {
        Cover storage cover = _knownCover(coverId);
        a.integrator = cover.integrator;
        a.account = cover.account;
        a.insured = cover.insured;
        a.paid = cover.paid;
        a.ratePerSecond = cover.rate;
        a.since = cover.history.sinceAt(uint48(block.timestamp));
        a.endedAt = cover.endedAt;
    }

    /// @inheritdoc IAccountCover
    function accountCount(address integrator_) external view returns (uint256) {
        return _states[integrator_].covers.length;
    }

    /// @inheritdoc IAccountCover
    function accountAt(address integrator_, uint256 index) external view returns (uint256 coverId) {
        return _states[integrator_].covers[index];
    }

    /// @inheritdoc IAccountCover
    function fundedUntil(address integrator_) external view returns (uint48) {
        return _known(integrator_).balance.usedUpAt();
    }

    /// @inheritdoc IAccountCover
    function insuredAt(uint256 coverId, uint48 at) external view returns (uint256) {
        return _knownCover(coverId).history.insuredAt(at);
    }

    /// @inheritdoc IAccountCover
    function inForceAt(uint256 coverId, uint48 at) public view returns (uint256) {
        Cover storage cover = _knownCover(coverId);
        IntegratorState storage state = _states[cover.integrator];
        uint48 fundedSince = state.balance.fundedSinceAt(at);
        if (fundedSince == 0 || at - fundedSince < state.waiting) return 0;
        return cover.history.leastThrough(at, state.waiting);
    }

    /// @inheritdoc IAccountCover
    function heldFor(uint256 coverId) external view returns (uint256) {
        return _knownCover(coverId).held;
    }

    // ── inside ──

    /// Brings a cover to what was last reported, or to nothing where the account is not enrolled.
    function _follow(uint256 coverId) private returns (bool) {
        Cover storage cover = _covers[coverId];
        IntegratorState storage state = _states[cover.integrator];
        _charge(cover.integrator, state);
        bool enrolled = _enrolled(cover.choice, state.enrolment);
        uint256 target = enrolled ? cover.reported : 0;
        if (target < cover.insured) _lower(coverId, cover, state, target);
        if (target <= cover.insured) return enrolled;
        try this.raise(coverId, target) {
            return true;
        } catch {
            return false;
        }
    }

    function _lower(uint256 coverId, Cover storage cover, IntegratorState storage state, uint256 newInsured) private {
        uint48 at = uint48(block.timestamp);
        cover.history.keepPeak(at, cover.history.leastThrough(at, state.waiting));
        _set(coverId, cover, state, newInsured, _rateFor(cover, newInsured));
        _release(coverId, cover);
    }

    /// The books of one cover, its integrator charged up to now.
    function _set(
        uint256 coverId,
        Cover storage cover,
        IntegratorState storage state,
        uint256 newInsured,
        uint256 newRate
    ) private {
        uint48 at = uint48(block.timestamp);
        if (newInsured != cover.insured) cover.history.set(at, newInsured);
        state.insured = state.insured - cover.insured + newInsured;
        state.balance.rate = state.balance.rate - cover.rate + newRate;
        (cover.insured, cover.rate, cover.endedAt) = (newInsured, newRate, newInsured == 0 ? at : 0);
        emit AccountCoverUpdated(cover.integrator, cover.account, coverId, newInsured, newRate);
    }

    /// A release that fails leaves the capital where it is; anyone may try again.
    function _release(uint256 coverId, Cover storage cover) private {
        if (cover.held <= cover.insured) return;
        try this.shrink(coverId) {
            return;
        } catch {
            return;
        }
    }

    function _charge(address integrator_, IntegratorState storage state) private {
        uint48 at = uint48(block.timestamp);
        bool moves = state.balance.chargedAt != at;
        uint48 endedAt = state.balance.charge(at);
        if (moves || endedAt != 0) emit PremiumCharged(integrator_, state.balance.prepaid, state.balance.fraction, at);
        if (endedAt != 0) emit FundingEnded(integrator_, endedAt);
    }

    function _start(address integrator_, IntegratorState storage state) private {
        if (state.balance.start(uint48(block.timestamp))) emit FundingStarted(integrator_, uint48(block.timestamp));
    }

    function _settle(address integrator_, IntegratorState storage state) private returns (uint256 amount) {
        _charge(integrator_, state);
        amount = state.balance.due;
        if (amount == 0) return 0;
        state.balance.due = 0;
        uint256 fee = _get(ParameterKeys.TREASURY_FEE, ParameterScope.pool(state.poolId));
        (uint256 toPool, uint256 toTreasury,) = PremiumMath.split(amount, fee, 0);
        emit PremiumSettled(
            integrator_, amount, toPool, toTreasury, state.balance.prepaid, uint48(block.timestamp)
        );
        IRiskPool pool = directory.pool(state.poolId);
        IERC20 asset = _asset(state);
        if (toPool != 0) {
            asset.safeTransfer(address(pool), toPool);
            pool.accruePremium(0, toPool, 0);
        }
        if (toTreasury != 0) {
            ITreasury treasury = directory.treasury();
            asset.safeTransfer(address(treasury), toTreasury);
            treasury.receiveFees(state.poolId, toTreasury);
        }
    }

    function _coverOf(address integrator_, IntegratorState storage state, address account)
        private
        returns (uint256 coverId)
    {
        coverId = state.coverOf[account];
        if (coverId != 0) return coverId;
        coverId = ACCOUNT_COVER | ++_coverCount;
        state.coverOf[account] = coverId;
        state.covers.push(coverId);
        _covers[coverId].integrator = integrator_;
        _covers[coverId].account = account;
    }

    function _requireSaleable(Cover storage cover, IntegratorState storage state, uint256 newInsured) private view {
        if (!state.active) revert NotIntegrator(cover.integrator);
        bytes32 why = directory.underwriting().salesClosed(state.poolId, state.subjectId);
        if (why != 0) revert SalesClosed(state.poolId, why);
        IEligibilityGate gate = directory.gate();
        if (address(gate) != address(0) && !gate.isEligible(cover.integrator, cover.account, state.poolId, "")) {
            revert SalesClosed(state.poolId, "GATE");
        }
        uint256 most = SolvencyMath.limit(
            directory.pool(state.poolId).totalAssets(),
            _get(ParameterKeys.MAX_POLICY_SHARE, ParameterScope.pool(state.poolId))
        );
        if (newInsured > most) revert AccountShareExceeded(newInsured, most);
    }

    /// A part of a cover keeps its price, rounded up.
    function _rateFor(Cover storage cover, uint256 newInsured) private view returns (uint256) {
        return Math.mulDiv(cover.rate, newInsured, cover.insured, Math.Rounding.Ceil);
    }

    function _runOffDue(uint32 subjectId) private view returns (bool) {
        IRiskRegistry.Subject memory subject = directory.risk().subject(subjectId);
        if (subject.status != Status.RunOff && subject.status != Status.Delisted) return false;
        return block.timestamp >= subject.statusSince + RUN_OFF_NOTICE;
    }

    function _incidentOpen(IntegratorState storage state) private view returns (bool) {
        return directory.incidents().openIncidentOf(state.poolId, state.subjectId) != 0;
    }

    function _enrolled(Choice choice, Enrolment enrolment) private pure returns (bool) {
        if (enrolment == Enrolment.OptIn) return choice == Choice.In;
        return choice != Choice.Out;
    }

    function _known(address integrator_) private view returns (IntegratorState storage state) {
        state = _states[integrator_];
        if (state.poolId == 0) revert NotIntegrator(integrator_);
    }

    function _knownCover(uint256 coverId) private view returns (Cover storage cover) {
        cover = _covers[coverId];
        if (cover.integrator == address(0)) revert UnknownCover(coverId);
    }

    function _asset(IntegratorState storage state) private view returns (IERC20) {
        return IERC20(directory.pool(state.poolId).asset());
    }

    function _get(bytes32 key, bytes32 scope) private view returns (uint256) {
        return directory.parameters().get(key, scope);
    }
}
