package org.breakwater.adapters.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Optional;
import java.util.SplittableRandom;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.review.request.TransactionDocument;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TransactionDocumentTest {

    private static final String TO = "0x00000000219ab540356cBB839Cbe05303d7705Fa";
    private static final String SERVED = """
        {
          "safe": "0x3A3f34e029c33Af2F543bf523a17940C75473519", "to": "%s", "value": "12",
          "data": "0xa9059cbb", "operation": 1, "gasToken": null, "safeTxGas": "0", "baseGas": "0",
          "gasPrice": "0", "refundReceiver": null, "nonce": "44", "isExecuted": false,
          "safeTxHash": "0x85c10234e6f4a7e92586b43e02c8cfe85eabc9f8e198203e9af1eca47003704d",
          "proposer": "0x71bE63f3384f5fb98995898A86B02Fb2426c5788", "proposedByDelegate": null, "origin": "{}",
          "dataDecoded": {"method": "transfer", "parameters": [
            {"name": "to", "type": "address", "value": "%s"}, {"name": "many", "type": "uint256[]", "value": ["1"]}]},
          "confirmations": [{"owner": "0x71bE63f3384f5fb98995898A86B02Fb2426c5788",
            "submissionDate": "2026-11-20T10:00:00Z", "signature": "0x00", "signatureType": "EOA"}]
        }
        """.formatted(TO, TO);

    private static TransactionDocument read(String text) throws ProblemException {
        return TransactionDocument.read(JsonText.parse("the file", text, TransactionDocument.LIMITS));
    }

    @Test
    void theFieldsAloneAreATransactionAndWhatIsLeftOutOfGasIsZero() throws ProblemException {
        var document =
                read("{\"to\": \"%s\", \"value\": 7, \"data\": null, \"operation\": 0, \"nonce\": 3}".formatted(TO));

        assertThat(document.transaction().value()).isEqualTo(BigInteger.valueOf(7));
        assertThat(document.transaction().data()).isEqualTo(Bytes.EMPTY);
        assertThat(document.transaction().gasPrice()).isZero();
        assertThat(document.told()).isEqualTo(Told.NOTHING);
    }

    @Test
    void whatAServiceSaysIsKeptApartAsItsWords() throws ProblemException {
        var document = read(SERVED);

        assertThat(document.transaction().operation()).isEqualTo(Operation.DELEGATE_CALL);
        assertThat(document.told().decoded().map(Told.ToldCall::method)).contains("transfer");
        assertThat(document.told().decoded().orElseThrow().arguments())
                .extracting(Told.ToldArgument::value)
                .containsExactly(Optional.of(TO), Optional.empty());
        assertThat(document.told().confirmations()).hasSize(1);
        assertThat(document.told().delegate()).isFalse();
    }

    @Test
    void aFileThatIsHandedOnHasTheFieldsInside() throws ProblemException {
        var document = read("""
            {"format": "breakwater.safe-transaction", "version": 1, "chainId": "31337",
             "safe": "0x3A3f34e029c33Af2F543bf523a17940C75473519", "safeVersion": "1.4.1",
             "transaction": {"to": "%s", "value": "1", "data": "0x", "operation": 0, "safeTxGas": "0",
               "baseGas": "0", "gasPrice": "0", "gasToken": "0x0000000000000000000000000000000000000000",
               "refundReceiver": "0x0000000000000000000000000000000000000000", "nonce": "9"},
             "safeTxHash": "0x85c10234e6f4a7e92586b43e02c8cfe85eabc9f8e198203e9af1eca47003704d",
             "signatures": [{"owner": "0x71bE63f3384f5fb98995898A86B02Fb2426c5788", "signature": "0x01"}],
             "reasons": [], "checksum": "0x00"}
            """.formatted(TO));

        assertThat(document.transaction().nonce()).isEqualTo(BigInteger.valueOf(9));
        assertThat(document.told().version()).contains("1.4.1");
        assertThat(document.told().chainId()).contains(BigInteger.valueOf(31337));
        assertThat(document.told().confirmations()).hasSize(1);
    }

    @Test
    void aWrongChecksumIsReadAndTold() throws ProblemException {
        var wrong = TO.replace('B', 'b');

        var document = read("{\"to\": \"%s\", \"nonce\": 1}".formatted(wrong));

        assertThat(document.told().miswritten()).containsExactly(wrong);
        assertThat(document.transaction().to()).isEqualTo(Address.parse(TO));
    }

    @Test
    void whatIsNoTransactionIsRefusedByItsLine() {
        assertThatThrownBy(() -> read("{\n\"to\": \"0x12\", \"nonce\": 1}")).hasMessageContaining("Line 2");
        assertThatThrownBy(() -> read("{\"to\": \"%s\"}".formatted(TO))).hasMessageContaining("“nonce”: it is missing");
        assertThatThrownBy(() -> read("{\"nonce\": 1}")).hasMessageContaining("“to”: it is missing");
        assertThatThrownBy(() -> read("{\"to\": \"%s\", \"nonce\": 1, \"operation\": 7}".formatted(TO)))
                .hasMessageContaining("operation");
        assertThatThrownBy(() -> read("{\"to\": \"%s\", \"nonce\": 1, \"nonce\": 2}".formatted(TO)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void twoHundredAndFiftyChangedDocumentsAreReadOrRefusedInWords() {
        change(250);
    }

    @Test
    @Tag("deep")
    void twoThousandFiveHundredChangedDocumentsAreReadOrRefusedInWords() {
        change(2_500);
    }

    /// Bytes changed, cut, doubled and moved.
    private static void change(int count) {
        var random = new SplittableRandom(20_261_129);
        for (int i = 0; i < count; i++) {
            var text = new StringBuilder(SERVED);
            for (int j = 0; j <= random.nextInt(3); j++) {
                var at = random.nextInt(text.length());
                switch (random.nextInt(5)) {
                    case 0 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
                    case 1 -> text.deleteCharAt(at);
                    case 2 -> text.insert(at, "\"{[0:,".charAt(random.nextInt(6)));
                    case 3 -> text.setLength(Math.max(1, at));
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 40)));
                }
            }
            try {
                assertThat(read(text.toString()).transaction()).isNotNull();
            } catch (ProblemException refused) {
                assertThat(refused.problem().happened()).isNotBlank();
            }
        }
    }
}
