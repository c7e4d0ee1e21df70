package org.breakwater.core.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.fact.ContractType;
import org.breakwater.core.fact.Decoding;
import org.breakwater.core.fact.FactDecoder;
import org.breakwater.core.fact.FollowedContract;
import org.breakwater.core.fact.FollowedContracts;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.value.BlockRef;

/// Reads the logs of one segment: what they say, and which contracts they name whose logs are wanted as well.
final class SegmentReader {

    private static final Comparator<ChainLog> ORDER =
            Comparator.<ChainLog>comparingLong(log -> log.block().number()).thenComparingInt(ChainLog::index);
    private static final Comparator<LoggedFact> FACT_ORDER =
            Comparator.<LoggedFact>comparingLong(fact -> fact.block().number()).thenComparingInt(LoggedFact::index);

    private final FactDecoder decoder;
    private final List<ChainLog> logs = new ArrayList<>();
    private final List<FoundLog> found = new ArrayList<>();
    private final List<Reveal> reveals = new ArrayList<>();
    private final List<LoggedFact> facts = new ArrayList<>();
    private final Queue<Named> named = new ArrayDeque<>();
    private final Set<Place> places = new HashSet<>();
    private FollowedContracts followed;
    private int unknown;

    SegmentReader(FactDecoder decoder, FollowedContracts followed) {
        this.decoder = decoder;
        this.followed = followed;
    }

    /// Contracts that are new.
    ///
    /// @param knownAt height at which a log named them
    record Named(long knownAt, Collection<FollowedContract> contracts) {}

    private record Place(long height, int index) {

        static Place of(ChainLog log) {
            return new Place(log.block().number(), log.index());
        }
    }

    /// Takes the logs of the contracts that were followed before.
    void read(List<ChainLog> more) throws IndexException {
        logs.addAll(more);
        for (var log : more) {
            read(log, log.block().number());
        }
    }

    /// Takes the logs of contracts that this segment names.
    void readFound(long knownAt, List<ChainLog> history) throws IndexException {
        if (places.isEmpty()) {
            logs.forEach(log -> places.add(Place.of(log)));
        }
        for (var log : history) {
            if (!places.add(Place.of(log))) {
                continue; // A transfer between two parties that are followed for its token.
            }
            var height = log.block().number();
            if (height < knownAt) {
                found.add(new FoundLog(knownAt, log));
            } else {
                logs.add(log);
            }
            read(log, Math.max(knownAt, height));
        }
    }

    private void read(ChainLog log, long knownAt) throws IndexException {
        switch (decoder.decode(log, type(log))) {
            case Decoding.Decoded(var fact) -> {
                facts.add(fact);
                follow(fact, log, knownAt);
            }
            case Decoding.Unknown _ -> unknown++;
            case Decoding.Malformed(var _, var problem) ->
                throw new IndexException(new ChainFault.MalformedLog(problem));
        }
    }

    private void follow(LoggedFact fact, ChainLog log, long knownAt) {
        var more = followed.with(fact);
        if (more != followed) {
            var contracts = new LinkedHashSet<>(more.all());
            followed.all().forEach(contracts::remove);
            followed = more;
            reveals.add(new Reveal(knownAt, log));
            named.add(new Named(knownAt, contracts));
        }
    }

    private ContractType type(ChainLog log) {
        return followed.find(log.address())
                .map(FollowedContract::type)
                .orElseThrow(() -> new IllegalArgumentException("nobody asked for logs of " + log.address()));
    }

    /// Contracts whose earlier logs have not been read yet.
    Optional<Named> named() {
        return Optional.ofNullable(named.poll());
    }

    /// The contracts that a log names, besides those followed before.
    FollowedContracts with(Reveal reveal) throws IndexException {
        read(reveal.log(), reveal.knownAt());
        return followed;
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
