package org.breakwater.core.watch.rule;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.risk.MetricKind;

/// What raises an alert, and what clears it.
public sealed interface Rule {

    Heading heading();

    default String name() {
        return heading().name();
    }

    /// What every rule has.
    ///
    /// @param name lower case with hyphens, the same as long as the rule is the same
    /// @param severity empty where what is found says it, which only states do
    /// @param says a sentence without its full stop; what it is about is added to it
    /// @param unless no alert about something about which one of these rules has an alert
    /// @param patience for how long it must be so before it is told
    record Heading(String name, Optional<Severity> severity, String says, SortedSet<String> unless, Patience patience) {

        public Heading {
            unless = new TreeSet<>(unless);
        }
    }

    /// How long something must be so.
    sealed interface Patience {

        /// It is told at once.
        record None() implements Patience {}

        /// @param blocks counted by height, the first one included
        record Blocks(int blocks) implements Patience {}

        /// @param time by the blocks' times; for the monitor's own health by this machine's clock
        record Time(Duration time) implements Patience {}
    }

    /// Which way a figure goes.
    enum Side {
        BELOW,
        ABOVE
    }

    /// A figure is beyond a limit. A figure that is missing says nothing against an alert that stands, except that
    /// a ratio to nothing is not below anything.
    ///
    /// @param limit in the metric's unit; the alert is raised beyond it, not at it
    /// @param clears beyond which, to the other side, it is cleared; at `limit` where both are the same
    record Threshold(Heading heading, MetricKind metric, MetricScope of, Side side, BigInteger limit, BigInteger clears)
            implements Rule {}

    /// A figure went far from the highest, or the lowest, that it had within a time.
    ///
    /// @param side below: it fell from the highest; above: it rose from the lowest
    /// @param over at most {@link #MOST_SPAN}
    /// @param moreBps of the value it went from, basis points
    /// @param clearsBps at or below which the alert is cleared
    record Change(
            Heading heading,
            MetricKind metric,
            MetricScope of,
            Side side,
            Duration over,
            BigInteger moreBps,
            BigInteger clearsBps)
            implements Rule {

        public static final Duration MOST_SPAN = Duration.ofDays(31);
        public static final Duration LEAST_SPAN = Duration.ofMinutes(1);
    }

    /// Something happened. The alert stands until the contrary happens, or for a time.
    ///
    /// @param atLeast of what moves, where the event moves something; 1e-6 of a settlement asset
    /// @param stands by the blocks' times
    record Event(Heading heading, EventKind event, BigInteger atLeast, Duration stands) implements Rule {}

    /// Something is so at a block.
    ///
    /// @param within how far ahead is looked, where the state is a time that comes near
    record State(Heading heading, StateKind state, Duration within) implements Rule {}

    /// An owner of a Safe signed none of what it executed last. Cleared when they sign, or are no owner any more.
    ///
    /// @param atLeast so many transactions in a row were executed without them, 1 to {@link #MOST_TRANSACTIONS}
    /// @param over within this time, by the blocks' times; at most {@link #MOST_SPAN}
    record Signer(Heading heading, int atLeast, Duration over) implements Rule {

        public static final int MOST_TRANSACTIONS = 100;

        /// How far back signatures are read.
        public static final Duration MOST_SPAN = Duration.ofDays(90);
    }

    /// The monitor itself is not well.
    ///
    /// @param limit where the kind has one
    record Health(Heading heading, HealthKind health, Duration limit) implements Rule {}
}
