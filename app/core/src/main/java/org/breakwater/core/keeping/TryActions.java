package org.breakwater.core.keeping;

import java.math.BigInteger;
import org.breakwater.core.execution.CallOutcome;
import org.breakwater.core.execution.ExecutionChain;
import org.breakwater.core.governor.Refusals;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Use case: tries a call as somebody would make it, on the newest block. Nothing is kept.
public record TryActions(ExecutionChain chain) {

    public Trial of(DueAction action, Address sender) throws ProblemException {
        var call = action.call();
        return switch (chain.attempt(sender, call.to(), BigInteger.ZERO, call.data())) {
            case CallOutcome.Reverted(var reason) -> new Trial.Refused(Refusals.sentence(reason));
            case CallOutcome.Returned(var value) ->
                action.returnsAmount() && isNothing(value) ? new Trial.NoEffect() : new Trial.Ready();
        };
    }

    /// Where no contract is, a call answers nothing at all.
    private static boolean isNothing(Bytes value) {
        return value.isFilledWith(0, 0, value.length());
    }
}
