// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Base} from "../Base.sol";
import {IncidentTerms} from "../../src/IncidentTerms.sol";
import {IDirectory} from "../../src/interfaces/IDirectory.sol";
import {IIncidents} from "../../src/interfaces/IIncidents.sol";
import {EscalationReason, Kind} from "../../src/interfaces/Types.sol";

/// Which confirmed incidents people must look at: the lower of two severities counts, and an alarm (severity 0) measures
/// nothing.
contract IncidentTermsTest is Base {
    IncidentTerms private reader = new IncidentTerms(IDirectory(address(0)));

    function test_an_alarm_first_leaves_the_measurement_to_count() public view {
        assertDoubt(0, 3000, EscalationReason.AboveAutoLimit);
        assertDoubt(0, 1000, EscalationReason.None);
    }

    function test_of_two_measurements_the_lower_counts() public view {
        assertDoubt(1990, 2010, EscalationReason.None);
        assertDoubt(2010, 1990, EscalationReason.None);
        assertDoubt(2010, 2020, EscalationReason.AboveAutoLimit);
        assertDoubt(2020, 2010, EscalationReason.AboveAutoLimit);
    }

    /// 1,000,000 insured without a deductible; what exceeds 200,000 is not paid without people.
    function assertDoubt(uint16 first, uint16 second, EscalationReason expected) private view {
        IIncidents.Terms memory terms;
        terms.kind = Kind.Bridge;
        terms.autoLimitIncident = 200_000e6;
        EscalationReason found = reader.doubt(terms, 1_000_000e6, 1_000_000e6, first, second);
        assertEq(uint256(found), uint256(expected));
    }
}
