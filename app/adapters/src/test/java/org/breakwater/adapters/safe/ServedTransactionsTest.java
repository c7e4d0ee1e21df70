package org.breakwater.adapters.safe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.QueuedTransaction.Finding;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.ChainId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The local network's own list, and that list after somebody has been at it.
class ServedTransactionsTest {

    private static final ChainId CHAIN = new ChainId(31_337);

    @TempDir
    private Path folder;

    private List<ServedTransaction> waiting(UnaryOperator<String> tampering) throws IOException, ProblemException {
        var file = Files.writeString(folder.resolve("queue.json"), tampering.apply(prepared()));
        return WorldQueue.waiting(file.toString());
    }

    private static String prepared() throws IOException {
        try (InputStream list =
                Objects.requireNonNull(LocalNetwork.class.getResourceAsStream("prepared/safe-queue.json"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static QueuedTransaction checked(ServedTransaction served) {
        var owners = served.confirmations().stream()
                .map(ServedTransaction.Confirmation::owner)
                .toList();
        var domain = new SafeDomain(SafeVersion.V1_4_1, CHAIN, served.safe());
        return QueuedTransaction.of(domain, served, owners, new EcdsaRecovery());
    }

    @Test
    void everyTransactionOfTheWorldIsReadWithItsHashAndItsSigners() throws Exception {
        var waiting = waiting(UnaryOperator.identity());

        assertThat(waiting).hasSize(8);
        assertThat(waiting).allSatisfy(served -> {
            var queued = checked(served);
            assertThat(queued.hasStatedHash()).isTrue();
            assertThat(queued.doubtful()).isEmpty();
            assertThat(queued.signers())
                    .containsExactlyElementsOf(served.confirmations().stream()
                            .map(ServedTransaction.Confirmation::owner)
                            .toList());
        });
    }

    @Test
    void theNoteOfAProgramIsWhatIsSaid() throws Exception {
        assertThat(waiting(UnaryOperator.identity()).getFirst().words()).isEqualTo("Allocate to Harbour Lending");
    }

    @Test
    void aChangedFieldGivesAnotherHashAndNobodysSignature() throws Exception {
        var first = waiting(UnaryOperator.identity()).getFirst();
        var data = first.transaction().data().toHex();
        var other = data.substring(0, data.length() - 2) + "01";

        var queued = checked(waiting(list -> list.replace(data, other)).getFirst());

        assertThat(queued.hasStatedHash()).isFalse();
        assertThat(queued.signers()).isEmpty();
        assertThat(queued.doubtful())
                .hasSize(4)
                .allSatisfy(signed -> assertThat(signed.finding()).isEqualTo(Finding.NOT_OVER_THIS));
    }

    @Test
    void aSignatureUnderAnotherOwnersNameIsFoundToBeTheFirstOnes() throws Exception {
        var first = waiting(UnaryOperator.identity()).getFirst();
        var signer = first.confirmations().getFirst().owner();
        var other = first.confirmations().getLast().owner();

        var queued = checked(waiting(list ->
                        list.replaceFirst("\"owner\"\\s*:\\s*\"" + signer + "\"", "\"owner\":\"" + other + "\""))
                .getFirst());

        assertThat(queued.signatures().getFirst().finding()).isNotEqualTo(Finding.VALID);
    }

    @Test
    void numbersMayStandAsNumbers() throws Exception {
        var waiting = waiting(list -> list.replaceAll("\"nonce\"\\s*:\\s*\"44\"", "\"nonce\":44"));

        assertThat(waiting.getFirst().transaction().nonce()).isEqualTo(BigInteger.valueOf(44));
    }

    @Test
    void aTransactionThatCannotBeReadRefusesTheListAndNamesTheField() {
        assertThatThrownBy(() -> waiting(list -> list.replaceFirst("\"to\"\\s*:\\s*\"0x", "\"to\":\"0y")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("“to”");
    }

    @Test
    void anUnknownOperationIsRefused() {
        assertThatThrownBy(() -> waiting(list -> list.replaceFirst("\"operation\"\\s*:\\s*0", "\"operation\":3")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no operation 3");
    }

    @Test
    void theSafesOfTheWorldAreTwo() throws Exception {
        assertThat(waiting(UnaryOperator.identity()).stream()
                        .map(ServedTransaction::safe)
                        .distinct())
                .hasSize(2)
                .doesNotContain(Address.ZERO);
    }
}
