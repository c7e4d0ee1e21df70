package org.breakwater.core.call;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.rule.ParameterClash.Setting;
import org.breakwater.core.value.Hash32;

/// A call that gives a parameter another value, now or after a delay.
public record ParameterStep(Way way, Hash32 key, ParameterScope scope, BigInteger value) {

    /// How the value comes into force.
    public enum Way {
        /// Announced by a member; waits for the parameter's own delay.
        PROPOSED("proposeChange"),
        /// Decided by the DAO, which has waited already.
        PROPOSED_BY_DAO("proposeChangeAsDao"),
        /// Towards safety, at once.
        TIGHTENED("tightenNow");

        private final String function;

        Way(String function) {
            this.function = "ParameterRegistry." + function;
        }
    }

    /// The step that a call takes, if it takes one.
    public static Optional<ParameterStep> of(CallReading reading) {
        if (reading instanceof CallReading.Understood understood) {
            for (var way : Way.values()) {
                if (way.function.equals(understood.function())) {
                    return Optional.of(new ParameterStep(
                            way,
                            understood.word("key"),
                            new ParameterScope(understood.word("scope")),
                            understood.number("newValue")));
                }
            }
        }
        return Optional.empty();
    }

    /// What stands once it is taken.
    public Setting setting() {
        return new Setting(key, scope, value);
    }
}
