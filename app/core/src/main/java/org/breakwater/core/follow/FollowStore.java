package org.breakwater.core.follow;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.FactDecoder;
import org.breakwater.core.index.BlockRange;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexState;
import org.breakwater.core.index.Reveal;
import org.breakwater.core.index.StoredFacts;
import org.breakwater.core.index.StoredIndex;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.OutsideFacts;
import org.breakwater.core.value.BlockRef;
import org.jspecify.annotations.Nullable;

/// Use case: keeps what is known of the protocol up with an index that another process writes. It writes nothing. What is
/// new is folded onto what is known; a fork takes back what only the abandoned branch said. One thread looks.
public final class FollowStore {

    /// Times to look again where the index moves on meanwhile.
    private static final int PATIENCE = 5;

    private final Parts parts;
    private @Nullable Fold fold;
    private List<Reveal> reveals = List.of();
    private Optional<BlockRef> newest = Optional.empty();
    private Optional<FromStore> told = Optional.empty();

    /// What following needs.
    ///
    /// @param outside asked as of the index's newest block; what it cannot tell is taken from events
    public record Parts(StoredIndex store, FactDecoder decoder, Deployment deployment, Outside outside) {}

    public FollowStore(Parts parts) {
        this.parts = parts;
    }

    /// What the index tells now; empty while it holds no block yet. Where nothing is new it is the same as before.
    public Optional<FromStore> look() throws IndexException, ProblemException {
        var found = parts.store().newestUpTo(Long.MAX_VALUE);
        if (found.isEmpty() || isTold(found.get())) {
            return told;
        }
        for (int times = 0; times < PATIENCE; times++) {
            var before = found.get();
            var state = parts.store().state();
            var facts = StoredFacts.of(state, parts.decoder(), parts.deployment());
            catchUp(state, facts);
            found = parts.store().newestUpTo(Long.MAX_VALUE);
            if (found.equals(Optional.of(before))) {
                told = Optional.of(tell(before, state, facts));
                newest = found;
                return told;
            }
            if (found.isEmpty()) {
                return told;
            }
        }
        throw new ProblemException(Problem.of(
                "The index changes faster than it can be read.", "Wait until it has caught up with the chain."));
    }

    /// Whether everything is said of a block, prices too.
    private boolean isTold(BlockRef block) {
        return newest.equals(Optional.of(block))
                && told.filter(known -> known.unasked().isEmpty()).isPresent();
    }

    private void catchUp(IndexState state, StoredFacts facts) throws IndexException, ProblemException {
        var present = fold;
        fold = null;
        if (present == null || !state.reveals().equals(reveals) || !takeBack(present)) {
            present = new Fold(parts.deployment());
        }
        var expecting = present;
        parts.store().newestUpTo(state.through()).ifPresent(last -> expecting.expect(last.time()));
        var first = present.lastBlock().map(last -> last.number() + 1).orElse(0L);
        if (first <= state.through()) {
            facts.read(parts.store(), new BlockRange(first, state.through()), present::add);
            present.finish();
        }
        reveals = state.reveals();
        fold = present;
    }

    /// Goes back to the newest block that was folded and is still in the index. Blocks with logs are never forgotten.
    ///
    /// @return whether that was possible
    private boolean takeBack(Fold present) throws IndexException {
        var last = present.lastBlock();
        while (last.isPresent()
                && !parts.store().newestUpTo(last.get().number()).equals(last)) {
            var below = last.get().number() - 1;
            if (!present.canGoBackTo(below)) {
                return false;
            }
            present.goBackTo(below);
            last = present.lastBlock();
        }
        return last.isPresent();
    }

    private FromStore tell(BlockRef block, IndexState state, StoredFacts facts) {
        var present = fold;
        if (present == null) {
            throw new IllegalStateException("nothing is folded");
        }
        var known = present.state();
        OutsideFacts outside;
        Optional<Problem> unasked;
        try {
            outside = parts.outside().at(known, block);
            unasked = Optional.empty();
        } catch (ProblemException silent) {
            outside = known.logged();
            unasked = Optional.of(silent.problem());
        }
        var view = known.at(block.time().getEpochSecond(), outside);
        return new FromStore(new Known(block, known, view, present.history()), facts, state.finality(), unasked);
    }
}
