package org.breakwater.core.governor;

import java.util.List;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.protocol.CaseKind;

/// Constants by the numbers that contracts give them, which follow their order.
final class Codes {

    private Codes() {}

    static AbiValue of(BallotChoice choice) {
        return number(List.of(BallotChoice.values()), choice);
    }

    static AbiValue of(CaseKind kind) {
        return number(List.of(CaseKind.values()), kind);
    }

    private static <E> AbiValue number(List<E> constants, E one) {
        return AbiValue.Whole.of(constants.indexOf(one));
    }
}
