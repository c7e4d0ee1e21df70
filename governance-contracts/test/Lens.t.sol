// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {CaseKind, CaseOutcome, Kind, Level} from "../src/interfaces/Types.sol";
import {IClaims} from "../src/interfaces/IClaims.sol";
import {IClaimsLens, IProtocolLens} from "../src/interfaces/IProtocolLens.sol";
import {IUnderwriting} from "../src/interfaces/IUnderwriting.sol";
import {RiskPool} from "../src/RiskPool.sol";
import {ParameterScope} from "../src/libraries/ParameterScope.sol";
import {PauseScope} from "../src/libraries/PauseScope.sol";
import {Deployment} from "../script/Deployment.sol";
import {Base} from "./Base.sol";
import {Handler} from "./invariant/Handler.sol";

/// @notice Both lenses say what the modules say, of a protocol in the middle of its life.
contract LensTest is Base {
    Handler internal handler;
    Deployment.Protocol internal p;

    function setUp() public {
        handler = new Handler();
        p = handler.world();
        for (uint256 n = 0; n < 12; ++n) {
            handler.buy(n, n, 20_000e6 + n * 1e6, n * 11 days);
        }
        handler.requestRedeem(1, 3, 10);
        handler.requestRedeem(2, 3, 20);
        handler.openSeries(20_000);
        handler.mintSeries(1, 500);
        handler.balanceChange(1, 9_000e6);
        handler.allocate(1_000e6);
        handler.proposeChange(5, 8, false);
        handler.proposeChange(9, 3, true);
        handler.pause(1, 2, 24 hours);
        handler.lose(uint256(Kind.SmartContract), 10_000e6, 7);
        handler.lose(uint256(Kind.OracleLiquidity), 10_000e6, 3);
        handler.lose(uint256(Kind.Bridge), 10_000e6, 0);
        handler.lose(uint256(Kind.Custody), 10_000e6, 5);
    }

    function test_the_head_counts_what_the_modules_hold() public view {
        IProtocolLens.Head memory head = p.lens.head();
        assertEq(head.chainId, block.chainid, "chain");
        assertEq(head.blockNumber, block.number, "block");
        assertEq(head.blockTime, block.timestamp, "time");
        assertEq(head.pools, p.pools.length, "pools");
        assertEq(head.subjects, p.risk.subjectCount(), "subjects");
        assertEq(head.policies, p.underwriting.policyCount(), "policies");
        assertEq(head.incidents, p.incidents.incidentCount(), "incidents");
        assertEq(head.claims, p.claims.claimCount(), "claims");
        assertEq(head.cases, p.tribunal.caseCount(), "cases");
        assertEq(head.series, p.series.seriesCount(), "series");
        assertEq(head.integrators, p.accountCover.integratorCount(), "integrators");
        assertEq(head.changes, p.parameters.changeCount(), "changes");
        assertEq(head.pauses, p.guardian.pauseCount(), "pauses");
        assertEq(head.parameters, p.parameters.keyCount(), "parameters");
        assertGt(head.policies, 10, "hardly a policy was sold");
        assertGt(head.incidents, 3, "too few incidents");
    }

    function test_a_pool_is_told_as_it_tells_itself() public view {
        IProtocolLens.PoolView[] memory pools = p.lens.pools();
        assertEq(pools.length, p.pools.length, "pools");
        for (uint256 i = 0; i < pools.length; ++i) {
            _assertPool(pools[i], p.pools[i], uint32(i + 1));
        }
    }

    function _assertPool(IProtocolLens.PoolView memory told, RiskPool pool, uint32 poolId) private view {
        assertEq(told.poolId, poolId, "number");
        assertEq(told.pool, address(pool), "pool");
        assertEq(told.asset, pool.asset(), "asset");
        assertEq(uint256(told.kind), uint256(pool.kind()), "kind");
        assertEq(keccak256(bytes(told.name)), keccak256(bytes(pool.name())), "name");
        assertEq(keccak256(bytes(told.symbol)), keccak256(bytes(pool.symbol())), "symbol");
        assertEq(told.totalSupply, pool.totalSupply(), "supply");
        assertEq(told.sharePrice, pool.convertToAssets(10 ** pool.decimals()), "share price");
        assertEq(told.maxDeposit, pool.maxDeposit(address(this)), "deposit");
        assertEq(keccak256(abi.encode(told.capital)), keccak256(abi.encode(pool.capital())), "capital");
        (uint256 used, uint256 limit) = pool.drainWindow(true);
        assertEq(told.payoutsUsed, used, "payouts");
        assertEq(told.payoutsLimit, limit, "payouts' limit");
        (used, limit) = pool.drainWindow(false);
        assertEq(told.redemptionsUsed, used, "redemptions");
        assertEq(told.redemptionsLimit, limit, "redemptions' limit");
        (uint256 head, uint256 tail) = pool.queue();
        assertEq(told.queueHead, head, "head");
        assertEq(told.queueTail, tail, "tail");
        assertEq(uint256(told.peg), uint256(p.treasury.pegOf(pool.asset())), "peg");
        assertEq(told.termsVersion, p.underwriting.termsVersion(poolId), "terms");
        for (uint256 level = 0; level < told.coverByLevel.length; ++level) {
            assertEq(told.coverByLevel[level], pool.coverOfLevel(Level(level)), "cover");
        }
        for (uint8 bit = 0; bit < PauseScope.COUNT; ++bit) {
            uint16 scope = uint16(1) << bit;
            assertEq(told.pausedScopes & scope != 0, p.guardian.isPaused(scope, poolId), "paused");
        }
    }

    function test_a_running_pause_is_told_with_its_end() public {
        handler.passTime(30 days);
        handler.pause(255, 0, 24 hours);
        IProtocolLens.PoolView memory told = p.lens.pool(1);
        assertGt(told.pausedScopes, 0, "nothing is paused");
        assertEq(told.pausedUntil, p.guardian.pausedUntil(told.pausedScopes, 1), "until");
        uint64 count = p.guardian.pauseCount();
        IProtocolLens.PauseView[] memory pauses = p.lens.pauses(1, type(uint64).max);
        assertEq(pauses.length, count, "pauses");
        assertTrue(pauses[count - 1].active, "the last one runs");
        for (uint64 id = 1; id <= count; ++id) {
            assertEq(keccak256(abi.encode(pauses[id - 1].pause)), keccak256(abi.encode(p.guardian.pauseOf(id))), "pause");
        }
    }

    function test_a_subject_is_told_with_what_it_scores_now() public view {
        IProtocolLens.SubjectView[] memory subjects = p.lens.subjects(2, 5);
        assertEq(subjects.length, 4, "a page");
        for (uint32 i = 0; i < subjects.length; ++i) {
            uint32 id = i + 2;
            (uint16 score,) = p.risk.score(id);
            (, uint256 failed) = p.risk.eligibility(id);
            assertEq(subjects[i].subjectId, id, "number");
            assertEq(subjects[i].scoreNow, score, "score");
            assertEq(subjects[i].failedRules, failed, "rules");
            assertEq(keccak256(abi.encode(subjects[i].subject)), keccak256(abi.encode(p.risk.subject(id))), "subject");
            assertEq(keccak256(abi.encode(subjects[i].inputs)), keccak256(abi.encode(p.risk.inputs(id))), "inputs");
        }
    }

    function test_policies_are_told_with_holder_claim_and_state() public view {
        uint256 count = p.underwriting.policyCount();
        IProtocolLens.PolicyView[] memory policies = p.lens.policies(0, type(uint256).max);
        IProtocolLens.PolicyCounts memory counts = p.lens.policyCounts(1, count);
        uint256 premium;
        uint256 paid;
        uint256[7] memory states;
        for (uint256 i = 0; i < count; ++i) {
            IUnderwriting.Policy memory policy = p.underwriting.policy(i + 1);
            assertEq(keccak256(abi.encode(policies[i].policy)), keccak256(abi.encode(policy)), "policy");
            assertEq(policies[i].holder, p.policyNFT.ownerOf(i + 1), "holder");
            assertEq(policies[i].openClaim, p.claims.openClaimOf(i + 1), "claim");
            states[uint256(policies[i].state)] += 1;
            premium += policy.premium;
            paid += policy.paid;
        }
        assertEq(keccak256(abi.encode(states)), keccak256(abi.encode(counts.count)), "states");
        assertEq(counts.premium, premium, "premium");
        assertEq(counts.paid, paid, "paid");
    }

    function test_a_policy_goes_through_the_states_of_its_life() public {
        handler.buy(1, uint256(Kind.StablecoinDepeg), 20_000e6, 30 days);
        uint256 id = p.underwriting.policyCount();
        IUnderwriting.Policy memory policy = p.underwriting.policy(id);
        vm.warp(policy.start - 1);
        _assertState(id, IProtocolLens.PolicyState.Waiting);
        vm.warp(policy.start);
        _assertState(id, IProtocolLens.PolicyState.Active);
        vm.warp(policy.end);
        _assertState(id, IProtocolLens.PolicyState.Grace);
        vm.warp(uint256(policy.graceEnd) + 1);
        _assertState(id, IProtocolLens.PolicyState.Overdue);
        uint256[] memory ids = new uint256[](1);
        ids[0] = id;
        p.underwriting.expire(ids);
        _assertState(id, IProtocolLens.PolicyState.Expired);
    }

    function test_a_cancelled_policy_is_told_as_cancelled() public {
        handler.buy(1, uint256(Kind.StablecoinDepeg), 20_000e6, 90 days);
        uint256 id = p.underwriting.policyCount();
        vm.prank(p.policyNFT.ownerOf(id));
        p.underwriting.cancel(id);
        _assertState(id, IProtocolLens.PolicyState.Cancelled);
    }

    function _assertState(uint256 id, IProtocolLens.PolicyState expected) private view {
        assertEq(uint256(p.lens.policies(id, id)[0].state), uint256(expected), "state");
    }

    function test_parameters_and_their_changes_are_told_as_registered() public view {
        IProtocolLens.ParameterView[] memory parameters = p.lens.parameters();
        assertEq(parameters.length, p.parameters.keyCount(), "parameters");
        for (uint256 i = 0; i < parameters.length; ++i) {
            bytes32 key = p.parameters.keyAt(i);
            bytes32[] memory scopes = p.parameters.scopesOf(key);
            assertEq(parameters[i].key, key, "key");
            assertEq(keccak256(abi.encode(parameters[i].spec)), keccak256(abi.encode(p.parameters.spec(key))), "spec");
            assertEq(parameters[i].value, p.parameters.get(key, ParameterScope.GLOBAL), "value");
            assertEq(keccak256(abi.encode(parameters[i].scopes)), keccak256(abi.encode(scopes)), "scopes");
            for (uint256 j = 0; j < scopes.length; ++j) {
                assertEq(parameters[i].values[j], p.parameters.get(key, scopes[j]), "override");
            }
        }
        IProtocolLens.ChangeView[] memory changes = p.lens.changes(1, type(uint64).max);
        assertEq(changes.length, p.parameters.changeCount(), "changes");
        for (uint64 id = 1; id <= changes.length; ++id) {
            assertEq(changes[id - 1].changeId, id, "number");
            assertEq(keccak256(abi.encode(changes[id - 1].change)), keccak256(abi.encode(p.parameters.change(id))), "change");
        }
    }

    function test_the_treasury_is_told_with_every_asset_and_venue() public view {
        IProtocolLens.TreasuryView memory told = p.lens.treasury();
        assertEq(told.assets.length, p.treasury.assetCount(), "assets");
        address asset = p.treasury.assetAt(0);
        assertEq(told.assets[0].asset, asset, "asset");
        assertEq(keccak256(abi.encode(told.assets[0].health)), keccak256(abi.encode(p.treasury.health(asset))), "health");
        assertEq(keccak256(abi.encode(told.assets[0].peg)), keccak256(abi.encode(p.treasury.pegFeed(asset))), "peg");
        assertEq(told.venues.length, p.treasury.venueCount(), "venues");
        for (uint256 i = 0; i < told.venues.length; ++i) {
            assertEq(told.venues[i].venue, p.treasury.venueAt(i), "venue");
            assertEq(
                keccak256(abi.encode(told.venues[i].state)),
                keccak256(abi.encode(p.treasury.venue(told.venues[i].venue))),
                "venue's state"
            );
        }
        (uint256 spent, uint256 limit) = p.treasury.councilEpoch();
        assertEq(told.councilSpent, spent, "spent");
        assertEq(told.councilLimit, limit, "limit");
        (uint8 used, uint8 most, uint48 ends) = p.guardian.budget();
        assertEq(told.pausesUsed, used, "pauses");
        assertEq(told.pausesMax, most, "most pauses");
        assertEq(told.pauseWindowEnds, ends, "window");
    }

    function test_incidents_and_claims_are_told_with_what_belongs_to_them() public view {
        IProtocolLens.IncidentView[] memory incidents = p.claimsLens.incidents(1, type(uint64).max);
        for (uint64 id = 1; id <= incidents.length; ++id) {
            IProtocolLens.IncidentView memory told = incidents[id - 1];
            RiskPool pool = p.pools[told.incident.poolId - 1];
            assertEq(keccak256(abi.encode(told.incident)), keccak256(abi.encode(p.incidents.incident(id))), "incident");
            assertEq(keccak256(abi.encode(told.reserve)), keccak256(abi.encode(pool.incidentReserve(id))), "reserve");
            assertEq(keccak256(abi.encode(told.totals)), keccak256(abi.encode(p.claims.totals(id))), "totals");
        }
        IProtocolLens.ClaimView[] memory claims = p.claimsLens.claims(1, type(uint64).max);
        assertGt(claims.length, 0, "nobody claims");
        for (uint64 id = 1; id <= claims.length; ++id) {
            IClaims.Claim memory claim = p.claims.claim(id);
            (uint256 due, uint16 share) = p.claims.due(id);
            assertEq(keccak256(abi.encode(claims[id - 1].claim)), keccak256(abi.encode(claim)), "claim");
            assertEq(claims[id - 1].holder, p.policyNFT.ownerOf(claim.coverId), "holder");
            assertEq(claims[id - 1].dueNow, due, "due");
            assertEq(claims[id - 1].proRataBps, share, "share");
            assertEq(claims[id - 1].evidenceCount, p.tribunal.evidenceCount(CaseKind.Claim, id), "evidence");
        }
    }

    function test_cases_series_and_integrators_are_told_as_they_stand() public view {
        IProtocolLens.CaseView[] memory cases = p.claimsLens.cases(1, type(uint64).max);
        assertGt(cases.length, 0, "nothing is decided");
        for (uint64 id = 1; id <= cases.length; ++id) {
            assertEq(keccak256(abi.encode(cases[id - 1].case_)), keccak256(abi.encode(p.tribunal.case_(id))), "case");
        }
        IProtocolLens.SeriesView[] memory series = p.claimsLens.series(1, type(uint256).max);
        assertGt(series.length, 0, "no series");
        assertEq(keccak256(abi.encode(series[0].series)), keccak256(abi.encode(p.series.series(1))), "series");
        IProtocolLens.IntegratorView[] memory integrators = p.claimsLens.integrators();
        assertGt(integrators.length, 0, "no integrator");
        address integrator = p.accountCover.integratorAt(0);
        assertEq(integrators[0].integrator, integrator, "integrator");
        assertEq(integrators[0].fundedUntil, p.accountCover.fundedUntil(integrator), "funded");
        assertEq(integrators[0].accounts, p.accountCover.accountCount(integrator), "accounts");
        assertEq(
            keccak256(abi.encode(integrators[0].state)), keccak256(abi.encode(p.accountCover.integrator(integrator))), "state"
        );
    }

    function test_deadlines_come_earliest_first_and_none_lies_behind() public {
        handler.lose(uint256(Kind.StablecoinDepeg), 10_000e6, 3);
        IClaimsLens.Deadline[] memory all = p.claimsLens.nextDeadlines(64);
        assertGt(all.length, 1, "hardly a deadline");
        for (uint256 i = 0; i < all.length; ++i) {
            assertGe(all[i].at, block.timestamp, "behind");
            if (i > 0) assertGe(all[i].at, all[i - 1].at, "order");
        }
        IClaimsLens.Deadline[] memory first = p.claimsLens.nextDeadlines(1);
        assertEq(first.length, 1, "as many as asked for");
        assertEq(first[0].at, all[0].at, "the earliest");
        assertEq(p.claimsLens.nextDeadlines(0).length, 0, "none asked for");
    }

    function test_an_alarm_has_the_deadline_at_which_it_lapses() public {
        _assertDeadline(0, IClaimsLens.DeadlineKind.IncidentLapses);
    }

    function test_a_confirmed_loss_has_the_deadline_of_its_challenge() public {
        _assertDeadline(1, IClaimsLens.DeadlineKind.ChallengeEnds);
    }

    function test_a_challenged_loss_has_the_deadline_of_its_evidence() public {
        _assertDeadline(3, IClaimsLens.DeadlineKind.EvidenceEnds);
    }

    function test_a_loss_that_is_paid_has_the_deadline_of_its_claims() public {
        _assertDeadline(7, IClaimsLens.DeadlineKind.ClaimsEnd);
    }

    function _assertDeadline(uint256 stage, IClaimsLens.DeadlineKind kind) private {
        handler.lose(uint256(Kind.StablecoinDepeg), 10_000e6, stage);
        IClaimsLens.Deadline[] memory all = p.claimsLens.nextDeadlines(64);
        for (uint256 i = 0; i < all.length; ++i) {
            if (all[i].kind == kind) return;
        }
        assertTrue(false, "the deadline is not told");
    }

    function test_every_open_case_is_told_to_close() public view {
        uint256 open;
        for (uint64 id = 1; id <= p.tribunal.caseCount(); ++id) {
            if (p.tribunal.case_(id).outcome == CaseOutcome.Open && p.tribunal.case_(id).closes >= block.timestamp) ++open;
        }
        assertGt(open, 0, "no case is open");
        uint256 closing;
        IClaimsLens.Deadline[] memory all = p.claimsLens.nextDeadlines(64);
        for (uint256 i = 0; i < all.length; ++i) {
            if (all[i].kind == IClaimsLens.DeadlineKind.CaseCloses) ++closing;
        }
        assertEq(closing, open, "each open case closes");
    }

    function test_a_page_past_the_end_is_cut_and_one_outside_is_empty() public view {
        uint32 count = p.risk.subjectCount();
        assertEq(p.lens.subjects(count, count + 10).length, 1, "cut");
        assertEq(p.lens.subjects(count + 1, count + 10).length, 0, "outside");
        assertEq(p.lens.subjects(5, 4).length, 0, "reversed");
        assertEq(p.lens.subjects(0, 1).length, 1, "from the first");
    }
}
