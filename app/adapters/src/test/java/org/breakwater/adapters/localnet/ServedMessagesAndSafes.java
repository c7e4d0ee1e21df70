package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.safe.QueuedMessage;
import org.breakwater.core.safe.QueuedTransaction.Finding;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeMessageHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.ServedMessage;
import org.breakwater.core.service.ServedSafe;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.service.ServiceFault;
import org.breakwater.core.service.ServiceRefusal;
import org.breakwater.core.typeddata.TypedDataReader;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Messages in a Safe's name, and what is told of Safes.
interface ServedMessagesAndSafes extends ServedRequests {

    @Test
    default void aMessageIsSignedByOneOwnerAfterTheOther() throws Exception {
        var content = new ServedMessage.Content.Text("We own this Safe, on day " + NUMBERS.incrementAndGet());
        signInTurn(content);
    }

    @Test
    default void typedDataIsSignedByOneOwnerAfterTheOther() throws Exception {
        var json = JsonText.parse("a note", """
            {"types": {"Note": [{"name": "text", "type": "string"}], "EIP712Domain": []}, "primaryType": "Note",
             "domain": {}, "message": {"text": "%d"}}\
            """.formatted(NUMBERS.incrementAndGet()), TypedDataReader.LIMITS);
        signInTurn(new ServedMessage.Content.Typed(TypedDataReader.read(json), json.root()));
    }

    private void signInTurn(ServedMessage.Content content) throws Exception {
        var hash = SafeMessageHash.of(safe(), content.hash().bytes());
        client().addMessage(safe().safe(), content, FIRST.sign(hash.hash()).bytes(), "a note");
        assertThat(refused(() -> client().addMessage(
                                        safe().safe(),
                                        content,
                                        FIRST.sign(hash.hash()).bytes(),
                                        ""))
                        .refusal()
                        .toString())
                .contains("already exists in DB");
        assertThat(refused(() -> client().confirmMessage(
                                        hash.hash(), STRANGER.sign(hash.hash()).bytes()))
                        .refusal()
                        .toString())
                .contains("is not an owner of the Safe");
        assertThat(refused(() -> client().confirmMessage(
                                        hash.hash(), FIRST.sign(hash.hash()).bytes()))
                        .refusal()
                        .toString())
                .contains("already exists");
        client().confirmMessage(hash.hash(), SECOND.sign(hash.hash()).bytes());

        var told = client().message(hash.hash());
        assertThat(client().messages(safe().safe()).rows())
                .singleElement()
                .satisfies(listed -> assertThat(listed.statedHash()).isEqualTo(hash.hash()));
        var judged = QueuedMessage.of(safe(), told, List.of(FIRST.address(), SECOND.address()), RECOVERY);
        assertThat(judged.hasStatedHash()).isTrue();
        assertThat(judged.signatures())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.finding()).isEqualTo(Finding.VALID));
    }

    @ParameterizedTest
    @EnumSource(names = {"V1_3_0", "V1_4_1", "V1_5_0"})
    default void safesOfEveryPublishedVersionAreServed(SafeVersion version) throws Exception {
        use(laboratory().create(version, 1, List.of(FIRST.address())));
        var transaction = call(0);
        propose(transaction, FIRST, FIRST);

        var told = client().safe(safe().safe());

        assertThat(told.version()).isEqualTo(version.toString());
        assertThat(told.owners()).containsExactly(FIRST.address());
        assertThat(told.threshold()).isOne();
        assertThat(queue().findings()).isEmpty();
        laboratory().execute(safe(), transaction, signed(transaction, FIRST));
        assertThat(client().executed(safe().safe(), 1).rows())
                .singleElement()
                .satisfies(done -> assertThat(done.statedHash())
                        .isEqualTo(hash(transaction).hash()));
    }

    @Test
    default void theServiceSaysWhatItIsAndHowSafesCameToBe() throws Exception {
        assertThat(client().about().name()).isEqualTo("Safe Transaction Service");
        assertThat(client().chain()).isEqualTo(laboratory().node().chain());
        assertThat(client().indexing().synced()).isTrue();
        assertThat(client().singletons()).hasSize(6);
        var creation = client().creation(safe().safe());
        assertThat(creation.factory()).isEqualTo(SafeRelease.V1_4_1.proxyFactory());
        assertThat(creation.singleton()).contains(SafeRelease.V1_4_1.singleton());
        assertThat(creation.setup().toHex()).startsWith("0xb63e800d");
        assertThat(client().safesOf(THIRD.address()).rows())
                .extracting(ServedSafe::address)
                .contains(safe().safe());
        assertThat(client().safesWith(STRANGER.address()).rows()).isEmpty();
        assertThat(client().estimate(safe().safe(), SafeCall.of(STRANGER.address(), Bytes.EMPTY)))
                .isPositive();
        var forbidden = SafeCall.of(SafeRelease.V1_4_1.singleton(), Bytes.fromHex("0x610b5925" + "00".repeat(32)));
        assertThat(refused(() -> client().estimate(safe().safe(), forbidden))
                        .refusal()
                        .code())
                .hasValue(ServiceRefusal.ESTIMATION);
    }

    @Test
    default void whatIsNoSafeIsUnknown() {
        assertThat(catchThrowableOfType(ServiceException.class, () -> client().safe(STRANGER.address()))
                        .fault())
                .isInstanceOf(ServiceFault.Unknown.class);
        assertThat(catchThrowableOfType(ServiceException.class, () -> client().transaction(Hash32.ZERO))
                        .fault())
                .isInstanceOf(ServiceFault.Unknown.class);
    }
}
