package org.breakwater.adapters.ethereum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.Decoding;
import org.breakwater.core.fact.FollowedContracts;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;

/// Everything that a protocol's contracts said, decoded, by blocks. Contracts that are named on the way are followed
/// from the
/// beginning.
final class FoldedLogs {

    private static final AbiFactDecoder DECODER = new AbiFactDecoder();

    private final FetchedLogs source;
    private FollowedContracts followed;
    private int unknown;

    FoldedLogs(FetchedLogs source, Deployment deployment) {
        this.source = source;
        followed = FollowedContracts.of(deployment);
    }

    int unknown() {
        return unknown;
    }

    FollowedContracts followed() {
        return followed;
    }

    /// Facts of a range of blocks, in order.
    SequencedMap<BlockRef, List<LoggedFact>> facts(long from, long to) throws Exception {
        var before = List.<Address>of();
        var logs = List.<ChainLog>of();
        var facts = List.<LoggedFact>of();
        while (!before.equals(addresses())) {
            before = addresses();
            logs = source.of(before, from, to);
            facts = decode(logs);
            for (var fact : facts) {
                followed = followed.with(fact);
            }
        }
        return byBlock(facts);
    }

    private List<Address> addresses() {
        return followed.all().stream()
                .map(contract -> contract.address())
                .distinct()
                .toList();
    }

    private List<LoggedFact> decode(List<ChainLog> logs) {
        var facts = new ArrayList<LoggedFact>();
        unknown = 0;
        for (var log : logs) {
            var type = followed.find(log.address()).orElseThrow().type();
            switch (DECODER.decode(log, type)) {
                case Decoding.Decoded decoded -> facts.add(decoded.fact());
                case Decoding.Unknown _ -> unknown++;
                case Decoding.Malformed malformed ->
                    throw new AssertionError(malformed.problem().toString());
            }
        }
        return facts;
    }

    private static SequencedMap<BlockRef, List<LoggedFact>> byBlock(List<LoggedFact> facts) {
        var blocks = new TreeMap<Long, BlockRef>();
        var grouped = new TreeMap<Long, List<LoggedFact>>();
        for (var fact : facts) {
            blocks.putIfAbsent(fact.block().number(), fact.block());
            grouped.computeIfAbsent(fact.block().number(), _ -> new ArrayList<>())
                    .add(fact);
        }
        var ordered = new LinkedHashMap<BlockRef, List<LoggedFact>>();
        blocks.forEach((height, block) -> ordered.put(block, grouped.get(height)));
        return ordered;
    }
}
