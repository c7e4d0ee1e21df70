package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.service.SafeProposal;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/// What the service does not take, and why.
interface RefusedProposals extends ServedRequests {

    /// What is changed in a proposal that would be taken, and the words that it is refused with.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contractTransactionHash | \"0x1111111111111111111111111111111111111111111111111111111111111111\""
                        + " | does not match provided contract-tx-hash",
                "value | \"1\" | does not match provided contract-tx-hash",
                "nonce | -1 | greater than or equal to 0",
                "nonce | \"x\" | A valid integer is required.",
                "nonce | null | This field may not be null.",
                "operation | 2 | is not a valid choice.",
                "to | \"0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1\" | is not checksumed",
                "to | \"0x90\" | Address is not valid.",
                "data | \"0xabc\" | Value is not a valid hex",
                "sender | \"0x90F8bf6A479f320ead074411a4B0e7944Ea8c9C1\" | is not an owner or delegate. Current"
                        + " owners=",
                "sender | \"0x0000000000000000000000000000000000000000\" | 0x0 address is not allowed",
                "signature | \"0x1234\" | Signature cannot be read",
                "signature | \"0xzz\" | Value is not a valid hex",
                "safeTxGas | 115792089237316195423570985008687907853269984665640564039457584007913129639936"
                        + " | less than or equal to",
            })
    default void aProposalIsRefusedForWhatIsWrongWithIt(String field, String value, String words) throws Exception {
        var body = proposal(call(0));
        body.set(field, JSON.readTree(value));

        var reply = post("v2/safes/" + safe().safe() + "/multisig-transactions/", body);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text()).contains(words);
        assertThat(queue().waiting()).isEmpty();
        assertThat(queue().hidden()).isZero();
    }

    @Test
    default void everythingThatIsMissingIsNamedAtOnce() throws Exception {
        var reply = post("v2/safes/" + safe().safe() + "/multisig-transactions/", JSON.createObjectNode());

        assertThat(reply.status()).isEqualTo(422);
        assertThat(JSON.readTree(reply.text()).propertyNames())
                .contains("to", "value", "operation", "nonce", "contractTransactionHash", "sender");
    }

    private ObjectNode proposal(SafeTransaction transaction) {
        return JSON.createObjectNode()
                .put("to", transaction.to().toString())
                .put("value", transaction.value().toString())
                .put("data", transaction.data().toHex())
                .put("operation", 0)
                .put("safeTxGas", 0)
                .put("baseGas", 0)
                .put("gasPrice", 0)
                .put("nonce", transaction.nonce().toString())
                .put("contractTransactionHash", hash(transaction).toString())
                .put("sender", FIRST.address().toString())
                .put("signature", signed(transaction, FIRST).toHex());
    }

    @Test
    default void theSameProposalUnchangedIsTaken() throws Exception {
        var reply = post("v2/safes/" + safe().safe() + "/multisig-transactions/", proposal(call(0)));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text()).isEmpty();
        assertThat(queue().waiting()).hasSize(1);
    }

    @Test
    default void signaturesOfStrangersOthersAndTwiceOfOneAreRefused() throws Exception {
        var transaction = call(0);
        assertThat(refused(() -> propose(transaction, FIRST, STRANGER))
                        .refusal()
                        .toString())
                .contains("Signer=" + STRANGER.address() + " is not an owner");
        assertThat(refused(() -> propose(transaction, FIRST, SECOND)).refusal().toString())
                .contains("Signature does not match sender=" + FIRST.address());
        var twice = Bytes.concat(signed(transaction, FIRST), signed(transaction, FIRST));
        assertThat(refused(() -> client().propose(
                                        new SafeProposal(safe(), transaction, FIRST.address(), Optional.of(twice), "")))
                        .refusal()
                        .toString())
                .contains("is duplicated");
        propose(transaction, FIRST, FIRST);
        assertThat(refused(() -> client().confirm(hash(transaction).hash(), signed(transaction, STRANGER)))
                        .refusal()
                        .isAbout("signature"))
                .isTrue();
        assertThat(refused(() -> client().confirm(hash(transaction).hash(), signed(call(0), SECOND)))
                        .refusal()
                        .toString())
                .contains("is not an owner");
        assertThat(queue().waiting().getFirst().signers()).containsExactly(FIRST.address());
    }

    @Test
    default void aForgedProposerStaysAndTheWordsOfTheFirstWhoSignsCount() throws Exception {
        var transaction = call(0);
        propose(transaction, SECOND);
        client().propose(new SafeProposal(
                safe(), transaction, FIRST.address(), Optional.of(signed(transaction, FIRST)), "Mine"));

        var told = queue().waiting().getFirst().served();
        assertThat(told.proposer()).contains(SECOND.address());
        assertThat(told.words()).isEqualTo("Mine");
    }
}
