package org.breakwater.core.index;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.breakwater.core.value.BlockRef;

/// Looks for the newest block that two branches have in common. Forks are shallow: it looks at few blocks first.
final class ForkSearch {

    private static final int FIRST_LOOK = 8;
    private static final int LONGEST_LOOK = 64;

    private final LogSource source;
    private final List<BlockRef> ours;

    /// @param ours blocks of one branch by height, descending without gaps
    ForkSearch(LogSource source, SequencedMap<Long, BlockRef> ours) {
        this.source = source;
        this.ours = List.copyOf(ours.values());
    }

    Optional<BlockRef> find() throws IndexException {
        var look = FIRST_LOOK;
        for (int from = 0; from < ours.size(); from += look, look = Math.min(LONGEST_LOOK, 2 * look)) {
            var some = ours.subList(from, Math.min(ours.size(), from + look));
            var common = common(some);
            if (common.isPresent()) {
                return common;
            }
        }
        return Optional.empty();
    }

    private Optional<BlockRef> common(List<BlockRef> some) throws IndexException {
        var range = new BlockRange(some.getLast().number(), some.getFirst().number());
        var theirs = source.headers(range).reversed();
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i).equals(theirs.get(i).block())) {
                return Optional.of(some.get(i));
            }
        }
        return Optional.empty();
    }
}
