package org.breakwater.core.index;

import java.time.Duration;
import java.util.Optional;
import org.breakwater.core.chain.Unfit;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.ChainId;

/// An endpoint did not give what was asked for. Another one may.
public sealed interface EndpointFault extends IndexFault {

    /// Its name, without secrets.
    String endpoint();

    @Override
    default boolean passes() {
        return true;
    }

    /// In short.
    default Unfit unfit() {
        return switch (this) {
            case Unreachable _ -> Unfit.SILENT;
            case Stalled _ -> Unfit.STALLED;
            case RateLimited _ -> Unfit.BUSY;
            case Shut _, Refused _ -> Unfit.REFUSING;
            case Garbage _, TooLarge _, Restless _ -> Unfit.GARBAGE;
            case WrongChain _ -> Unfit.OTHER_CHAIN;
            case Behind _ -> Unfit.BEHIND;
        };
    }

    /// Nobody answers there.
    record Unreachable(String endpoint, String why) implements EndpointFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    "No Ethereum node answers at " + endpoint + ": " + why + ".",
                    "Check the address and that the node is running, or choose another endpoint.");
        }
    }

    /// It took the question and did not finish its answer in time.
    record Stalled(String endpoint, Duration limit) implements EndpointFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    endpoint + " did not finish its answer within " + limit.toMillis() + " ms.",
                    "Try again later, or choose another endpoint.");
        }
    }

    /// It asked for fewer questions.
    ///
    /// @param asked how long it wants to be left alone, where it says so
    record RateLimited(String endpoint, Optional<Duration> asked) implements EndpointFault {

        @Override
        public Problem problem() {
            var wish = asked.map(time -> " and wants to be left alone for " + time.toSeconds() + " s")
                    .orElse("");
            return Problem.of(
                    endpoint + " answers fewer questions than were asked" + wish + ".",
                    "Try again later, or choose an endpoint that allows more.");
        }
    }

    /// It did not let this program in.
    ///
    /// @param status of HTTP
    record Shut(String endpoint, int status) implements EndpointFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    endpoint + " does not serve this address (HTTP status " + status + ").",
                    "Check the address with its path and key, or choose another endpoint.");
        }

        @Override
        public boolean passes() {
            return false;
        }
    }

    /// It said no, in its own words.
    record Refused(String endpoint, String what, String words) implements EndpointFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    endpoint + " refused " + what + ": “" + words + "”.",
                    "Choose an endpoint that serves logs of old blocks.");
        }
    }

    /// What it sent is not an answer to what was asked. Nothing of it was used.
    ///
    /// @param why half a sentence, such as `the log has no address`
    record Garbage(String endpoint, String what, String why) implements EndpointFault {

        @Override
        public Problem problem() {
            return new Problem(
                    "What " + endpoint + " sent for " + what + " is no answer: " + why + ".",
                    "Nothing of it was used.",
                    "Check the endpoint; if it stays so, choose another one.");
        }
    }

    /// Its answer does not end where the largest possible one would.
    record TooLarge(String endpoint, String what, long limit) implements EndpointFault {

        @Override
        public Problem problem() {
            return new Problem(
                    "What " + endpoint + " sent for " + what + " is larger than " + limit / (1 << 20) + " MiB.",
                    "No honest answer is; nothing of it was used.",
                    "Choose another endpoint.");
        }
    }

    /// It is on another chain.
    record WrongChain(String endpoint, ChainId expected, ChainId found) implements EndpointFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    endpoint + " is on chain " + found + ", and the deployment file is for chain " + expected + ".",
                    "Choose an endpoint on chain " + expected + ", or the deployment file for chain " + found + ".");
        }

        @Override
        public boolean passes() {
            return false;
        }
    }

    /// It does not have a block that the chain has.
    record Behind(String endpoint, long height) implements EndpointFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    endpoint + " does not have block " + height + " yet; it is behind.",
                    "Wait until it has caught up, or choose another endpoint.");
        }
    }

    /// Its chain was another one each time it was looked at.
    record Restless(String endpoint) implements EndpointFault {

        @Override
        public Problem problem() {
            return new Problem(
                    "The newest blocks of " + endpoint + " changed while they were being read, again and again.",
                    "Several nodes that disagree may answer under one address.",
                    "Try again later, or choose another endpoint.");
        }
    }
}
