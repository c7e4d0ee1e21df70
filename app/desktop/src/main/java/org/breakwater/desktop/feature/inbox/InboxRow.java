package org.breakwater.desktop.feature.inbox;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breakwater.core.inbox.Waiting;
import org.breakwater.core.inbox.Waiting.Need;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.wording.Finding;

/// One thing that waits, as its row and its preview show it.
///
/// @param key what it is, whatever its figures
/// @param fact what it is and what for: what a calendar and a reminder keep it by
/// @param sentence computed from its bytes, or from the chain
/// @param value what it moves, where it moves something
/// @param findings of the checks that ran here; empty where none applies
/// @param when it ends, or can be done
/// @param opens where it leads
/// @param act what going there is called
record InboxRow(
        String key,
        String fact,
        Need need,
        Kind kind,
        String sentence,
        String detail,
        Optional<TokenAmount> value,
        Standing standing,
        List<Finding> findings,
        When when,
        Place opens,
        String act,
        Optional<Quote> quote) {

    InboxRow {
        findings = List.copyOf(findings);
    }

    /// What kind of thing it is.
    enum Kind {
        SAFE,
        PROPOSAL,
        CHANGE,
        CLAIM,
        POLICY,
        POOL,
        MONEY,
        PAUSE
    }

    /// When it ends, or can be done.
    ///
    /// @param deadline until when; empty where it can wait, or cannot be done yet
    /// @param begins from when it can be done; empty where it can be now
    /// @param closing whether it ends within a day
    /// @param limit what stands in the place of a deadline where there is none
    /// @param under what stands under that
    record When(Optional<Instant> deadline, Optional<Instant> begins, boolean closing, String limit, String under) {

        static When of(Waiting waiting, Instant at, String limit, String under) {
            return new When(
                    waiting.deadline(),
                    waiting.since().filter(since -> waiting.need() == Need.LATER && since.isAfter(at)),
                    waiting.isClosing(at),
                    limit,
                    under);
        }

        /// The moment that a calendar keeps.
        Optional<Instant> moment() {
            return deadline.or(() -> begins);
        }
    }

    /// Who has signed, or how the vote stands.
    sealed interface Standing {

        /// @param signers recovered over our hash
        record Signed(List<String> signers, int threshold, boolean blocked) implements Standing {}

        /// Whole tokens.
        record Counted(BigInteger votes, BigInteger quorum, String words) implements Standing {}

        /// A split that nobody is shown before they have voted.
        record Hidden() implements Standing {}

        record Words(String words) implements Standing {}
    }

    /// What somebody says of it.
    record Quote(String whose, String words) {}

    Optional<Instant> deadline() {
        return when.deadline();
    }

    /// The worst that was found; empty where nothing was checked, which is no pass.
    Optional<Severity> worst() {
        return findings.isEmpty() ? Optional.empty() : Optional.of(Finding.worst(findings));
    }

    /// Whether a text stands anywhere in it.
    boolean mentions(String text) {
        var wanted = text.toLowerCase(Locale.ROOT);
        return (sentence + " " + detail).toLowerCase(Locale.ROOT).contains(wanted);
    }
}
