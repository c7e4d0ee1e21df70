package org.breakwater.desktop.feature.emergency;

import java.util.Optional;
import org.breakwater.core.acting.Person;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.review.Review;
import org.breakwater.core.review.Settled;
import org.breakwater.core.review.Verdict;
import org.breakwater.desktop.feature.emergency.Next.Act;
import org.breakwater.desktop.feature.emergency.PausePage.Subject;
import org.breakwater.desktop.fx.Attempt;

/// What somebody can do with a pause, from all that stands for and against it.
///
/// @param guardian the Safe that may pause; empty where none that is watched here may
/// @param subject what is decided on; empty while something is missing
/// @param missing what is still to be chosen
/// @param isUnderWay whether it was handed in, or carried out
/// @param isDrill whether it is only practised
/// @param review as far as it is made
/// @param settled what whoever acts has settled
/// @param person who acts
/// @param watches whether nobody signs at this console, whoever could
record PauseDecision(
        Optional<WatchedSafe> guardian,
        Optional<Subject> subject,
        String missing,
        boolean isUnderWay,
        boolean isDrill,
        Optional<Attempt<Review>> review,
        Settled settled,
        Optional<Person> person,
        boolean watches) {

    Next next() {
        if (guardian.isEmpty()) {
            return new Next.Cannot("None of the Safes that are watched here may pause.");
        }
        if (subject.isEmpty()) {
            return new Next.Cannot(missing);
        }
        if (isUnderWay) {
            return new Next.Done();
        }
        return subject.get()
                .refusal()
                .<Next>map(fact -> new Next.Cannot(PauseWords.refusal(fact)))
                .orElseGet(() -> isDrill ? new Next.Practise() : reviewed(guardian.get(), subject.get()));
    }

    private Next reviewed(WatchedSafe safe, Subject subject) {
        return switch (review.orElse(null)) {
            case null -> new Next.Cannot("It is being reviewed.");
            case Attempt.Refused<Review>(var refused) -> new Next.Cannot(refused.happened());
            case Attempt.Done<Review>(var done) -> {
                if (done.verdict() == Verdict.BLOCK) {
                    yield new Next.Cannot("The review blocks it. Read its checks.");
                }
                var open = settled.open(done);
                yield open.isEmpty() ? act(safe, subject) : new Next.Held(open);
            }
        };
    }

    private Next act(WatchedSafe safe, Subject subject) {
        if (person.isEmpty()) {
            return new Next.Cannot(
                    watches
                            ? "This console only watches. Hand it on as text or as a file."
                            : "Nobody can sign on this machine. Hand it on as text or as a file.");
        }
        var acts = person.get();
        var isNext =
                safe.setup().nonce().equals(subject.transaction().transaction().nonce());
        if (safe.isComplete(subject.transaction())) {
            return complete(acts, isNext);
        }
        var signers = subject.transaction().signers();
        if (!safe.setup().owners().contains(acts.address())) {
            return new Next.Cannot(acts.name() + " is no owner of the " + safe.name() + " Safe.");
        }
        if (signers.contains(acts.address())) {
            return new Next.Cannot(acts.name() + " has signed.");
        }
        var last = signers.size() + 1 >= safe.setup().threshold();
        return new Next.Can(last && isNext && acts.pays() ? Act.SIGN_AND_SEND : Act.SIGN, acts);
    }

    private static Next complete(Person acts, boolean isNext) {
        if (!acts.pays()) {
            return new Next.Cannot(acts.name() + " signs for Safes alone, and pays for nothing.");
        }
        return isNext
                ? new Next.Can(Act.SEND, acts)
                : new Next.Cannot("What comes before it has to be executed first.");
    }
}
