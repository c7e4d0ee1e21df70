// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {CaseOutcome, CaseKind, IncidentState, Kind, Level, Peg, Route, Status} from "../../src/interfaces/Types.sol";
import {IAccountCover} from "../../src/interfaces/IAccountCover.sol";
import {IClaims} from "../../src/interfaces/IClaims.sol";
import {ICoverSeries} from "../../src/interfaces/ICoverSeries.sol";
import {IEmergencyGuardian} from "../../src/interfaces/IEmergencyGuardian.sol";
import {IIncidents} from "../../src/interfaces/IIncidents.sol";
import {IParameterRegistry} from "../../src/interfaces/IParameterRegistry.sol";
import {IRiskPool} from "../../src/interfaces/IRiskPool.sol";
import {ITribunal} from "../../src/interfaces/ITribunal.sol";
import {IUnderwriting} from "../../src/interfaces/IUnderwriting.sol";
import {ParameterKeys} from "../../src/libraries/ParameterKeys.sol";
import {ParameterScope} from "../../src/libraries/ParameterScope.sol";
import {PauseScope} from "../../src/libraries/PauseScope.sol";
import {Roles} from "../../src/libraries/Roles.sol";
import {RiskPool} from "../../src/RiskPool.sol";
import {LocalToken} from "../../src/local/LocalToken.sol";
import {Deployment} from "../../script/Deployment.sol";
import {Base} from "../Base.sol";
import {Handler} from "./Handler.sol";

