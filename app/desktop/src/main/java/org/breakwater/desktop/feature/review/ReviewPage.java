package org.breakwater.desktop.feature.review;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.council.Council;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.Review;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.review.check.Imitation;
import org.breakwater.core.review.check.MoneyFlow;
import org.breakwater.core.safe.NonceOrder;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.SafeSetup;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.place.Reviews;
import org.breakwater.desktop.wording.CallSentences;

/// What the review of a transaction shows. Made beside the toolkit's thread.
sealed interface ReviewPage {

    /// No transaction of that hash waits for that Safe.
    record Missing() implements ReviewPage {}

    /// It could not be reviewed.
    record Unreviewed(Problem problem) implements ReviewPage {}

    /// The Safe has executed it.
    ///
    /// @param title what it did, where its calldata says so
    record Executed(String safe, BigInteger nonce, SafeSetup.Executed entry, Optional<String> title)
            implements ReviewPage {}

    /// @param safe whose transaction it is
    /// @param title what it does, in a sentence
    /// @param lines its calls, each with a sentence
    /// @param flow what moves, where a picture says more than a sentence
    /// @param changes what is another afterwards, and what stays
    /// @param signers by name
    /// @param rivals other transactions of the same nonce
    /// @param others the other Safes that are watched here
    record Reviewed(
            WatchedSafe safe,
            QueuedTransaction queued,
            Optional<NonceOrder.Position> position,
            Review review,
            String title,
            List<Line> lines,
            Optional<FlowPicture> flow,
            List<ChangeRow> changes,
            List<String> signers,
            List<Rival> rivals,
            List<WatchedSafe> others)
            implements ReviewPage {

        public Reviewed {
            lines = List.copyOf(lines);
            changes = List.copyOf(changes);
            signers = List.copyOf(signers);
            rivals = List.copyOf(rivals);
            others = List.copyOf(others);
        }

        /// Whether it does nothing but use up its nonce.
        boolean isRejection() {
            return queued.transaction().isRejection(safe.address());
        }
    }

    /// One call.
    ///
    /// @param depth how deep it lies inside others, from 0
    /// @param imitations addresses in it that could be taken for others
    record Line(ReviewedCall call, int depth, String sentence, List<Imitation> imitations) {
        public Line {
            imitations = List.copyOf(imitations);
        }
    }

    /// Another transaction of the same nonce.
    record Rival(Hash32 hash, String sentence) {}

    /// Makes pages.
    ///
    /// @param name what an address is called
    record Maker(Reviews reviews, CallSentences sentences, Function<Address, String> name) {

        ReviewPage page(Known known, Council council, Address address, Hash32 hash) {
            return council.safe(address)
                    .flatMap(safe -> executed(known, safe, hash)
                            .or(() -> queued(safe, hash).map(queued -> page(known, council, safe, queued))))
                    .orElseGet(Missing::new);
        }

        private Optional<ReviewPage> executed(Known known, WatchedSafe safe, Hash32 hash) {
            var executed = safe.setup().executed();
            return IntStream.range(0, executed.size())
                    .filter(i -> executed.get(i).safeTxHash().equals(hash))
                    .mapToObj(i -> executed(known, safe, BigInteger.valueOf(i), executed.get(i)))
                    .findFirst();
        }

        private ReviewPage executed(Known known, WatchedSafe safe, BigInteger nonce, SafeSetup.Executed entry) {
            return new Executed(
                    safe.name(),
                    nonce,
                    entry,
                    entry.found(safe.domain(), nonce)
                            .map(done ->
                                    sentences.past(sentences.calls().readAll(safe.domain(), done.inner()), known)));
        }

        /// The review of the newest block.
        Review again(Reviewed reviewed) throws ProblemException {
            return reviews.again(reviewed.safe(), reviewed.queued());
        }

        private static Optional<QueuedTransaction> queued(WatchedSafe safe, Hash32 hash) {
            return all(safe).stream()
                    .filter(queued -> queued.hash().hash().equals(hash))
                    .findFirst();
        }

        private static List<QueuedTransaction> all(WatchedSafe safe) {
            return safe.queue().slots().stream()
                    .flatMap(slot -> slot.proposals().stream())
                    .toList();
        }

        private ReviewPage page(Known known, Council council, WatchedSafe safe, QueuedTransaction queued) {
            try {
                var review = reviews.review(safe, queued, known.block());
                return new Reviewed(
                        safe,
                        queued,
                        position(safe, queued),
                        review,
                        title(known, review.call()),
                        lines(known, review, review.call(), 0),
                        FlowPicture.of(review, named(review)),
                        new ChangeWords(named(review), sentences.deployment()).rows(review.facts(), known),
                        queued.signers().stream().map(name).toList(),
                        rivals(known, safe, queued),
                        council.safes().stream()
                                .filter(other -> !other.equals(safe))
                                .toList());
            } catch (ProblemException unread) {
                return new Unreviewed(unread.problem());
            }
        }

        private static Optional<NonceOrder.Position> position(WatchedSafe safe, QueuedTransaction queued) {
            return safe.queue().slots().stream()
                    .filter(slot -> slot.proposals().contains(queued))
                    .map(NonceOrder.Slot::position)
                    .findFirst();
        }

        private String title(Known known, ReviewedCall call) {
            return call.isEnvelope()
                    ? sentences.of(
                            call.inner().stream().map(ReviewedCall::reading).toList(), known)
                    : sentences.of(call.reading(), known);
        }

        /// By the person's book, else by what the review vouches for.
        private Function<Address, String> named(Review review) {
            return address -> {
                var written = name.apply(address);
                var vouched = review.facts().names().get(address);
                return vouched != null && written.startsWith("0x") ? vouched : written;
            };
        }

        private String sentence(Known known, Review review, ReviewedCall call) {
            if (call.isEnvelope() && call.operation() == Operation.DELEGATE_CALL) {
                var calls = call.inner().size();
                return "Make " + (calls == 1 ? "1 call" : Numbers.count(calls) + " calls") + " as the Safe, through "
                        + named(review).apply(call.target());
            }
            var sentence = sentences.of(call.reading(), known);
            return call.reading() instanceof CallReading.Payment
                    ? sentence + " to " + named(review).apply(call.target())
                    : sentence;
        }

        private List<Line> lines(Known known, Review review, ReviewedCall call, int depth) {
            var lines = new ArrayList<Line>();
            var flows = review.facts().flows().stream()
                    .filter(flow -> flow.place().equals(call.place()))
                    .map(MoneyFlow::to)
                    .toList();
            var imitations = review.facts().imitations().stream()
                    .filter(imitation ->
                            imitation.address().equals(call.target()) || flows.contains(imitation.address()))
                    .toList();
            lines.add(new Line(call, depth, sentence(known, review, call), imitations));
            call.inner().forEach(inner -> lines.addAll(lines(known, review, inner, depth + 1)));
            return lines;
        }

        private List<Rival> rivals(Known known, WatchedSafe safe, QueuedTransaction queued) {
            return all(safe).stream()
                    .filter(other -> other.transaction()
                            .nonce()
                            .equals(queued.transaction().nonce()))
                    .filter(other -> !other.equals(queued))
                    .map(other -> new Rival(
                            other.hash().hash(),
                            sentences.of(
                                    sentences
                                            .calls()
                                            .read(
                                                    safe.domain(),
                                                    other.transaction().inner()),
                                    known)))
                    .toList();
        }
    }
}
