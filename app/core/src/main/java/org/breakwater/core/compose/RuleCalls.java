package org.breakwater.core.compose;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.governor.Dao;
import org.breakwater.core.protocol.DaoRule;
import org.breakwater.core.value.Address;

/// Reads calls that change the DAO's own rules.
record RuleCalls(InputReader inputs, ComposeContext context) {

    private static final BigInteger WHOLE = BigInteger.valueOf(100);

    Optional<ComposedCall> read() {
        if (!(context.composer() instanceof Composer.OfDao(var dao))) {
            throw new IllegalArgumentException("only the DAO changes its rules");
        }
        var rule = inputs.template().rule().orElseThrow();
        return value(rule).map(value -> new ComposedCall.SetRule(contract(dao, rule), rule, value));
    }

    private static Address contract(Dao dao, DaoRule rule) {
        return rule.isOfTimelock() ? dao.timelock() : dao.governor();
    }

    private Optional<BigInteger> value(DaoRule rule) {
        var input = inputs.template().inputs().getFirst();
        return inputs.read(input, missing(rule), text -> WrittenValue.read(rule.unit(), text))
                .filter(value -> {
                    requireAcceptable(rule, input, value);
                    return inputs.problems().isEmpty();
                });
    }

    private static String missing(DaoRule rule) {
        return switch (rule.unit()) {
            case SECONDS -> "Say how long, such as 2 d or 36 h.";
            case TOKEN -> "Say how many votes.";
            default -> "Say how many percent of the supply.";
        };
    }

    private void requireAcceptable(DaoRule rule, Input input, BigInteger value) {
        var inForce = context.known().view().governance().rule(rule);
        if (value.equals(inForce)) {
            inputs.refuse(input, "It is the value in force already.");
        } else if (rule == DaoRule.QUORUM && value.compareTo(WHOLE) > 0) {
            inputs.refuse(input, "No quorum is above 100 percent of the supply.");
        } else if (rule == DaoRule.VOTING_PERIOD && value.signum() == 0) {
            inputs.refuse(input, "A vote takes some time.");
        } else if (value.bitLength() > rule.bits()) {
            inputs.refuse(input, "The contract has no place for a value as large as that.");
        }
    }
}
