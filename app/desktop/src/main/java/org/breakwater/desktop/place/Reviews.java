package org.breakwater.desktop.place;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.council.Council;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.Review;
import org.breakwater.core.review.Reviewer;
import org.breakwater.core.review.policy.ChangePolicy;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.review.request.ReviewRequest;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;

/// The reviews of what waits for the Safes, by safeTxHash. Each is made beside the toolkit's thread, one after another,
/// and made again when its Safe or what waits for it is another, or when it has become old. Lives on the toolkit's
/// thread but for what says otherwise.
public final class Reviews {

    /// After how many blocks a review is made again although nothing that it looked at is known to have changed.
    private static final long OLD = 25;

    private final Reviewer reviewer;
    private final AddressBook book;
    private final ChangePolicy policy;
    private final Background background;
    private final ReadOnlyObjectWrapper<Map<Hash32, Made>> all = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Map<Hash32, Hash32>> elsewhere = new ReadOnlyObjectWrapper<>(Map.of());
    private volatile Map<Hash32, Made> snapshot = Map.of();
    private volatile Map<Hash32, Hash32> shownElsewhere = Map.of();
    private Loadable<Council> council = new Loadable.Loading<>();
    private Subscription making = Subscription.EMPTY;
    private boolean busy;

    /// @param policy what the person allows
    public Reviews(Reviewer reviewer, AddressBook book, ChangePolicy policy, Background background) {
        this.reviewer = reviewer;
        this.policy = policy;
        this.book = book;
        this.background = background;
    }

    /// How a review ended.
    public sealed interface Outcome {

        record Done(Review review) implements Outcome {}

        /// It could not be made.
        record Failed(Problem problem) implements Outcome {}
    }

    /// @param safe the state that it was made for
    /// @param allowed what the person allowed then; nothing where that could not be read
    /// @param elsewhere what a second machine showed when it was made
    /// @param block the newest when it was made
    private record Made(
            Outcome outcome,
            WatchedSafe safe,
            Optional<ReviewPolicy> allowed,
            Optional<Hash32> elsewhere,
            long block) {}

    /// Changes whenever a review is there.
    public ReadOnlyObjectProperty<?> changes() {
        return all.getReadOnlyProperty();
    }

    /// Has a transaction reviewed with the hash that a person read from a second machine, from now on.
    public void compare(Hash32 safeTxHash, Hash32 shown) {
        var all = new HashMap<>(shownElsewhere);
        all.put(safeTxHash, shown);
        shownElsewhere = Map.copyOf(all);
        elsewhere.set(shownElsewhere);
    }

    /// What second machines show, by the safeTxHash that is computed here.
    public ReadOnlyObjectProperty<Map<Hash32, Hash32>> elsewhere() {
        return elsewhere.getReadOnlyProperty();
    }

    private Optional<Hash32> elsewhere(QueuedTransaction queued) {
        return Optional.ofNullable(shownElsewhere.get(queued.hash().hash()));
    }

    /// What is known of a transaction; nothing while it is not reviewed. From any thread.
    public Optional<Outcome> of(Hash32 safeTxHash) {
        return Optional.ofNullable(snapshot.get(safeTxHash)).map(Made::outcome);
    }

    /// The review as of a block: the one that is there where it is no older, else a new one, which is kept. Blocking,
    /// beside the toolkit's thread.
    public Review review(WatchedSafe safe, QueuedTransaction queued, BlockRef asOf) throws ProblemException {
        var known = snapshot.get(queued.hash().hash());
        if (known != null
                && known.outcome() instanceof Outcome.Done(var review)
                && known.safe().equals(safe)
                && known.elsewhere().equals(elsewhere(queued))
                && known.allowed().equals(Optional.of(policy.now()))
                && review.block().number() >= asOf.number()) {
            return review;
        }
        return again(safe, queued);
    }

    /// A new review as of the newest block, which is kept. Blocking, beside the toolkit's thread.
    public Review again(WatchedSafe safe, QueuedTransaction queued) throws ProblemException {
        var shown = elsewhere(queued);
        var request = request(safe, queued, shown);
        var review = reviewer.review(request);
        var made = new Made(
                new Outcome.Done(review),
                safe,
                Optional.of(request.policy()),
                shown,
                review.block().number());
        background.quietly(() -> made, kept -> keep(queued, kept));
        return review;
    }

    /// Reviews whatever waits, until the answer is closed.
    public Subscription follow(ObservableValue<Loadable<Council>> safes) {
        return Subscription.combine(safes.subscribe(this::changed), () -> making.unsubscribe());
    }

    private void changed(Loadable<Council> newer) {
        council = newer;
        if (!busy) {
            next();
        }
    }

    /// A transaction that lacks its review.
    private record Wanted(WatchedSafe safe, QueuedTransaction queued) {}

    private void next() {
        var block = WithCouncil.asOf(council).map(BlockRef::number).orElse(0L);
        var wanted = WithCouncil.read(council).stream()
                .flatMap(read -> read.safes().stream())
                .flatMap(safe -> safe.waiting().stream()
                        .flatMap(slot -> slot.proposals().stream())
                        .map(queued -> new Wanted(safe, queued)))
                .filter(each -> lacks(each, block))
                .findFirst();
        busy = wanted.isPresent();
        wanted.ifPresent(each -> making = background.quietly(() -> made(each, block), made -> {
            keep(each.queued(), made);
            next();
        }));
    }

    private boolean lacks(Wanted wanted, long block) {
        var known = snapshot.get(wanted.queued().hash().hash());
        return known == null
                || !known.safe().equals(wanted.safe())
                || !known.elsewhere().equals(elsewhere(wanted.queued()))
                || block - known.block() >= OLD;
    }

    private Made made(Wanted wanted, long block) {
        var shown = elsewhere(wanted.queued());
        try {
            var request = request(wanted.safe(), wanted.queued(), shown);
            var review = reviewer.review(request);
            return new Made(new Outcome.Done(review), wanted.safe(), Optional.of(request.policy()), shown, block);
        } catch (ProblemException failed) {
            return failed(failed.problem(), wanted, shown, block);
        } catch (CancellationException closed) {
            return failed(Problem.of("The review was cancelled.", ""), wanted, shown, block);
        }
    }

    private static Made failed(Problem problem, Wanted wanted, Optional<Hash32> shown, long block) {
        return new Made(new Outcome.Failed(problem), wanted.safe(), Optional.empty(), shown, block);
    }

    private void keep(QueuedTransaction queued, Made made) {
        var kept = new HashMap<>(snapshot);
        kept.put(queued.hash().hash(), made);
        snapshot = Map.copyOf(kept);
        all.set(snapshot);
    }

    private ReviewRequest request(WatchedSafe safe, QueuedTransaction queued, Optional<Hash32> shown)
            throws ProblemException {
        var served = queued.served();
        var told = Told.NOTHING
                .safe(served.safe())
                .hash(served.statedHash())
                .proposer(served.proposer())
                .confirmations(served.confirmations())
                .waiting(safe.queue().slots().stream()
                        .flatMap(slot -> slot.proposals().stream())
                        .map(QueuedTransaction::transaction)
                        .toList());
        return new ReviewRequest(safe.address(), queued.transaction(), told, book, policy.now()).elsewhere(shown);
    }
}
