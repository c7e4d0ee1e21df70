package org.breakwater.adapters.storage;

import java.util.Comparator;
import java.util.stream.Stream;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// What tells one deployment from another: its chain, and where and when which contracts were created on it. Who holds
/// which role may change.
///
/// @param first height of the first block that has a contract of it
record Protocol(Hash32 fingerprint, long first) {

    static Protocol of(Deployment deployment) {
        var contracts = deployment.contracts().stream()
                .sorted(Comparator.comparing(DeployedContract::address))
                .flatMap(contract -> Stream.of(
                        Word.of(contract.address()),
                        Word.of(contract.block()),
                        contract.codeHash().bytes()))
                .toArray(Bytes[]::new);
        var chain = Word.of(deployment.chain().number());
        var first = deployment.contracts().stream()
                .mapToLong(DeployedContract::block)
                .min();
        return new Protocol(Keccak.hash(Bytes.concat(chain, Bytes.concat(contracts))), first.orElse(0));
    }
}
