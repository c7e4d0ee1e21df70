package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.safe.NestedOwner;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.QueuedTransaction.Finding;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.typeddata.PersonalMessage;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.Test;

/// What is proposed and signed, and what the service tells of it.
interface ProposedTransactions extends ServedRequests {

    @Test
    default void whatAnOwnerProposesIsToldWithTheSignatureAndTheWords() throws Exception {
        var transaction = call(0);

        propose(transaction, FIRST, FIRST);

        var queue = queue();
        assertThat(queue.findings()).isEmpty();
        var told = queue.find(hash(transaction).hash()).orElseThrow();
        assertThat(told.transaction()).isEqualTo(transaction);
        assertThat(told.signers()).containsExactly(FIRST.address());
        assertThat(told.served().proposer()).contains(FIRST.address());
        assertThat(told.served().words()).isEqualTo("A test");
        assertThat(told.served().submitted()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    default void aProposalWithoutASignatureIsHiddenUntilSomebodySignsIt() throws Exception {
        var transaction = call(0);

        propose(transaction, FIRST);
        assertThat(queue().waiting()).isEmpty();
        assertThat(queue().hidden()).isOne();
        assertThat(queue().spam()).hasSize(1);

        client().confirm(hash(transaction).hash(), signed(transaction, SECOND));
        assertThat(queue().waiting()).hasSize(1);
        assertThat(queue().hidden()).isZero();
    }

    @Test
    default void signaturesAreAddedOneByOneAndSeveralInARow() throws Exception {
        var transaction = call(0);
        propose(transaction, FIRST, FIRST);

        client().confirm(hash(transaction).hash(), signed(transaction, SECOND, THIRD));

        var told = queue().find(hash(transaction).hash()).orElseThrow();
        assertThat(told.signers()).containsExactlyInAnyOrder(FIRST.address(), SECOND.address(), THIRD.address());
        var listed = client().confirmations(hash(transaction).hash());
        assertThat(listed.rows()).hasSize(3);
        assertThat(listed.isComplete()).isTrue();
    }

    @Test
    default void theFirstSignatureOfAnOwnerStays() throws Exception {
        var transaction = call(0);
        propose(transaction, FIRST, FIRST);
        var prefixed = new SafeSignature.EthSign(
                FIRST.sign(PersonalMessage.hash(hash(transaction).hash().bytes())));

        client().confirm(
                        hash(transaction).hash(),
                        OwnerSignature.inOwnerOrder(List.of(new OwnerSignature(FIRST.address(), prefixed))));

        assertThat(client().confirmations(hash(transaction).hash()).rows())
                .singleElement()
                .satisfies(told -> assertThat(told.signature()).isEqualTo(signed(transaction, FIRST)));
    }

    @Test
    default void anApprovedHashCountsOnceTheChainHasIt() throws Exception {
        var transaction = call(0);
        propose(transaction, FIRST, FIRST);
        var approval = OwnerSignature.inOwnerOrder(
                List.of(new OwnerSignature(SECOND.address(), new SafeSignature.ApprovedHash(SECOND.address()))));

        assertThat(refused(() -> client().confirm(hash(transaction).hash(), approval))
                        .refusal()
                        .isAbout("signature"))
                .isTrue();
        laboratory()
                .send(
                        SafeLaboratory.people().get(2),
                        SafeCall.of(
                                safe().safe(),
                                AbiEncoder.call(
                                        FunctionSignature.parse("approveHash(bytes32)"),
                                        new AbiValue.Binary(
                                                hash(transaction).hash().bytes()))));
        client().confirm(hash(transaction).hash(), approval);

        assertThat(queue().find(hash(transaction).hash())
                        .orElseThrow()
                        .signatures()
                        .getLast()
                        .finding())
                .isEqualTo(Finding.ONLY_ON_CHAIN);
    }

    @Test
    default void aContractThatIsAnOwnerSignsIfItSaysSo() throws Exception {
        var nested = laboratory().create(SafeVersion.V1_4_1, 1, List.of(THIRD.address()));
        use(laboratory().create(SafeVersion.V1_4_1, 1, List.of(FIRST.address(), nested.safe())));
        var transaction = call(0);
        propose(transaction, FIRST, FIRST);
        var asked = NestedOwner.messageHash(nested, safe().version(), hash(transaction));
        var inner = OwnerSignature.inOwnerOrder(List.of(new OwnerSignature(THIRD.address(), THIRD.sign(asked.hash()))));
        var wrong = OwnerSignature.inOwnerOrder(
                List.of(new OwnerSignature(STRANGER.address(), STRANGER.sign(asked.hash()))));

        assertThat(refused(() -> client().confirm(hash(transaction).hash(), contract(nested, wrong)))
                        .refusal()
                        .isAbout("signature"))
                .isTrue();
        client().confirm(hash(transaction).hash(), contract(nested, inner));

        assertThat(client().confirmations(hash(transaction).hash()).rows())
                .extracting(told -> told.owner())
                .containsExactlyInAnyOrder(FIRST.address(), nested.safe());
    }

    private Bytes contract(SafeDomain owner, Bytes inner) {
        return OwnerSignature.inOwnerOrder(
                List.of(new OwnerSignature(owner.safe(), new SafeSignature.Contract(owner.safe(), inner))));
    }
}
