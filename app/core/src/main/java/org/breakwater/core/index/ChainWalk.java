package org.breakwater.core.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.fact.FactDecoder;
import org.breakwater.core.fact.FollowedContract;
import org.breakwater.core.fact.FollowedContracts;
import org.breakwater.core.value.BlockRef;
import org.jspecify.annotations.Nullable;

/// Walks a chain once from where a store ends to the head, and gives what lies on the way, segment by segment.
///
/// Final blocks are read in ranges. Blocks that may still be replaced are read one by one: each must follow the one
/// before by its parent's hash, and its logs are asked for by its own hash, so that blocks and logs of two branches
/// never
/// mix. A head below what is stored, with the same hash there, is an endpoint that is behind and changes nothing.
final class ChainWalk {

    private static final int RECENT_BLOCKS = 64;
    private static final int MOST_MOVES = 5;

    private final LogSource source;
    private final FactDecoder decoder;
    private final FollowedContracts given;
    private final IndexStore store;
    private final NavigableMap<Long, BlockRef> kept = new TreeMap<>();
    private final List<Reveal> reveals;
    private FollowedContracts followed;
    private long through;
    private long finality;
    private @Nullable ChainHeights heights;

    /// @param given the deployment's contracts
    ChainWalk(LogSource source, FactDecoder decoder, FollowedContracts given, IndexStore store) throws IndexException {
        var state = store.state();
        this.source = source;
        this.decoder = decoder;
        this.given = given;
        this.store = store;
        this.reveals = new ArrayList<>(state.reveals());
        this.through = state.through();
        this.finality = state.finality();
        state.kept().forEach(this::keep);
        this.followed = refolded();
    }

    /// How far the chain was when this walk looked last.
    Optional<ChainHeights> heights() {
        return Optional.ofNullable(heights);
    }

    long through() {
        return through;
    }

    long finality() {
        return finality;
    }

    /// The next segment; nothing where the head is reached.
    Optional<Segment> next() throws IndexException {
        for (int moves = 0; moves < MOST_MOVES; moves++) {
            var target = target();
            if (through >= target.head().number()) {
                return settled(target);
            }
            var segment = through < target.finality() ? Optional.of(finalSegment(target)) : recentSegment(target);
            if (segment.isPresent()) {
                return segment;
            }
            heights = null; // The chain moved while it was read: look again.
        }
        throw new IndexException(new EndpointFault.Restless(source.endpoint()));
    }

    private ChainHeights target() throws IndexException {
        if (heights == null) {
            var now = source.heights();
            join(now);
            heights = now;
        }
        return heights;
    }

    /// Steps back to the newest stored block that the chain still has.
    private void join(ChainHeights now) throws IndexException {
        var ours = kept.floorEntry(now.head().number());
        if (ours == null) {
            joinBelow(now);
        } else if (!isOn(now, ours.getValue())) {
            var branch = kept.headMap(ours.getKey(), false).descendingMap();
            stepBack(new ForkSearch(source, branch).find());
        }
    }

    /// The head is below all that is kept for this: the endpoint is far behind, or on another chain.
    private void joinBelow(ChainHeights now) throws IndexException {
        var ours = store.newestUpTo(Math.min(finality, now.head().number()));
        if (ours.isPresent() && !isOn(now, ours.get())) {
            throw forkBelowFinality(ours.get());
        }
    }

    private boolean isOn(ChainHeights now, BlockRef ours) throws IndexException {
        return ours.hash()
                .equals(
                        ours.number() == now.head().number()
                                ? now.head().hash()
                                : theirs(ours).hash());
    }

    private BlockRef theirs(BlockRef ours) throws IndexException {
        return source.headers(BlockRange.of(ours.number())).getFirst().block();
    }

    private IndexException forkBelowFinality(BlockRef ours) throws IndexException {
        return new IndexException(new ChainFault.ForkBelowFinality(
                source.endpoint(), ours, theirs(ours).hash()));
    }

    private void stepBack(Optional<BlockRef> fork) throws IndexException {
        if (fork.isPresent() && fork.get().number() >= finality) {
            stepBack(fork.get().number());
        } else if (kept.firstKey() > finality) {
            stepBack(finality); // Nothing stored is final yet.
        } else {
            throw forkBelowFinality(kept.firstEntry().getValue());
        }
    }

    private void stepBack(long height) throws IndexException {
        through = height;
        kept.tailMap(height, false).clear();
        if (reveals.removeIf(reveal -> reveal.knownAt() > height)) {
            followed = refolded();
        }
    }

    private FollowedContracts refolded() throws IndexException {
        return SegmentReader.refolded(decoder, given, reveals);
    }

