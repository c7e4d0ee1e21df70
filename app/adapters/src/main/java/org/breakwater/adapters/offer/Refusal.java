package org.breakwater.adapters.offer;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.offer.ProblemDocument;
import org.breakwater.core.offer.QuoteAnswer;

/// Ends a request with a problem document.
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ProblemDocument document;

    private Refusal(ProblemDocument document) {
        super(document.detail());
        this.document = document;
    }

    ProblemDocument document() {
        return document;
    }

    static Refusal of(ProblemType type, String detail, String remedy) {
        return of(type, detail, remedy, Optional.empty(), Optional.empty());
    }

    private static Refusal of(
            ProblemType type, String detail, String remedy, Optional<BigInteger> least, Optional<BigInteger> most) {
        return new Refusal(new ProblemDocument(type.uri(), type.title(), type.status(), detail, remedy, least, most));
    }

    static Refusal of(QuoteAnswer.Refused refused) {
        return of(
                ProblemType.of(refused.reason()),
                refused.problem().happened(),
                refused.problem().remedy(),
                refused.least(),
                refused.most());
    }

    static Refusal unknown(String what) {
        return of(ProblemType.UNKNOWN, "There is no " + what + ".", "Ask for the list.");
    }

    static Refusal cursorGone() {
        return of(
                ProblemType.CURSOR_GONE,
                "What the cursor was given for is not part of the chain any more.",
                "Drop what was read after the last block that stands, and begin the list again.");
    }

    static Refusal notReady() {
        return of(
                ProblemType.NOT_READY,
                "The index holds nothing to answer from, or has just moved to another branch.",
                "Ask again in a few seconds.");
    }
}
