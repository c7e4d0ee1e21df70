package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.service.Listed;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is executed, and lists of what was.
interface ExecutedTransactions extends ServedRequests {

    @Test
    default void whatIsExecutedIsToldWithItsBlockAndTakesNoMoreSignatures() throws Exception {
        var transaction = call(0);
        propose(transaction, FIRST, FIRST);
        var blob = signed(transaction, FIRST, SECOND);

        laboratory().execute(safe(), transaction, blob);

        assertThat(queue().waiting()).isEmpty();
        assertThat(client().safe(safe().safe()).nonce()).isOne();
        var done = client().executed(safe().safe(), 10).rows();
        assertThat(done).singleElement().satisfies(told -> {
            assertThat(told.transaction()).isEqualTo(transaction);
            assertThat(told.executedIn()).isPresent();
        });
        var row = get("v2/multisig-transactions/" + hash(transaction) + "/");
        assertThat(row.required("isExecuted").asBoolean()).isTrue();
        assertThat(row.required("isSuccessful").asBoolean()).isTrue();
        assertThat(row.required("signatures").asString()).isEqualTo(blob.toHex());
        assertThat(row.required("executor").asString())
                .isEqualTo(PEOPLE.getFirst().address().toString());
        assertThat(refused(() -> client().confirm(hash(transaction).hash(), signed(transaction, SECOND)))
                        .refusal()
                        .toString())
                .contains("was already executed");
        assertThat(refused(() -> propose(call(0), FIRST, FIRST)).refusal().toString())
                .contains(
                        "Tx with nonce=0",
                        "already executed in tx-hash="
                                + done.getFirst().executedIn().orElseThrow());
        assertThat(refused(() -> propose(transaction, FIRST, FIRST)).refusal().toString())
                .contains("was already executed in tx-hash=");
    }

    @Test
    default void whatWasNeverProposedIsToldOnceItIsExecuted() throws Exception {
        for (int nonce = 0; nonce < 3; nonce++) {
            var transaction = call(nonce);
            laboratory().execute(safe(), transaction, signed(transaction, FIRST, SECOND));
        }

        assertThat(client().executed(safe().safe(), 10).rows())
                .extracting(told -> told.transaction().nonce().intValueExact())
                .containsExactly(2, 1, 0);
    }

    @Test
    default void manyWhoAskAtOnceAreToldTheSame() throws Exception {
        for (int nonce = 0; nonce < 3; nonce++) {
            var transaction = call(nonce);
            laboratory().execute(safe(), transaction, signed(transaction, FIRST, SECOND));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Listed<ServedTransaction>> asking = () -> client().executed(safe().safe(), 10);
            var asked = threads.invokeAll(Collections.nCopies(20, asking));
            for (var answer : asked) {
                assertThat(answer.get().rows()).hasSize(3);
            }
        }
    }

    @Test
    default void aChainThatGoesBackTakesItsExecutionsAlong() throws Exception {
        var rpc = new AnvilRpc(laboratory().node().address());
        var transaction = call(0);
        propose(transaction, FIRST, FIRST);
        var before = rpc.ask("evm_snapshot").asString();
        laboratory().execute(safe(), transaction, signed(transaction, FIRST, SECOND));
        assertThat(client().executed(safe().safe(), 10).rows()).hasSize(1);

        rpc.ask("evm_revert", before);

        assertThat(client().executed(safe().safe(), 10).rows()).isEmpty();
        assertThat(queue().waiting()).hasSize(1);
    }

    @Test
    default void listsAreFilteredSortedAndPaged() throws Exception {
        for (int nonce = 0; nonce < 5; nonce++) {
            propose(call(nonce), FIRST, FIRST);
        }
        propose(call(4), SECOND, SECOND);
        var list = "v2/safes/" + safe().safe() + "/multisig-transactions/";

        assertThat(nonces(get(list))).containsExactly("4", "4", "3", "2", "1", "0");
        assertThat(nonces(get(list + "?ordering=nonce&nonce__gte=3"))).containsExactly("3", "4", "4");
        assertThat(nonces(get(list + "?nonce__lt=2&ordering=nonce"))).containsExactly("0", "1");
        assertThat(nonces(get(list + "?executed=true"))).isEmpty();
        assertThat(nonces(get(list + "?has_confirmations=false"))).isEmpty();
        var page = get(list + "?ordering=nonce&limit=4");
        assertThat(page.required("count").asInt()).isEqualTo(6);
        assertThat(page.required("countUniqueNonce").asInt()).isEqualTo(5);
        assertThat(page.required("previous").isNull()).isTrue();
        var next = JSON.readTree(body(page.required("next").asString()));
        assertThat(nonces(next)).containsExactly("4", "4");
        assertThat(next.required("next").isNull()).isTrue();
    }

    private List<String> nonces(JsonNode page) {
        return page.required("results")
                .valueStream()
                .map(row -> row.required("nonce").asString())
                .toList();
    }
}
