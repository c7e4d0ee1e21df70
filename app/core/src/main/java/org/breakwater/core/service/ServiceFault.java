package org.breakwater.core.service;

import java.time.Duration;
import java.util.Optional;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.ChainId;

/// A transaction service did not give what was asked for. Proposals can travel as files without it.
public sealed interface ServiceFault {

    /// Its name, without secrets.
    String service();

    Problem problem();

    /// Whether the same question may be answered later.
    default boolean passes() {
        return false;
    }

    /// Nobody answers there.
    record Unreachable(String service, String why) implements ServiceFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    "No transaction service answers at " + service + ": " + why + ".",
                    "Check the address, or pass proposals on as files.");
        }

        @Override
        public boolean passes() {
            return true;
        }
    }

    /// It took the question and did not finish its answer in time.
    record Stalled(String service, Duration limit) implements ServiceFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    service + " did not finish its answer within " + limit.toSeconds() + " s.",
                    "Try again later, or pass proposals on as files.");
        }

        @Override
        public boolean passes() {
            return true;
        }
    }

    /// It asked for fewer questions (HTTP status 429).
    ///
    /// @param asked how long it wants to be left alone, where it says so
    record RateLimited(String service, Optional<Duration> asked) implements ServiceFault {

        @Override
        public Problem problem() {
            var wish = asked.map(time -> " and wants to be left alone for " + time.toSeconds() + " s")
                    .orElse("");
            return Problem.of(
                    service + " answers fewer questions than were asked" + wish + ".",
                    "Try again later, or enter a key that allows more.");
        }

        @Override
        public boolean passes() {
            return true;
        }
    }

    /// It is out of order (HTTP statuses from 500).
    record Unavailable(String service, int status, ServiceRefusal refusal) implements ServiceFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    service + " is out of order (HTTP status " + status + "): “" + refusal + "”.",
                    "Try again later, or pass proposals on as files.");
        }

        @Override
        public boolean passes() {
            return true;
        }
    }

    /// It does not serve this Safe for legal reasons (HTTP status 451).
    record LegalReasons(String service, String what, ServiceRefusal refusal) implements ServiceFault {

        @Override
        public Problem problem() {
            return new Problem(
                    service + " does not serve " + what + " for legal reasons: “" + refusal + "”.",
                    "The Safe itself is not affected; its owners can still sign and execute.",
                    "Pass proposals on as files.");
        }
    }

    /// It did not let this program in (HTTP statuses 401 and 403).
    record Shut(String service, int status) implements ServiceFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    service + " does not let this console in (HTTP status " + status + ").",
                    "Check the service's address and its key.");
        }
    }

    /// It does not know what it was asked about (HTTP status 404).
    record Unknown(String service, String what) implements ServiceFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    service + " does not know " + what + ".",
                    "Check that it is of this network, or wait until the service has seen it.");
        }
    }

    /// It said no, in its own words.
    ///
    /// @param status of HTTP
    record Refused(String service, String what, int status, ServiceRefusal refusal) implements ServiceFault {

        @Override
        public Problem problem() {
            return new Problem(
                    service + " refused " + what + " (HTTP status " + status + "): “" + refusal + "”.",
                    "Nothing of it was taken.",
                    "Correct what it names, or pass the proposal on as a file.");
        }
    }

    /// It sends this program to another address, where neither the question nor the key may go.
    record Elsewhere(String service, String what, String where) implements ServiceFault {

        @Override
        public Problem problem() {
            return new Problem(
                    service + " sends the question for " + what + " on to “" + where + "”.",
                    "Neither the question nor the key was sent there.",
                    "Check the service's address.");
        }
    }

    /// What it sent is not an answer to what was asked. Nothing of it was used.
    ///
    /// @param why half a sentence
    record Malformed(String service, String what, String why) implements ServiceFault {

        @Override
        public Problem problem() {
            return new Problem(
                    "What " + service + " sent for " + what + " is no answer: " + why + ".",
                    "Nothing of it was used.",
                    "If it stays so, choose another service, or pass proposals on as files.");
        }
    }

    /// Its answer does not end where the largest honest one would.
    ///
    /// @param limit in bytes
    record TooLarge(String service, String what, long limit) implements ServiceFault {

        @Override
        public Problem problem() {
            return new Problem(
                    "What " + service + " sent for " + what + " is larger than " + limit / (1 << 20) + " MiB.",
                    "Nothing of it was used.",
                    "Choose another service, or pass proposals on as files.");
        }
    }

    /// Its pages do not end.
    ///
    /// @param why half a sentence
    record Endless(String service, String what, String why) implements ServiceFault {

        @Override
        public Problem problem() {
            return new Problem(
                    "The list of " + what + " that " + service + " sends does not end: " + why + ".",
                    "Nothing of it was used.",
                    "Choose another service, or pass proposals on as files.");
        }
    }

    /// It is on another chain.
    record OtherChain(String service, ChainId expected, ChainId found) implements ServiceFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    service + " serves chain " + found + ", and the Safes are on chain " + expected + ".",
                    "Choose the service of chain " + expected + ".");
        }
    }

    /// This program gave the question up.
    record Cancelled(String service) implements ServiceFault {

        @Override
        public Problem problem() {
            return Problem.of("The question to " + service + " was given up.", "Ask again.");
        }
    }
}
