package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.breakwater.adapters.localservice.LocalTransactionService;
import org.breakwater.adapters.service.SafeServiceClient;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.service.ReadServedQueue;
import org.breakwater.core.service.SafeProposal;
import org.breakwater.core.service.ServedQueue;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.service.ServiceFault;
import org.breakwater.core.value.Bytes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What every group of requests to the local transaction service uses: people, the service, our client of it, and a
/// Safe
/// that no other test has.
interface ServedRequests {

    JsonMapper JSON = new JsonMapper();
    MediaType JSON_TYPE = MediaType.get("application/json");
    EcdsaRecovery RECOVERY = new EcdsaRecovery();
    List<KeySigner> PEOPLE =
            SafeLaboratory.people().stream().map(KeySigner::new).toList();
    KeySigner FIRST = PEOPLE.get(1);
    KeySigner SECOND = PEOPLE.get(2);
    KeySigner THIRD = PEOPLE.get(3);
    KeySigner STRANGER = PEOPLE.get(5);
    /// Another for each test, so that no two Safes have the same transactions.
    AtomicInteger NUMBERS = new AtomicInteger();

    /// @param client of the service
    record Opened(SafeLaboratory laboratory, LocalTransactionService service, SafeServiceClient client) {}

    Opened opened();

    SafeDomain safe();

    /// Has the test go on with another Safe.
    void use(SafeDomain other);

    default SafeLaboratory laboratory() {
        return opened().laboratory();
    }

    default LocalTransactionService service() {
        return opened().service();
    }

    default SafeServiceClient client() {
        return opened().client();
    }

    default SafeTransaction call(long nonce) {
        var number = Bytes.fromHex("0x%08x".formatted(NUMBERS.incrementAndGet()));
        return SafeTransaction.call(STRANGER.address(), number, BigInteger.valueOf(nonce));
    }

    default SafeTxHash hash(SafeTransaction transaction) {
        return SafeTxHash.of(safe(), transaction);
    }

    default Bytes signed(SafeTransaction transaction, KeySigner... signers) {
        return OwnerSignature.inOwnerOrder(Arrays.stream(signers)
                .map(signer -> signer.sign(hash(transaction)))
                .toList());
    }

    default void propose(SafeTransaction transaction, KeySigner sender, KeySigner... signers) throws ServiceException {
        client().propose(new SafeProposal(
                safe(),
                transaction,
                sender.address(),
                signers.length == 0 ? Optional.empty() : Optional.of(signed(transaction, signers)),
                "{\"note\":\"A test\"}"));
    }

    default ServedQueue queue() throws ServiceException {
        var told = client().safe(safe().safe());
        return new ReadServedQueue(client(), RECOVERY).read(safe(), told.owners(), told.nonce(), List.of());
    }

    default ServiceFault.Refused refused(ThrowingCallable asking) {
        var fault = catchThrowableOfType(ServiceException.class, asking).fault();
        assertThat(fault).isInstanceOf(ServiceFault.Refused.class);
        return (ServiceFault.Refused) fault;
    }

    default Answered exchange(Request.Builder request) throws IOException {
        try (var reply = new OkHttpClient.Builder()
                .followRedirects(false)
                .build()
                .newCall(request.build())
                .execute()) {
            return new Answered(reply.code(), reply.body().string());
        }
    }

    default Answered post(String path, JsonNode body) throws IOException {
        return exchange(new Request.Builder()
                .url(service().address() + "/" + path)
                .post(RequestBody.create(body.toString(), JSON_TYPE)));
    }

    default String body(String url) throws IOException {
        return exchange(new Request.Builder().url(url)).text();
    }

    default JsonNode get(String path) throws IOException {
        return JSON.readTree(body(service().address() + "/" + path));
    }

    // What is no request

    record Answered(int status, String text) {}
}
