package org.breakwater.core.follow;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.FactDecoder;
import org.breakwater.core.index.BlockRange;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexMark;
import org.breakwater.core.index.IndexReader;
import org.breakwater.core.index.IndexState;
import org.breakwater.core.index.Reveal;
import org.breakwater.core.index.SharedIndex;
import org.breakwater.core.index.StoredFacts;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.OutsideFacts;
import org.breakwater.core.projection.ProtocolState;
import org.breakwater.core.value.BlockRef;
import org.jspecify.annotations.Nullable;

/// Use case: keeps what is known of the protocol up with an index that another process writes. It writes nothing.
/// What is new is folded onto what is known; a fork takes back what only the abandoned branch said. One thread
/// looks.
public final class FollowStore {

    private final Parts parts;
    private @Nullable Fold fold;
    private List<Reveal> reveals = List.of();
    private @Nullable IndexMark mark;
    private Optional<FromStore> told = Optional.empty();

    /// What following needs.
    ///
    /// @param outside asked as of the index's newest block; what it cannot tell is taken from events
    public record Parts(SharedIndex index, FactDecoder decoder, Deployment deployment, Outside outside) {}

    private record Read(BlockRef block, ProtocolState state, StoredFacts facts, long finality) {}

    public FollowStore(Parts parts) {
        this.parts = parts;
    }

    /// What the index tells now; empty while it holds nothing of which pools could be valued. Where nothing is
    /// new it is the same as before.
    public Optional<FromStore> look() throws IndexException, ProblemException {
        var now = parts.index().mark();
        if (now.equals(mark)
                && told.filter(known -> known.unasked().isPresent()).isEmpty()) {
            return told;
        }
        var read = parts.index().read(this::catchUp);
        told = read.map(this::tell)
                .filter(from -> from.known().view().canValuePools())
                .or(() -> told);
        mark = now;
        return told;
    }

    private Optional<Read> catchUp(IndexReader index) throws IndexException, ProblemException {
        var state = index.state();
        var newest = index.newestUpTo(state.through());
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        var facts = StoredFacts.of(state, parts.decoder(), parts.deployment());
        var present = fold;
        fold = null;
        if (present == null || !state.reveals().equals(reveals) || !takeBack(present, index)) {
            present = new Fold(parts.deployment());
        }
        present.expect(newest.get().time());
        add(present, index, state, facts);
        reveals = state.reveals();
        fold = present;
        return Optional.of(new Read(newest.get(), present.state(), facts, state.finality()));
    }

    private static void add(Fold present, IndexReader index, IndexState state, StoredFacts facts)
            throws IndexException, ProblemException {
        var first = present.lastBlock().map(last -> last.number() + 1).orElse(0L);
        if (first <= state.through()) {
            facts.read(index, new BlockRange(first, state.through()), present::add);
            present.finish();
        }
    }

    /// Goes back to the newest block that was folded and is still in the index. Blocks with logs are never forgotten.
    ///
    /// @return whether that was possible
    private static boolean takeBack(Fold present, IndexReader index) throws IndexException {
        var last = present.lastBlock();
        while (last.isPresent() && !index.newestUpTo(last.get().number()).equals(last)) {
            var below = last.get().number() - 1;
            if (!present.canGoBackTo(below)) {
                return false;
            }
            present.goBackTo(below);
            last = present.lastBlock();
        }
        return last.isPresent();
    }

    private FromStore tell(Read read) {
        OutsideFacts outside;
        Optional<Problem> unasked;
        try {
            outside = parts.outside().at(read.state(), read.block());
            unasked = Optional.empty();
        } catch (ProblemException silent) {
            outside = read.state().logged();
            unasked = Optional.of(silent.problem());
        }
        var view = read.state().at(read.block().time().getEpochSecond(), outside);
        return new FromStore(
                new Known(read.block(), read.state(), view, history()), read.facts(), read.finality(), unasked);
    }

    private PoolHistory history() {
        var present = fold;
        return present == null ? new PoolHistory(List.of()) : present.history();
    }
}
