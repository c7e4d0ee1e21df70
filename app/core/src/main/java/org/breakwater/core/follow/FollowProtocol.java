package org.breakwater.core.follow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.FactDecoder;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexFault;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.index.Segment;
import org.breakwater.core.index.StoredFacts;
import org.breakwater.core.index.SyncIndex;
import org.breakwater.core.index.SyncReport;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.OutsideFacts;
import org.breakwater.core.value.Live;
import org.breakwater.core.value.Loadable;
import org.jspecify.annotations.Nullable;

/// Use case: keeps what is known of the protocol up with the chain. What is stored is shown first; then the chain is
/// looked at again and again. What goes wrong leaves the last knowledge in place, marked as stale.
public final class FollowProtocol {

    private static final String STORED = "As stored on this computer, without prices. What is newer is being read.";

    private static final Duration MOST_PATIENCE = Duration.ofMinutes(1);

    /// What following needs.
    ///
    /// @param every how long to wait between two looks at the chain, as things stand
    public record Parts(
            SyncIndex sync,
            IndexStore store,
            FactDecoder decoder,
            Deployment deployment,
            Outside outside,
            Supplier<Duration> every) {}

    /// How far reading has come, in blocks.
    public record Progress(long through, long head) {}

    private final Parts parts;
    private final Live<Loadable<Known>> known = new Live<>(new Loadable.Idle<>());
    private final Live<Progress> progress = new Live<>(new Progress(0, 0));
    private final Semaphore nudges = new Semaphore(0);
    private @Nullable Fold fold;
    private long through;
    private Duration patience;

    public FollowProtocol(Parts parts) {
        this.parts = parts;
        this.patience = parts.every().get();
    }

    /// What is known; set by the thread that follows.
    public Live<Loadable<Known>> known() {
        return known;
    }

    /// How far reading has come; set by the thread that follows.
    public Live<Progress> progress() {
        return progress;
    }

    /// Looks at the chain at once instead of at the next time.
    public void lookNow() {
        nudges.release();
    }

    /// Follows until the thread is interrupted.
    public void run() {
        known.set(new Loadable.Loading<>());
        while (!Thread.currentThread().isInterrupted()) {
            look();
            try {
                if (nudges.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    nudges.drainPermits();
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Catches up with the chain once. A look that is closed over ends with what it reads with: the threads that read
    /// take nothing more, and neither does the run.
    public void look() {
        try {
            catchUp();
            patience = parts.every().get();
        } catch (IndexException stopped) {
            if (!(stopped.fault() instanceof IndexFault.Cancelled)) {
                failed(stopped.fault().problem());
            }
        } catch (ProblemException stopped) {
            failed(stopped.problem());
        } catch (RejectedExecutionException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void catchUp() throws IndexException, ProblemException {
        if (fold == null) {
            foldStored();
            publishStored();
        }
        var segments = new ArrayList<Segment>();
        SyncReport report;
        try {
            report = parts.sync().run((segment, chain) -> {
                segments.add(segment);
                progress.set(new Progress(segment.through(), chain.head().number()));
            });
        } finally {
            fold(segments);
        }
        publish(report);
    }

    private void foldStored() throws IndexException, ProblemException {
        var fresh = new Fold(parts.deployment());
        parts.store().newestUpTo(Long.MAX_VALUE).ifPresent(newest -> fresh.expect(newest.time()));
        through = StoredFacts.read(parts.store(), parts.decoder(), parts.deployment(), fresh::add);
        fresh.finish();
        fold = fresh;
    }

    /// Shows what is stored before the chain is asked for what is newer. What only other contracts tell is not known
    /// yet.
    private void publishStored() throws IndexException {
        var present = fold;
        var newest = parts.store().newestUpTo(through);
        if (known.get() instanceof Loadable.Loading<Known> && present != null && newest.isPresent()) {
            var block = newest.get();
            var state = present.state();
            var view = state.at(block.time().getEpochSecond(), OutsideFacts.UNASKED);
            known.set(new Loadable.Stale<>(new Known(block, state, view, present.history()), block, STORED));
        }
    }

    /// Segments are in the store already: where they cannot be folded one after the other, the store is folded anew.
    private void fold(List<Segment> segments) throws IndexException, ProblemException {
        var present = fold;
        fold = null;
        if (present != null && segments.stream().allMatch(segment -> follows(present, segment))) {
            segments.reversed().stream()
                    .filter(segment -> !segment.facts().isEmpty())
                    .findFirst()
                    .ifPresent(last ->
                            present.expect(last.facts().getLast().block().time()));
            for (var segment : segments) {
                fold(present, segment);
            }
            fold = present;
        } else {
            foldStored();
        }
    }

    /// Facts of contracts that were named later lie below what is folded.
    private static boolean follows(Fold present, Segment segment) {
        return segment.found().isEmpty() && present.canGoBackTo(segment.after());
    }

    private void fold(Fold present, Segment segment) throws ProblemException {
        if (segment.after() < through) {
            present.goBackTo(segment.after());
        }
        for (var fact : segment.facts()) {
            present.add(fact);
        }
        present.finish();
        through = segment.through();
    }

    private void publish(SyncReport report) throws ProblemException {
        var head = report.chain().head();
        if (report.endpointIsBehind()) {
            failed(Problem.of(
                    "The node is behind: it is at block " + head.number() + ", block " + through + " was read before.",
                    "Wait until it has caught up, or ask another node."));
            return;
        }
        if (known.get() instanceof Loadable.Ready<Known>(var _, var asOf) && asOf.equals(head)) {
            return;
        }
        var present = fold;
        if (present != null) {
            var state = present.state();
            var view = state.at(head.time().getEpochSecond(), parts.outside().at(state, head));
            known.set(new Loadable.Ready<>(new Known(head, state, view, present.history()), head));
        }
    }

    private void failed(Problem problem) {
        var doubled = patience.multipliedBy(2);
        patience = doubled.compareTo(MOST_PATIENCE) < 0 ? doubled : MOST_PATIENCE;
        known.set(
                switch (known.get()) {
                    case Loadable.Ready<Known>(var value, var asOf) ->
                        new Loadable.Stale<>(value, asOf, problem.toString());
                    case Loadable.Stale<Known>(var value, var asOf, var _) ->
                        new Loadable.Stale<>(value, asOf, problem.toString());
                    case Loadable.Idle<Known> _, Loadable.Loading<Known> _, Loadable.Failed<Known> _ ->
                        new Loadable.Failed<>(problem);
                });
    }
}
