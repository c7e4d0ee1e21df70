package org.breakwater.adapters.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.ContractType;
import org.breakwater.core.fact.Decoding;
import org.breakwater.core.fact.IncidentFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.index.BlockHeader;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// A chain in memory: blocks with logs that can be mined and forked a thousand times in a second. Contracts that nobody
/// follows yet write logs too, and some logs name them.
final class ModelChain {

    static final Address INCIDENTS = address(1);
    static final Address POOL = address(2);

    /// What names an adapter; its second topic is the adapter.
    static final Hash32 NAMES = Keccak.hash("names an adapter");

    static final Hash32 SAYS_NOTHING = Keccak.hash("says nothing that is known");

    private static final long FIRST_BLOCK = 3;

    private final List<Block> blocks = new ArrayList<>();
    private long branch;

    ModelChain() {
        blocks.add(block(0, Hash32.ZERO, List.of()));
    }

    record Block(BlockHeader header, List<ChainLog> logs) {

        BlockRef ref() {
            return header.block();
        }
    }

    /// A log before it is in a block.
    record Draft(Address contract, List<Hash32> topics) {

        static Draft plain(Address contract) {
            return new Draft(contract, List.of(SAYS_NOTHING));
        }

        static Draft naming(Address contract, Address named) {
            return new Draft(contract, List.of(NAMES, new Hash32(Word.of(named))));
        }
    }

    static Address address(int number) {
        return new Address(Word.of(0xc0_0000 + number).slice(12, 32));
    }

    static Deployment deployment() {
        var code = Keccak.hash("code");
        return new Deployment(
                new ChainId(31_337),
                List.of(
                        new DeployedContract("Incidents", INCIDENTS, FIRST_BLOCK, code),
                        new DeployedContract("RiskPool", POOL, FIRST_BLOCK + 1, code)),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                List.of());
    }

    /// Reads the logs of this chain.
    static Decoding decode(ChainLog log, ContractType type) {
        if (!log.topics().getFirst().equals(NAMES)) {
            return new Decoding.Unknown(log);
        }
        var named = new Address(log.topics().get(1).bytes().slice(12, 32));
        var fact = new IncidentFact.AdapterBound(1, 1, named, true);
        return new Decoding.Decoded(new LoggedFact(log.block(), log.transaction(), log.index(), log.address(), fact));
    }

    long head() {
        return blocks.getLast().ref().number();
    }

    Block at(long height) {
        return blocks.get((int) height);
    }

    void mine(List<Draft> drafts) {
        blocks.add(block(blocks.size(), blocks.getLast().ref().hash(), drafts));
    }

    void mineEmpty(int count) {
        for (int i = 0; i < count; i++) {
            mine(List.of());
        }
    }

    /// Takes the newest blocks away; what is mined next is another branch.
    void drop(long depth) {
        branch++;
        blocks.subList((int) (blocks.size() - depth), blocks.size()).clear();
    }

    private Block block(long height, Hash32 parent, List<Draft> drafts) {
        var content = Bytes.concat(parent.bytes(), Word.of(branch), Word.of(drafts.size()));
        var ref = new BlockRef(height, Keccak.hash(content), Instant.ofEpochSecond(1_000 + 12 * height));
        var logs = new ArrayList<ChainLog>();
        for (int i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            // Logs of contracts that are not the protocol's leave gaps.
            logs.add(new ChainLog(
                    ref,
                    Keccak.hash(Bytes.concat(ref.hash().bytes(), Word.of(i))),
                    2 * i,
                    draft.contract,
                    draft.topics,
                    Word.of(height)));
        }
        return new Block(new BlockHeader(ref, parent), logs);
    }
}
