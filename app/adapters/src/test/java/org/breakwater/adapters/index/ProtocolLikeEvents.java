package org.breakwater.adapters.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// Events as the protocol's contracts write them when it sells cover, from contracts that only write events: as many as
/// one wants, in the time Anvil takes.
final class ProtocolLikeEvents {

    private static final Hash32 CODE = Keccak.hash("events alone");
    private static final Address MODULE = contract(99);

    /// Each block has one transaction of each.
    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "RiskPool",
                    contract(1),
                    "CoverLocked(address,uint256,uint32,uint8,uint256,uint256)",
                    List.of(Word.of(MODULE), Word.of(7), Word.of(1)),
                    3,
                    30),
            new Kind(
                    "RiskPool",
                    contract(2),
                    "PremiumStreamed(address,uint256,uint256,uint256,uint48)",
                    List.of(Word.of(MODULE), Word.of(7)),
                    3,
                    30),
            new Kind(
                    "CoverToken",
                    contract(3),
                    "Transfer(address,address,uint256)",
                    List.of(Word.of(MODULE), Word.of(MODULE)),
                    1,
                    20),
            new Kind(
                    "Underwriting",
                    contract(4),
                    "PolicyBought(uint256,address,uint32,(uint32,uint32,uint32,uint16,uint48,uint48,uint48,uint48,uint256,uint256,uint256,bytes32,address,uint8),uint256,uint256,uint256)",
                    List.of(Word.of(7), Word.of(MODULE), Word.of(1)),
                    17,
                    20));

    private final AnvilControl anvil;

    ProtocolLikeEvents(AnvilControl anvil) {
        this.anvil = anvil;
    }

    /// Events of one signature from one contract.
    private record Kind(String name, Address address, String signature, List<Bytes> indexed, int words, int inBlock) {

        LogEmitter emitter() {
            return new LogEmitter(1 + indexed.size());
        }

        Bytes input() {
            var topics = new ArrayList<Hash32>();
            topics.add(Keccak.hash(signature));
            indexed.forEach(word -> topics.add(new Hash32(word)));
            var data = Bytes.concat(Collections.nCopies(words, Word.of(1)).toArray(Bytes[]::new));
            return emitter().input(inBlock, topics, data);
        }
    }

    static int inBlock() {
        return KINDS.stream().mapToInt(Kind::inBlock).sum();
    }

    private static Address contract(int number) {
        return new Address(Word.of(0xb0_0000 + number).slice(Word.LENGTH - Address.LENGTH, Word.LENGTH));
    }

    void install() {
        KINDS.forEach(kind -> anvil.setCode(kind.address, kind.emitter().code()));
    }

    void emit(int blocks) {
        anvil.call("evm_setAutomine", false);
        for (int i = 0; i < blocks; i++) {
            KINDS.forEach(kind -> anvil.send(kind.address, kind.input()));
            anvil.call("evm_mine");
        }
        anvil.call("evm_setAutomine", true);
    }

    static Deployment deployment() {
        var contracts = KINDS.stream()
                .map(kind -> new DeployedContract(kind.name, kind.address, 1, CODE))
                .toList();
        return new Deployment(new ChainId(31_337), contracts, new TreeMap<>(), new TreeMap<>(), List.of(), List.of());
    }
}
