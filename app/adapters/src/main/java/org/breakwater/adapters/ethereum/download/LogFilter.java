package org.breakwater.adapters.ethereum.download;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.breakwater.core.fact.FollowedContract;
import org.breakwater.core.index.BlockRange;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// Which logs are wanted, as `eth_getLogs` takes it.
///
/// @param contracts whose logs
/// @param party where present, only ERC-20 transfers with this account at `place` among the topics
record LogFilter(Set<Address> contracts, Optional<Hash32> party, int place) {

    private static final Hash32 TRANSFER = Keccak.hash("Transfer(address,address,uint256)");
    private static final int FROM = 1;
    private static final int TO = 2;

    LogFilter {
        contracts = Set.copyOf(contracts);
    }

    /// The fewest filters that cover all contracts. A transfer from an account to itself passes two of them.
    static List<LogFilter> covering(Collection<FollowedContract> followed) {
        var whole = new HashSet<Address>();
        var ofParty = new TreeMap<Address, Set<Address>>();
        for (var contract : followed) {
            contract.party()
                    .map(party -> ofParty.computeIfAbsent(party, _ -> new HashSet<>()))
                    .orElse(whole)
                    .add(contract.address());
        }
        var filters = new ArrayList<LogFilter>();
        if (!whole.isEmpty()) { // No address at all would mean every contract of the chain.
            filters.add(new LogFilter(whole, Optional.empty(), 0));
        }
        ofParty.forEach((account, tokens) -> {
            var party = Optional.of(new Hash32(Word.of(account)));
            filters.add(new LogFilter(tokens, party, FROM));
            filters.add(new LogFilter(tokens, party, TO));
        });
        return filters;
    }

    Question<List<ReceivedLog>> in(BlockRange range) {
        var blocks = "\"fromBlock\":\"0x%x\",\"toBlock\":\"0x%x\"".formatted(range.first(), range.last());
        return question("the logs of " + range, blocks);
    }

    Question<List<ReceivedLog>> in(BlockRef block) {
        return question("the logs of block " + block.number(), "\"blockHash\":\"" + block.hash() + '"');
    }

    private Question<List<ReceivedLog>> question(String what, String blocks) {
        return new Question<>(
                what, "eth_getLogs", "[{" + blocks + ",\"address\":" + addresses() + topics() + "}]", LogReader::read);
    }

    private String addresses() {
        return contracts.stream()
                .sorted()
                .map(contract -> '"' + contract.bytes().toHex() + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String topics() {
        return party.map(account ->
                        ",\"topics\":[\"" + TRANSFER + "\"," + (place == TO ? "null," : "") + '"' + account + "\"]")
                .orElse("");
    }

    /// Whether a log is one that was asked for.
    boolean wants(ReceivedLog log) {
        return contracts.contains(log.address())
                && party.map(account ->
                                isTransfer(log) && log.topics().get(place).equals(account))
                        .orElse(true);
    }

    private static boolean isTransfer(ReceivedLog log) {
        return log.topics().size() > TO && log.topics().getFirst().equals(TRANSFER);
    }
}
