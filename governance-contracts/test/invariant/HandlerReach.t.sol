// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {CaseOutcome, ClaimState, IncidentState, Kind} from "../../src/interfaces/Types.sol";
import {ICoverSeries} from "../../src/interfaces/ICoverSeries.sol";
import {Deployment} from "../../script/Deployment.sol";
import {Base} from "../Base.sol";
import {Handler} from "./Handler.sol";

/// @notice An invariant says nothing of what was never tried: here the handler's acts are shown to reach the places that matter.
contract HandlerReachTest is Base {
    Handler internal handler;
    Deployment.Protocol internal p;

    function setUp() public {
        handler = new Handler();
        p = handler.world();
    }

    function test_a_loss_under_the_limits_is_paid_without_people() public {
        handler.lose(uint256(Kind.SmartContract), 10_000e6, 7);
        assertGe(p.claims.claimCount(), 1, "no claim was made");
        assertEq(uint256(p.claims.claim(1).state), uint256(ClaimState.Paid), "the claim was not paid");
        assertGt(handler.paidInIncident(1), 0, "nothing was paid");
    }

    function test_a_challenged_loss_is_decided_by_a_vote() public {
        handler.lose(uint256(Kind.SmartContract), 10_000e6, 3);
        assertEq(uint256(p.incidents.incident(1).state), uint256(IncidentState.Escalated), "not escalated");
        handler.decide(0);
        assertTrue(p.tribunal.case_(1).outcome != CaseOutcome.Open, "the case was not closed");
    }

    function test_a_loss_in_custody_always_goes_to_people() public {
        handler.lose(uint256(Kind.Custody), 10_000e6, 7);
        assertEq(uint256(p.incidents.incident(1).state), uint256(IncidentState.Escalated), "custody was not escalated");
    }

    function test_an_unconfirmed_incident_can_lapse() public {
        handler.lose(uint256(Kind.Bridge), 10_000e6, 0);
        handler.passTime(20 days);
        handler.lapseIncident(1);
        assertEq(uint256(p.incidents.incident(1).state), uint256(IncidentState.Lapsed), "it did not lapse");
    }

    function test_a_series_is_sold_settled_and_redeemed() public {
        handler.openSeries(20_000);
        handler.mintSeries(1, 500);
        handler.settleSeries(1, 240);
        assertEq(uint256(p.series.series(1).state), uint256(ICoverSeries.SeriesState.Settled), "not settled");
        handler.redeemSeries(1 | (1 << 8));
        assertGt(p.series.series(1).unitsRedeemed, 0, "nothing was redeemed");
    }

    function test_redemptions_are_filled() public {
        handler.requestRedeem(1, 1, 10);
        for (uint256 n = 0; n < 16; ++n) {
            handler.passTime(30 hours);
        }
        handler.processQueue(1, 2);
        (uint256 head,) = p.pools[1].queue();
        assertEq(head, 2, "the request was not filled");
        assertGt(p.pools[1].owed(p.pools[1].request(1).controller), 0, "nothing is owed");
    }

    function test_parameters_change_and_pauses_run() public {
        uint256 executed;
        for (uint256 n = 0; n < 61; ++n) {
            handler.proposeChange(n, n * 7 + 3, false);
        }
        for (uint256 n = 0; n < 8; ++n) {
            handler.passTime(30 hours);
        }
        for (uint64 id = 1; id <= p.parameters.changeCount(); ++id) {
            try p.parameters.execute(id) {
                ++executed;
            } catch {}
        }
        assertGt(executed, 5, "hardly any change was executed");
        handler.pause(255, 0, 24 hours);
        assertTrue(p.guardian.isPaused(1, 1), "nothing was paused");
    }
}
