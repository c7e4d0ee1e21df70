package org.breakwater.adapters.localnet.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SignatureBlob;
import org.breakwater.core.safe.Signer;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Credentials;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class WaitingTransactionTest {

    private static final ChainId CHAIN = new ChainId(31_337);
    private static final Address SAFE = Address.parse("0x00000000000000000000000000000000000000aa");

    private final List<Signer> owners = List.of("1", "2", "3").stream()
            .<Signer>map(key -> new KeySigner(Credentials.create(key)))
            .toList();
    private final SafeTransaction transaction = SafeTransaction.call(
            Address.parse("0x00000000000000000000000000000000000000bb"),
            Bytes.fromHex("0xdeadbeef"),
            BigInteger.valueOf(7));
    private final ObjectNode written = new JsonMapper().createObjectNode();

    @BeforeEach
    void threeOwnersOfWhomTwoSigned() throws ProblemException {
        var agenda = new Agenda(World.GENESIS);
        var stage = new Stage(
                new AnvilRpc(URI.create("http://127.0.0.1:1")), agenda, new RevertReasons(List.of()), World.GENESIS);
        var payer = new Person("Publisher", Part.PUBLISHER, 1, Address.ZERO);
        var safe = new SafeOwners(stage, CHAIN, SAFE, owners, 2, payer, new Draw(1, "test"));
        var submitted = Instant.parse("2026-11-20T09:30:00Z");
        new WaitingTransaction(safe, transaction, submitted, List.of(2, 0), "{}").writeTo(written, CHAIN);
    }

    @Test
    void namesTheTransactionByItsHash() {
        assertThat(written.path("safeTxHash").asString())
                .isEqualTo(SafeTxHash.of(CHAIN, SAFE, transaction).toString());
    }

    @Test
    void carriesSignaturesThatTheirOwnersMadeOverThatHash() throws ProblemException {
        var hash = SafeTxHash.of(CHAIN, SAFE, transaction).hash();
        var confirmations = written.path("confirmations");

        assertThat(confirmations.size()).isEqualTo(2);
        for (var confirmation : confirmations) {
            var signature = SignatureBlob.parse(
                            Bytes.fromHex(confirmation.path("signature").asString()))
                    .required()
                    .signatures()
                    .getFirst();
            assertThat(signature.owner(hash, new EcdsaRecovery()))
                    .contains(Address.parse(confirmation.path("owner").asString()));
        }
    }

    @Test
    void isProposedByWhoSignedFirst() {
        assertThat(written.path("proposer").asString())
                .isEqualTo(owners.get(2).address().toString());
    }

    @Test
    void writesNumbersAsTheServiceDoes() {
        assertThat(written.path("nonce").asString()).isEqualTo("7");
        assertThat(written.path("nonce").isString()).isTrue();
        assertThat(written.path("operation").isInt()).isTrue();
        assertThat(written.path("submissionDate").asString()).isEqualTo("2026-11-20T09:30:00.000000Z");
        assertThat(written.path("isExecuted").asBoolean()).isFalse();
        assertThat(written.path("executionDate").isNull()).isTrue();
    }
}