/// @notice What must hold after any sequence of acts. The first 34 are the protocol's list; those after it belong to its design
/// decisions. A promise that can only be seen inside an act is checked there and reported here.
contract InvariantsTest is Base {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    Handler internal handler;
    Deployment.Protocol internal p;
    LocalToken internal asset;

    function setUp() public {
        handler = new Handler();
        p = handler.world();
        asset = handler.settlementAsset();
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    // ── capital ────────────────────────────────────────────────────────────────────────────────────────────────

    function invariant_01_a_pool_holds_what_it_books_and_donations_change_nothing() public view {
        for (uint256 n = 0; n < p.pools.length; ++n) {
            IRiskPool.Capital memory c = p.pools[n].capital();
            uint256 booked = c.grossAssets + c.unearnedPremium + c.owedToRedeemers;
            assertGe(asset.balanceOf(address(p.pools[n])), booked, "a pool holds less than it books");
            assertEq(c.totalAssets, p.pools[n].totalAssets(), "two answers on total assets");
        }
        _kept(1);
    }

    function invariant_02_after_a_sale_the_pool_has_its_minimum_capital() public view {
        _kept(2);
    }

    function invariant_03_a_redemption_leaves_minimum_capital_and_floor() public view {
        _kept(3);
    }

    function invariant_04_active_cover_is_the_sum_of_what_is_insured() public view {
        uint256[6] memory expected;
        for (uint256 id = 1; id <= p.underwriting.policyCount(); ++id) {
            IUnderwriting.Policy memory policy = p.underwriting.policy(id);
            if (policy.closed == IUnderwriting.CloseReason.None) expected[policy.poolId - 1] += policy.amount - policy.paid;
        }
        for (uint256 id = 1; id <= p.series.seriesCount(); ++id) {
            ICoverSeries.Series memory s = p.series.series(id);
            expected[s.poolId - 1] += p.pools[s.poolId - 1].lockOf(address(p.series), id).amount;
        }
        for (uint256 n = 0; n < p.accountCover.integratorCount(); ++n) {
            address integrator = p.accountCover.integratorAt(n);
            uint32 poolId = p.accountCover.integrator(integrator).poolId;
            for (uint256 a = 0; a < p.accountCover.accountCount(integrator); ++a) {
                expected[poolId - 1] += p.accountCover.heldFor(p.accountCover.accountAt(integrator, a));
            }
        }
        for (uint256 n = 0; n < p.pools.length; ++n) {
            assertEq(p.pools[n].capital().activeCover, expected[n], "active cover is not what is insured");
        }
    }

    function invariant_05_an_incident_pays_at_most_its_cap_and_the_cap_its_share() public view {
        for (uint64 id = 1; id <= p.incidents.incidentCount(); ++id) {
            IRiskPool.IncidentReserve memory r = _poolOf(id).incidentReserve(id);
            assertLe(r.paid, r.ownCap + r.backstop, "more was paid than set aside");
            assertLe(r.ownCap, r.snapshotAssets * 6_000 / 1e4, "a cap above every bound");
            assertEq(r.paid, handler.paidInIncident(id), "the reserve counts other payments than were made");
        }
    }

    function invariant_06_payouts_never_break_the_floor_of_the_snapshot() public view {
        _kept(6);
    }

    function invariant_07_a_day_pays_out_at_most_the_drain_limit() public view {
        _kept(7);
    }

    function invariant_25_a_share_loses_only_by_payments_and_reserves_and_rounding_favours_the_pool() public view {
        _kept(25);
    }

    function invariant_26_the_queue_is_served_in_order_and_waiting_shares_bear_losses() public view {
        for (uint256 n = 0; n < p.pools.length; ++n) {
            uint256 waiting;
            (uint256 head, uint256 tail) = p.pools[n].queue();
            for (uint256 id = head; id < tail; ++id) {
                IRiskPool.RedeemRequest memory r = p.pools[n].request(id);
                if (!r.cancelled) waiting += r.shares;
            }
            assertEq(p.pools[n].capital().queuedShares, waiting, "the queue holds other shares than its requests");
            // escrowed shares are shares: they are in the supply that bears a loss
            assertGe(p.pools[n].balanceOf(address(p.pools[n])), waiting, "queued shares left the escrow");
        }
        _kept(26);
    }

    // ── claims ─────────────────────────────────────────────────────────────────────────────────────────────────

    function invariant_08_paid_is_at_most_approved_at_most_requested_and_at_most_insured() public view {
        for (uint64 id = 1; id <= p.claims.claimCount(); ++id) {
            IClaims.Claim memory c = p.claims.claim(id);
            assertLe(c.paid, c.approved, "paid above approved");
            assertLe(c.approved, c.requested, "approved above requested");
        }
        for (uint256 id = 1; id <= p.underwriting.policyCount(); ++id) {
            IUnderwriting.Policy memory policy = p.underwriting.policy(id);
            assertLe(policy.paid, policy.amount, "a policy paid more than it insures");
        }
    }

    function invariant_09_claims_and_incidents_take_only_the_steps_that_exist() public view {
        _kept(9);
    }

    function invariant_10_nothing_is_paid_before_or_after_its_time() public view {
        _kept(10);
    }

    function invariant_11_deposits_and_bonds_held_are_those_still_open() public view {
        uint256 deposits;
        for (uint64 id = 1; id <= p.claims.claimCount(); ++id) {
            deposits += p.claims.claim(id).deposit;
        }
        assertEq(p.claims.held(address(asset)), deposits + _keptAside(address(p.claims)), "claims hold other deposits");
        assertGe(asset.balanceOf(address(p.claims)), p.claims.held(address(asset)), "claims miss deposits");
        assertGe(asset.balanceOf(address(p.incidents)), p.incidents.held(address(asset)), "incidents miss bonds");
        assertLe(_openBonds(), p.incidents.held(address(asset)), "incidents hold less than the open bonds");
    }

    function invariant_12_what_was_bought_too_late_is_never_paid_automatically() public view {
        _kept(12);
    }

    function invariant_13_the_automatic_route_needs_two_readings_no_challenge_and_both_limits() public view {
        for (uint64 id = 1; id <= p.claims.claimCount(); ++id) {
            IClaims.Claim memory c = p.claims.claim(id);
            if (c.route != Route.Automatic || c.approved == 0) continue;
            IIncidents.Incident memory i = p.incidents.incident(c.incidentId);
            assertTrue(i.secondAdapter != address(0), "paid automatically on one reading");
            assertLe(c.approved, p.incidents.terms(c.incidentId).autoLimitClaim, "paid automatically above the limit");
        }
        _kept(13);
    }

    function invariant_14_a_doubtful_reading_never_confirms() public view {
        _kept(14);
    }

    function invariant_34_evidence_only_grows_and_never_changes() public view {
        for (uint64 id = 1; id <= p.claims.claimCount(); ++id) {
            bytes32[] memory seen = handler.evidenceAsSeen(id);
            assertEq(p.tribunal.evidenceCount(CaseKind.Claim, id), seen.length, "evidence came or went unseen");
            for (uint256 n = 0; n < seen.length; ++n) {
                assertEq(p.tribunal.evidence(CaseKind.Claim, id, n).contentHash, seen[n], "evidence changed");
            }
        }
    }

    // ── parameters ─────────────────────────────────────────────────────────────────────────────────────────────

    function invariant_15_every_parameter_lies_within_its_bounds() public view {
        for (uint256 n = 0; n < p.parameters.keyCount(); ++n) {
            bytes32 key = p.parameters.keyAt(n);
            IParameterRegistry.Spec memory spec = p.parameters.spec(key);
            _within(key, ParameterScope.GLOBAL, spec);
            bytes32[] memory scopes = p.parameters.scopesOf(key);
            for (uint256 s = 0; s < scopes.length; ++s) {
                _within(key, scopes[s], spec);
            }
        }
    }

    function invariant_16_steps_and_intervals_are_kept() public view {
        _kept(16);
    }

    function invariant_17_changes_take_effect_once_in_time_on_what_they_expected_and_stay_consistent() public view {
        for (uint32 id = 0; id <= p.pools.length; ++id) {
            bytes32 scope = id == 0 ? ParameterScope.GLOBAL : ParameterScope.pool(id);
            assertLe(_get(ParameterKeys.RATE_FLOOR, scope), _get(ParameterKeys.RATE_CEILING, scope), "rule 1");
            assertLe(_get(ParameterKeys.DRAIN_LIMIT_24H, scope), _get(ParameterKeys.INCIDENT_CAP, scope), "rule 4");
            uint256 both = _get(ParameterKeys.INCIDENT_CAP, scope) + _get(ParameterKeys.POOL_FLOOR, scope);
            assertLe(both, 1e4, "rule 5");
            uint256 claim = _get(ParameterKeys.AUTO_PAY_LIMIT_CLAIM, scope);
            assertLe(claim, _get(ParameterKeys.AUTO_PAY_LIMIT_INCIDENT, scope), "rule 6");
        }
        uint256 watch = _get(ParameterKeys.PEG_WATCH, ParameterScope.GLOBAL);
        assertLt(_get(ParameterKeys.PEG_BREAK, ParameterScope.GLOBAL), watch, "rule 2");
        assertLt(watch, _get(ParameterKeys.PEG_RECOVER, ParameterScope.GLOBAL), "rule 3");
        for (uint256 level = uint256(Level.Low); level < uint256(Level.Critical); ++level) {
            uint256 lower = _get(ParameterKeys.MIN_CAPITAL_RATIO, ParameterScope.level(Level(level)));
            assertLe(lower, _get(ParameterKeys.MIN_CAPITAL_RATIO, ParameterScope.level(Level(level + 1))), "rule 12");
        }
        _kept(17);
    }

    function invariant_18_tightening_never_loosens() public view {
        _kept(18);
    }

    // ── emergency ──────────────────────────────────────────────────────────────────────────────────────────────

    function invariant_19_pauses_are_short_and_end_by_themselves_and_keep_their_budget() public view {
        for (uint32 poolId = 1; poolId <= p.pools.length; ++poolId) {
            for (uint8 bit = 0; bit < PauseScope.COUNT; ++bit) {
                uint16 scope = uint16(1) << bit;
                assertEq(p.guardian.isPaused(scope, poolId), _running(scope, poolId), "paused without a running pause");
            }
        }
        (uint8 used, uint8 max,) = p.guardian.budget();
        // a budget lowered by governance does not undo pauses that were made under the old one
        assertLe(used, max > 6 ? max : 6, "more pauses than any budget allows");
        _kept(19);
    }

    function invariant_20_whatever_is_stopped_people_can_still_decide() public {
        address[] memory targets = new address[](1);
        bytes[] memory calls = new bytes[](1);
        targets[0] = address(p.token);
        vm.prank(handler.votingAccount(7));
        uint256 id = p.governor.propose(targets, new uint256[](1), calls, string(abi.encode(block.timestamp)));
        assertEq(uint256(p.governor.state(id)), 0, "a proposal could not be made");
        uint64 pauseCount = p.guardian.pauseCount();
        if (pauseCount != 0 && p.guardian.pausedUntil(PauseScope.ALL, 1) != 0) _liftAll(pauseCount);
        _kept(20);
    }

    // ── cases ──────────────────────────────────────────────────────────────────────────────────────────────────

    function invariant_21_a_ballot_weighs_what_was_held_before_and_at_most_the_cap() public view {
        _kept(21);
    }

    function invariant_22_the_ballots_of_a_case_weigh_at_most_the_supply_and_no_party_votes() public {
        for (uint64 id = 1; id <= p.tribunal.caseCount(); ++id) {
            ITribunal.Case memory c = p.tribunal.case_(id);
            uint256 all = uint256(c.pay) + c.partialPay + c.deny + c.abstain;
            assertLe(all, p.token.getPastTotalSupply(c.snapshot), "more votes than tokens");
            uint256 counted;
            for (uint256 v = 0; v < 8; ++v) {
                ITribunal.Ballot memory b = p.tribunal.ballot(id, handler.votingAccount(v));
                counted += b.weight;
                if (b.choice != ITribunal.Choice.None) assertTrue(b.reasonHash != 0, "a ballot without a reason");
            }
            assertEq(all, counted, "the tally is not the sum of the ballots");
        }
    }

    function invariant_23_an_outcome_follows_from_the_tally_and_doubt_pays_nothing() public view {
        for (uint64 id = 1; id <= p.tribunal.caseCount(); ++id) {
            ITribunal.Case memory c = p.tribunal.case_(id);
            if (c.outcome == CaseOutcome.Open) continue;
            uint256 forPaying = uint256(c.pay) + c.partialPay;
            bool quorate = forPaying + c.deny >= c.quorum && c.voters >= c.minVoters;
            CaseOutcome expected = !quorate
                ? CaseOutcome.NoQuorum
                : forPaying > c.deny ? CaseOutcome.Accepted : forPaying < c.deny ? CaseOutcome.Denied : CaseOutcome.Tie;
            assertEq(uint256(c.outcome), uint256(expected), "an outcome that the tally does not give");
        }
        _kept(23);
    }

    function invariant_24_a_late_flip_extends_at_most_twice() public view {
        for (uint64 id = 1; id <= p.tribunal.caseCount(); ++id) {
            assertLe(p.tribunal.case_(id).extensions, 2, "extended more than twice");
        }
        _kept(24);
    }

    // ── price, cover, subjects ─────────────────────────────────────────────────────────────────────────────────

    function invariant_27_the_price_paid_is_the_price_quoted_within_the_band_and_its_parts_add_up() public view {
        _kept(27);
    }

    function invariant_28_what_streams_was_received_and_a_refund_is_at_most_unearned() public view {
        _kept(28);
    }

    function invariant_29_a_subject_that_is_not_listed_sells_nothing_and_what_was_sold_stays() public view {
        for (uint32 id = 1; id <= p.risk.subjectCount(); ++id) {
            (Status status,) = p.risk.statusOf(id);
            uint32 poolId = uint32(p.risk.subject(id).kind) + 1;
            if (status != Status.Listed) {
                assertTrue(p.underwriting.salesClosed(poolId, id) != 0, "sales open for what is not listed");
            }
        }
        _kept(29);
    }

    function invariant_30_venues_spending_and_liquidity_keep_their_limits() public view {
        _kept(30);
    }

    function invariant_31_off_its_peg_nothing_is_sold_or_deposited() public view {
        if (p.treasury.pegOf(address(asset)) == Peg.Normal) return;
        for (uint32 n = 0; n < p.pools.length; ++n) {
            assertEq(p.pools[n].maxDeposit(address(this)), 0, "a deposit is possible off the peg");
            uint32 subjectId = n * 2 + 1;
            assertTrue(p.underwriting.salesClosed(n + 1, subjectId) != 0, "sales are open off the peg");
        }
    }

    function invariant_32_the_timelock_alone_is_admin_and_no_key_holds_a_module_role() public view {
        (address deployer, address steward, address tokenHolder) = handler.outsiders();
        address[4] memory keys = [deployer, steward, tokenHolder, address(handler)];
        uint64[7] memory roles = [
            Roles.ADMIN,
            Roles.DAO,
            Roles.COUNCIL_NOW,
            Roles.GUARDIAN,
            Roles.MODULE_CLAIMS,
            Roles.MODULE_COVER,
            Roles.MODULE_TRIBUNAL
        ];
        for (uint256 k = 0; k < keys.length; ++k) {
            for (uint256 r = 0; r < roles.length; ++r) {
                (bool isMember,) = p.manager.hasRole(roles[r], keys[k]);
                assertFalse(isMember, "a key holds a role of the protocol");
            }
        }
        (bool admin,) = p.manager.hasRole(Roles.ADMIN, address(p.timelock));
        assertTrue(admin, "the timelock lost its role");
    }

    function invariant_33_a_series_locks_what_its_units_can_cost_and_settles_once() public view {
        for (uint256 id = 1; id <= p.series.seriesCount(); ++id) {
            ICoverSeries.Series memory s = p.series.series(id);
            uint256 locked = p.pools[s.poolId - 1].lockOf(address(p.series), id).amount;
            if (s.state == ICoverSeries.SeriesState.Open) {
                assertGe(locked, s.unitsSold * s.unitPayout, "less is locked than the units can cost");
            }
            (bool settled, uint256 unitPaid) = handler.seriesAsSettled(id);
            if (settled) assertEq(s.unitPaid, unitPaid, "a settled series pays another sum");
            assertLe(s.unitsRedeemed, s.unitsSold, "more units were redeemed than sold");
        }
        _kept(33);
    }

    // ── decisions of the design ────────────────────────────────────────────────────────────────────────────────

    function invariant_35_a_policy_with_an_open_claim_stays_with_its_holder() public view {
        _kept(35);
    }

    function invariant_36_reserves_of_open_incidents_are_counted_out_of_what_shares_are_worth() public view {
        for (uint256 n = 0; n < p.pools.length; ++n) {
            IRiskPool.Capital memory c = p.pools[n].capital();
            uint256 reserved;
            for (uint64 id = 1; id <= p.incidents.incidentCount(); ++id) {
                if (address(_poolOf(id)) != address(p.pools[n])) continue;
                IRiskPool.IncidentReserve memory r = p.pools[n].incidentReserve(id);
                if (r.open) reserved += r.ownCap + r.backstop - r.paid;
            }
            for (uint256 id = 1; id <= p.series.seriesCount(); ++id) {
                ICoverSeries.Series memory s = p.series.series(id);
                if (s.incidentId == 0 || s.poolId != n + 1) continue;
                IRiskPool.IncidentReserve memory r = p.pools[n].incidentReserve(s.incidentId);
                if (r.open) reserved += r.ownCap + r.backstop - r.paid;
            }
            assertEq(c.reserved, reserved, "reserved is not the sum of the open reserves");
            assertEq(c.grossAssets, c.totalAssets + c.reserved, "the reserve is still in the share price");
        }
    }

    // ── inside ─────────────────────────────────────────────────────────────────────────────────────────────────

    function _kept(uint256 number) private view {
        string memory what = handler.broken(number);
        assertTrue(bytes(what).length == 0, what);
    }

    function _get(bytes32 key, bytes32 scope) private view returns (uint256) {
        return p.parameters.get(key, scope);
    }

    function _within(bytes32 key, bytes32 scope, IParameterRegistry.Spec memory spec) private view {
        uint256 value = _get(key, scope);
        assertGe(value, spec.min, "a parameter under its bound");
        assertLe(value, spec.max, "a parameter above its bound");
    }

    function _poolOf(uint64 incidentId) private view returns (RiskPool) {
        return p.pools[p.incidents.incident(incidentId).poolId - 1];
    }

    function _running(uint16 scope, uint32 poolId) private view returns (bool) {
        for (uint64 id = 1; id <= p.guardian.pauseCount(); ++id) {
            IEmergencyGuardian.Pause memory pause = p.guardian.pauseOf(id);
            bool applies = pause.scopes & scope != 0 && (pause.poolId == 0 || pause.poolId == poolId);
            if (applies && pause.liftedAt == 0 && block.timestamp < pause.until) return true;
        }
        return false;
    }

    function _liftAll(uint64 count) private {
        for (uint64 id = 1; id <= count; ++id) {
            IEmergencyGuardian.Pause memory pause = p.guardian.pauseOf(id);
            if (pause.liftedAt != 0 || block.timestamp >= pause.until) continue;
            vm.prank(address(p.timelock));
            p.guardian.liftAsDao(id);
        }
        assertEq(p.guardian.pausedUntil(PauseScope.ALL, 1), 0, "a lifted pause still stops");
    }

    /// Credits and forfeits that wait in an escrow.
    function _keptAside(address escrow) private view returns (uint256 sum) {
        for (uint32 id = 1; id <= p.pools.length; ++id) {
            sum += escrow == address(p.claims) ? p.claims.waitingForfeits(id) : p.incidents.waitingForfeits(id);
        }
    }

    function _openBonds() private view returns (uint256 sum) {
        for (uint64 id = 1; id <= p.incidents.incidentCount(); ++id) {
            IIncidents.Incident memory i = p.incidents.incident(id);
            if (i.state == IncidentState.Detected) sum += i.detectionBond;
            bool undecided = i.state == IncidentState.Escalated || i.state == IncidentState.CouncilReview;
            if (undecided) sum += i.challengeBond;
        }
    }
}
