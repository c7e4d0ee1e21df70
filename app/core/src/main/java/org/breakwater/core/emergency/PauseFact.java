package org.breakwater.core.emergency;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.breakwater.core.protocol.PauseScope;

/// One thing that is true now and matters to a pause that somebody is about to sign.
public sealed interface PauseFact {

    /// Whether the guardian's contract would refuse the pause because of it.
    default boolean refuses() {
        return false;
    }

    /// What of the target is stopped already.
    ///
    /// @param scopes that are
    /// @param until the latest end of these stops
    record StoppedAlready(Set<PauseScope> scopes, Instant until) implements PauseFact {}

    /// Nothing of the target is stopped.
    record NothingStopped() implements PauseFact {}

    /// What of the target must not be stopped again yet (`PAUSE_COOLDOWN`).
    ///
    /// @param until when all of it may
    record Cooling(Set<PauseScope> scopes, Instant until) implements PauseFact {
        @Override
        public boolean refuses() {
            return true;
        }
    }

    record NothingCools() implements PauseFact {}

    /// How many pauses were made in 90 days, of how many that may (`PAUSE_BUDGET_90D`).
    ///
    /// @param frees when the oldest leaves the 90 days; the present while none is in them
    record Budget(int used, int most, Instant frees) implements PauseFact {
        @Override
        public boolean refuses() {
            return used >= most;
        }
    }

    /// It lasts longer than a pause may (`PAUSE_MAX`).
    ///
    /// @param most seconds
    record TooLong(long most) implements PauseFact {
        @Override
        public boolean refuses() {
            return true;
        }
    }

    /// Whether the Safe has the power to pause at once.
    record SafeHasPower(boolean has) implements PauseFact {
        @Override
        public boolean refuses() {
            return !has;
        }
    }

    /// Whether whoever acts is an owner of the Safe.
    record OwnPart(boolean isOwner) implements PauseFact {}

    /// How many owners must sign, and how many have.
    record Signatures(int given, int needed, int owners) implements PauseFact {}

    /// What else the Safe's order holds at or before the nonce of the pause.
    ///
    /// @param first nonces that have to be executed before
    /// @param displaced how many transactions without enough signatures end when the pause is executed
    record Turn(BigInteger nonce, List<BigInteger> first, int displaced) implements PauseFact {}
}
