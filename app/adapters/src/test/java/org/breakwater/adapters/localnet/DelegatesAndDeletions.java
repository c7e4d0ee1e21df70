package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Optional;
import okhttp3.Request;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.service.ServedDelegate;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.service.ServiceFault;
import org.breakwater.core.service.ServiceSignature;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.Test;

/// Who may propose in an owner's name, and who may take a proposal away.
interface DelegatesAndDeletions extends ServedRequests {

    @Test
    default void aDelegateProposesInAnOwnersNameUntilTheNameIsTakenBack() throws Exception {
        var delegate = new ServedDelegate(
                Optional.of(safe().safe()), STRANGER.address(), FIRST.address(), "Clerk", Optional.empty());
        assertThat(refused(() -> client().addDelegate(delegate, named(STRANGER.address(), SECOND, 0)))
                        .refusal()
                        .toString())
                .contains("Signature does not match");
        assertThat(refused(() -> client().addDelegate(delegate, named(STRANGER.address(), FIRST, 2)))
                        .status())
                .isEqualTo(400);
        client().addDelegate(delegate, named(STRANGER.address(), FIRST, 1));
        assertThat(client().delegates(safe().safe()).rows()).containsExactly(delegate);

        var transaction = call(0);
        propose(transaction, STRANGER, STRANGER);
        var told = queue().waiting().getFirst().served();
        assertThat(told.proposer()).contains(FIRST.address());
        assertThat(told.delegate()).contains(STRANGER.address());
        assertThat(told.confirmations()).isEmpty();

        client().removeDelegate(
                        Optional.of(safe().safe()),
                        STRANGER.address(),
                        FIRST.address(),
                        named(STRANGER.address(), STRANGER, 0));
        assertThat(client().delegates(safe().safe()).rows()).isEmpty();
        assertThat(refused(() -> propose(call(1), STRANGER, STRANGER)).refusal().toString())
                .contains("is not an owner or delegate");
    }

    private Bytes named(Address delegate, KeySigner signer, int hoursAgo) {
        var hour = ServiceSignature.hour(Instant.now()) - hoursAgo;
        return signer.sign(ServiceSignature.delegate(laboratory().node().chain(), delegate, hour)
                        .hash())
                .bytes();
    }

    @Test
    default void delegatesAreListedBySomething() throws Exception {
        var reply = exchange(new Request.Builder().url(service().address() + "/v2/delegates/"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).isEqualTo("[\"At least one query param must be provided\"]");
    }

    @Test
    default void onlyTheProposerHasATransactionDeleted() throws Exception {
        var transaction = call(0);
        propose(transaction, FIRST, FIRST);

        assertThat(refused(() -> client().delete(hash(transaction).hash(), deletion(transaction, SECOND)))
                        .status())
                .isEqualTo(400);
        client().delete(hash(transaction).hash(), deletion(transaction, FIRST));

        assertThat(queue().waiting()).isEmpty();
        assertThat(catchThrowableOfType(
                                ServiceException.class,
                                () -> client().transaction(hash(transaction).hash()))
                        .fault())
                .isInstanceOf(ServiceFault.Unknown.class);
    }

    private Bytes deletion(SafeTransaction transaction, KeySigner signer) {
        var hour = ServiceSignature.hour(Instant.now());
        return signer.sign(ServiceSignature.deletion(
                                laboratory().node().chain(),
                                safe().safe(),
                                hash(transaction).hash(),
                                hour)
                        .hash())
                .bytes();
    }
}