    private Segment finalSegment(ChainHeights target) throws IndexException {
        var after = through;
        var page = source.finalLogs(new BlockRange(after + 1, target.finality()), followed.all());
        var last = page.range().last();
        var blocks = last == target.finality() ? List.of(finalBlock(target, page.logs())) : List.<BlockRef>of();
        var reader = read(page.logs(), last, target);
        through = last;
        finality = last;
        page.logs().stream().map(ChainLog::block).reduce((_, newest) -> newest).ifPresent(this::keep);
        blocks.forEach(this::keep);
        forgetBelowTheNewest();
        return reader.segment(after, last, last, blocks);
    }

    /// The last final block, remembered so that the next one can be seen to follow it.
    private BlockRef finalBlock(ChainHeights target, List<ChainLog> logs) throws IndexException {
        var block = source.headers(BlockRange.of(target.finality())).getFirst().block();
        if (!logs.isEmpty()) {
            var last = logs.getLast().block();
            if (last.number() == block.number() && !last.equals(block)) {
                throw new IndexException(new EndpointFault.Restless(source.endpoint()));
            }
        }
        return block;
    }

    private void forgetBelowTheNewest() {
        kept.headMap(kept.isEmpty() ? 0 : kept.lastKey(), false).clear();
    }

    /// @return nothing where the chain moved while it was read
    private Optional<Segment> recentSegment(ChainHeights target) throws IndexException {
        var after = through;
        var head = target.head();
        var range = new BlockRange(after + 1, Math.min(head.number(), after + RECENT_BLOCKS));
        var headers = source.headers(range);
        var blocks = headers.stream().map(BlockHeader::block).toList();
        var newest = blocks.getLast();
        if (!follow(headers) || (newest.number() == head.number() && !newest.equals(head))) {
            return Optional.empty();
        }
        var logs = logs(blocks);
        if (logs.isEmpty()) {
            return Optional.empty();
        }
        blocks.forEach(this::keep);
        var reader = read(logs.get(), range.last(), target);
        through = range.last();
        finality = Math.max(finality, target.finality());
        kept.headMap(finality, false).clear();
        return Optional.of(reader.segment(after, through, finality, blocks));
    }

    private boolean follow(List<BlockHeader> headers) {
        var before = kept.get(through);
        for (var header : headers) {
            if (before != null && !header.follows(before)) {
                return false;
            }
            before = header.block();
        }
        return true;
    }

    /// @return nothing where the endpoint refuses because it has left these blocks meanwhile
    private Optional<List<ChainLog>> logs(List<BlockRef> blocks) throws IndexException {
        try {
            return Optional.of(source.logs(blocks, followed.all()));
        } catch (IndexException refused) {
            var newest = blocks.getLast();
            if (refused.fault() instanceof EndpointFault.Refused
                    && !theirs(newest).equals(newest)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private SegmentReader read(List<ChainLog> logs, long last, ChainHeights target) throws IndexException {
        var reader = new SegmentReader(decoder, followed, contracts -> history(contracts, last, target));
        reader.read(logs);
        followed = reader.followed();
        reveals.addAll(reader.reveals());
        return reader;
    }

    /// All logs of contracts up to a height.
    private List<ChainLog> history(Collection<FollowedContract> contracts, long last, ChainHeights target)
            throws IndexException {
        var logs = new ArrayList<ChainLog>();
        var next = contracts.stream().mapToLong(FollowedContract::since).min().orElse(0);
        // An endpoint that is behind may know of less finality than the store.
        var lastFinal = Math.min(last, Math.max(finality, target.finality()));
        while (next <= lastFinal) {
            var page = source.finalLogs(new BlockRange(next, lastFinal), contracts);
            logs.addAll(page.logs());
            requireFew(logs, contracts);
            next = page.range().last() + 1;
        }
        var recent = List.copyOf(kept.subMap(lastFinal, false, last, true).values());
        for (int i = 0; i < recent.size(); i += RECENT_BLOCKS) {
            logs.addAll(source.logs(recent.subList(i, Math.min(recent.size(), i + RECENT_BLOCKS)), contracts));
            requireFew(logs, contracts);
        }
        return logs;
    }

    private static void requireFew(List<ChainLog> logs, Collection<FollowedContract> contracts) throws IndexException {
        if (logs.size() > ChainFault.TooMuchHistory.LIMIT) {
            var names = contracts.stream()
                    .map(contract -> contract.address().toString())
                    .toList();
            throw new IndexException(new ChainFault.TooMuchHistory(names));
        }
    }

    /// What is left to be said at the head: that more of the chain has become final.
    private Optional<Segment> settled(ChainHeights target) {
        var settled = Math.min(target.finality(), through);
        if (settled <= finality) {
            return Optional.empty();
        }
        finality = settled;
        kept.headMap(finality, false).clear();
        return Optional.of(
                new Segment(through, through, finality, List.of(), List.of(), List.of(), List.of(), List.of(), 0));
    }

    private void keep(BlockRef block) {
        kept.put(block.number(), block);
    }
}
