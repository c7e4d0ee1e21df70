package org.breakwater.core.watch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.FactDecoder;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.index.BlockRange;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexReader;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.index.StoredFacts;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.watch.WatchMemory.Looked;

/// What happened since a monitor looked last, by the index.
public record WatchedFacts(IndexReader store, FactDecoder decoder, Deployment deployment) {

    private static final long BLOCKS_AT_ONCE = 5_000;
    private static final int PAGE = 2_000;

    /// From where on the facts are new.
    ///
    /// @param above height above which what is read is new, or may be another
    /// @param isFork whether what was judged above it may be gone
    public record Since(long above, long finality, boolean isFork) {}

    /// Where to go on after a look.
    public Since since(Looked looked) throws IndexException {
        var state = store.state();
        if (state.kept().contains(looked.block())) {
            return new Since(looked.block().number(), state.finality(), false);
        }
        return new Since(Math.min(looked.finality(), looked.block().number()), state.finality(), true);
    }

    /// Where to begin where nobody has looked yet: what is told for longer than it is past.
    ///
    /// @param time seconds since 1970
    public Since since(long time, BlockRef head) throws IndexException {
        var query = new LogQuery(Set.of(), Optional.empty(), Math.max(0, time));
        var found = store.count(query);
        var above = found == 0
                ? head.number()
                : store.newest(query, found - 1, 1).getFirst().block().number() - 1;
        return new Since(above, store.state().finality(), false);
    }

    /// Hands over the facts above a height, ascending by block and index.
    public void read(long above, long through, Consumer<LoggedFact> reader) throws IndexException {
        var reading = StoredFacts.reader(store, decoder, deployment);
        for (long first = above + 1; first <= through; first += BLOCKS_AT_ONCE) {
            var logs = new ArrayList<ChainLog>();
            store.read(new BlockRange(first, Math.min(through, first + BLOCKS_AT_ONCE - 1)), logs::add);
            for (var log : logs) {
                reading.read(log).ifPresent(reader);
            }
        }
    }

    /// Everything that one contract said, oldest first.
    public List<LoggedFact> of(Address contract) throws IndexException {
        var reading = StoredFacts.reader(store, decoder, deployment);
        var query = new LogQuery(Set.of(contract), Optional.empty());
        var all = store.count(query);
        var facts = new ArrayList<LoggedFact>();
        for (int offset = 0; offset < all; offset += PAGE) {
            for (var log : store.newest(query, offset, PAGE)) {
                reading.read(log).ifPresent(facts::add);
            }
        }
        Collections.reverse(facts);
        return facts;
    }
}
