package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.problem.Problem;

/// A price, or why there is none.
public sealed interface QuoteAnswer {

    /// It is sold at this price.
    record Quoted(Quote quote) implements QuoteAnswer {}

    /// It is not sold.
    ///
    /// @param least least that would be taken, where the reason is a bound
    /// @param most most that would be taken, where the reason is a bound
    record Refused(Reason reason, Problem problem, Optional<BigInteger> least, Optional<BigInteger> most)
            implements QuoteAnswer {

        static Refused of(Reason reason, String happened, String remedy) {
            return new Refused(reason, Problem.of(happened, remedy), Optional.empty(), Optional.empty());
        }

        static Refused beyond(Reason reason, String happened, String remedy, BigInteger least, BigInteger most) {
            return new Refused(reason, Problem.of(happened, remedy), Optional.of(least), Optional.of(most));
        }
    }

    /// Why cover is not sold.
    enum Reason {
        UNKNOWN_POOL,
        UNKNOWN_SUBJECT,
        /// The pool insures another kind of subject.
        OTHER_KIND,
        /// The guardian has stopped sales.
        SALES_PAUSED,
        /// The subject is not listed, suspended for example.
        NOT_LISTED,
        /// The subject is unrated or critical.
        LEVEL,
        INCIDENT_OPEN,
        PEG_BROKEN,
        /// No wording was published.
        NO_TERMS,
        DURATION_OUT_OF_BOUNDS,
        /// It would end before the waiting period does.
        NOTHING_COVERED,
        AMOUNT_OUT_OF_BOUNDS,
        /// The pool or the subject is full, up to what is said.
        NO_CAPACITY,
        /// It would cost more than the pool's ceiling.
        RATE_ABOVE_CEILING,
        /// It costs more than the buyer would pay.
        PREMIUM_ABOVE_MAX
    }
}
