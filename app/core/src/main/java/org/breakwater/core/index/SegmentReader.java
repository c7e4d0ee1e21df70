package org.breakwater.core.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.fact.ContractType;
import org.breakwater.core.fact.Decoding;
import org.breakwater.core.fact.FactDecoder;
import org.breakwater.core.fact.FollowedContract;
import org.breakwater.core.fact.FollowedContracts;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.value.BlockRef;

/// Reads the logs of one segment in the order in which they become known, and with them, where they name further
/// contracts, those contracts' logs from their beginning. The order does not depend on where segments begin and end.
final class SegmentReader {

    private static final Comparator<ChainLog> ORDER =
            Comparator.<ChainLog>comparingLong(log -> log.block().number()).thenComparingInt(ChainLog::index);
    private static final Comparator<FoundLog> FOUND_ORDER =
            Comparator.comparingLong(FoundLog::knownAt).thenComparing(FoundLog::log, ORDER);
    private static final Comparator<LoggedFact> FACT_ORDER =
            Comparator.<LoggedFact>comparingLong(fact -> fact.block().number()).thenComparingInt(LoggedFact::index);

    private final FactDecoder decoder;
    private final History history;
    private final List<ChainLog> logs = new ArrayList<>();
    private final List<FoundLog> found = new ArrayList<>();
    private final List<Reveal> reveals = new ArrayList<>();
    private final List<LoggedFact> facts = new ArrayList<>();
    private final PriorityQueue<FoundLog> waiting = new PriorityQueue<>(FOUND_ORDER);
    private final Set<Place> places = new HashSet<>();
    private List<ChainLog> page = List.of();
    private FollowedContracts followed;
    private int unknown;

    /// @param followed before this segment
    SegmentReader(FactDecoder decoder, FollowedContracts followed, History history) {
        this.decoder = decoder;
        this.followed = followed;
        this.history = history;
    }

    /// Gets all logs of contracts up to the end of the segment.
    @FunctionalInterface
    interface History {
        List<ChainLog> of(Collection<FollowedContract> contracts) throws IndexException;
    }

    private record Place(long height, int index) {

        static Place of(ChainLog log) {
            return new Place(log.block().number(), log.index());
        }
    }

    /// The contracts that are followed after some were named.
    static FollowedContracts refolded(FactDecoder decoder, FollowedContracts given, List<Reveal> reveals)
            throws IndexException {
        var all = given;
        for (var reveal : reveals) {
            all = decoded(decoder, all, reveal.log()).map(all::with).orElse(all);
        }
        return all;
    }

    /// What a log says; nothing where this version does not know.
    static Optional<LoggedFact> decoded(FactDecoder decoder, FollowedContracts followed, ChainLog log)
            throws IndexException {
        return switch (decoder.decode(log, type(followed, log))) {
            case Decoding.Decoded(var fact) -> Optional.of(fact);
            case Decoding.Unknown _ -> Optional.empty();
            case Decoding.Malformed(var _, var problem) ->
                throw new IndexException(new ChainFault.MalformedLog(problem));
        };
    }

    private static ContractType type(FollowedContracts followed, ChainLog log) {
        return followed.find(log.address())
                .map(FollowedContract::type)
                .orElseThrow(() -> new IllegalArgumentException("nobody asked for logs of " + log.address()));
    }

    /// @param page all logs of the segment from the contracts that were followed before, ascending
    void read(List<ChainLog> page) throws IndexException {
        this.page = page;
        for (var log : page) {
            readWaitingBefore(log);
            logs.add(log);
            read(log, log.block().number());
        }
        while (!waiting.isEmpty()) {
            readFound(waiting.remove());
        }
    }

    private void readWaitingBefore(ChainLog log) throws IndexException {
        while (!waiting.isEmpty()
                && FOUND_ORDER.compare(
                                waiting.element(), new FoundLog(log.block().number(), log))
                        < 0) {
            readFound(waiting.remove());
        }
    }

    private void readFound(FoundLog log) throws IndexException {
        if (log.log().block().number() < log.knownAt()) {
            found.add(log);
        } else {
            logs.add(log.log());
        }
        read(log.log(), log.knownAt());
    }

    private void read(ChainLog log, long knownAt) throws IndexException {
        var fact = decoded(decoder, followed, log);
        if (fact.isEmpty()) {
            unknown++;
            return;
        }
        facts.add(fact.get());
        var more = followed.with(fact.get());
        if (more != followed) {
            var named = new LinkedHashSet<>(more.all());
            followed.all().forEach(named::remove);
            followed = more;
            reveals.add(new Reveal(knownAt, log));
            await(knownAt, named);
        }
    }

    private void await(long knownAt, Collection<FollowedContract> named) throws IndexException {
        if (places.isEmpty()) {
            page.forEach(log -> places.add(Place.of(log)));
        }
        for (var log : history.of(named)) {
            // A transfer between two parties that are followed for one token is there already.
            if (places.add(Place.of(log))) {
                waiting.add(new FoundLog(Math.max(knownAt, log.block().number()), log));
            }
        }
    }

    FollowedContracts followed() {
        return followed;
    }

    List<Reveal> reveals() {
        return reveals;
    }

    Segment segment(long after, long through, long finality, List<BlockRef> blocks) {
        logs.sort(ORDER);
        facts.sort(FACT_ORDER);
        return new Segment(after, through, finality, blocks, logs, found, reveals, facts, unknown);
    }
}
