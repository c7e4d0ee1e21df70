package org.breakwater.adapters.safe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.ReturnedSignature;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.safe.SignatureBlob;
import org.breakwater.core.typeddata.PersonalMessage;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.web3j.crypto.Credentials;

/// Published signatures and who made them.
class SafeSignatureVectorsTest {

    private static final EcdsaRecovery RECOVERY = new EcdsaRecovery();

    /// What Bybit's signers signed and what they were shown: tayvano/lazarus-bluenoroff-research.
    private static final Hash32 BYBIT_SIGNED =
            Hash32.fromHex("0xb3476d061aeb8fc1d605a873c483a2402d88a68a9cdd1a8b47655dd55ba004f8");

    private static final Hash32 BYBIT_SHOWN =
            Hash32.fromHex("0x9d89e67333f99c136537be74029c44592985a4855172f4c2d0d942029868f98e");

    private static final Hash32 REJECTION =
            Hash32.fromHex("0xe299d6bb6dfaf642b0350bebd51e0648a7bffa7fd2db6a03ab8b0c12d2e7a704");

    private static final Hash32 PROTOCOL_KIT =
            Hash32.fromHex("0x4de27e660bd23052b71c854b0188ef1c5b325b10075c70f27afe2343e5c287f5");

    @ParameterizedTest
    @CsvSource({
        "0x1F4EB0a903619ac168b19A82F1a6e2e426522211, 0x9ed84723885128072E4EeBe53D2C71Cac23ceb01,"
                + "0xd0afef78a52fd504479dc2af3dc401334762cbd05609c7ac18db9ec5abf4a07a"
                + "5cc09fc86efd3489707b89b0c729faed616459189cb50084f208d03b201b001f1f",
        "0x3Cc3A225769900e003E264dd4CB43E90896BC21A, 0x4F9F84fe95f3248C61491717A54a0aEa5EEBa344,"
                + "0x0f62ad358d6b319d3c1221d44456080068fe02ae5b1a39b4afb1e6721ca7f990"
                + "3ac523a801533f265231cd35fc2dfddc3bd9a9563b51315cf9d5ff23dc6d2c221f",
        "0xe3dF2cCEAc61B1aFA311372ecC5B40A3A6585a9E, 0xA85A24ee415d3AcE4873E147Ae1B7B1A349AC919,"
                + "0xdf9e4b878877a8dbeee951a4a31ddbf1d3b71e127d5eda44b4730030114baba5"
                + "2e06dd23da37cd2a07a6e84f9950db867374a0f77558f42adf4409bfd569673c1f"
    })
    void bybitsSignaturesAreTheOwnersOverWhatTheySignedAndNobodysOverWhatTheySaw(
            String owner, String nobody, String blob) throws ProblemException {
        var signature = parsed(blob);

        assertThat(signature).isInstanceOf(SafeSignature.EthSign.class);
        assertThat(signature.owner(BYBIT_SIGNED, RECOVERY)).contains(Address.parse(owner));
        assertThat(signature.owner(BYBIT_SHOWN, RECOVERY)).contains(Address.parse(nobody));
        assertThat(new OwnerSignature(Address.parse(owner), signature).isOver(BYBIT_SHOWN, RECOVERY))
                .isFalse();
    }

    /// The test keys of Ganache; RFC 6979 makes their signatures the same everywhere.
    @ParameterizedTest
    @CsvSource({
        "0x4f3edf983ac636a65a842ce7c78d9aa706d3b113bce9c46f30d7d21715b23b1d,"
                + "0x6200ae26bdf63a76da3157678d51b2dd3aa6527b280a9661a643b21e01d9aff7"
                + "202c4abd5b83cbc2ee5619abf74fde221d931d824c751d5f3362282e46c1c4101b,"
                + "0x97e2c233c74ed7b49c0b136fb19a63578db1706df5e6ecbe8479110b0ab80e64"
                + "2ead870911bcdbb35ec59d826772363452e9dde68a1c6eb2d769b5f53e7f2d621f",
        "0x6cbed15c793ce57650b9877cf6fa156fbef513c4e6134f022a85b1ffdd59b2a1,"
                + "0xf5e14e7eec68bef9649af3667f6ad5c9882e94087a9ecb8a16051f98754a24b8"
                + "7393fe48cf02e284ebaf05cbb6f6f3dd53be5bfe493a645f037236fd36675fab1c,"
                + "0xecaa6625b1d1a6d615a2224f9c7f5ab5b9d5acb9e8db406331972e8c82acf8ce"
                + "35d13e10cb3343e3103dc884effd7122c68845131ee9992aa0ee6342ed0007d61f"
    })
    void knownKeysGiveTheKnownSignatures(String key, String plain, String prefixed) {
        var signer = new KeySigner(Credentials.create(key));
        var ethSign = new SafeSignature.EthSign(signer.sign(PersonalMessage.hash(REJECTION.bytes())));

        assertThat(signer.sign(REJECTION).bytes()).hasToString(plain);
        assertThat(ethSign.slot(0)).hasToString(prefixed);
        assertThat(ethSign.owner(REJECTION, RECOVERY)).contains(signer.address());
    }

    /// safe-eth-py, `test_safe_signature.py`
    @Test
    void aSignatureOfAnAccountRecoversToIt() throws ProblemException {
        var signature = parsed("0x5dccf9f1375cee56331a67867a0b05a828894c2b76dee84546ec663997d75482"
                + "57cb2d606087ee7590b966e958d97a65528ae941a0f7e5050949f618629509c81b");
        var hash = Hash32.fromHex("0x4c9577d1b1b8dec52329a983ae26238b65f74b7dd9fb28d74ad9548e92aaf196");

        assertThat(signature.owner(hash, RECOVERY))
                .contains(Address.parse("0xADb7CB706e9A1bd9F96a397da340bF34a9984E1E"));
    }

    /// protocol-kit, `utilsSignatures.test.ts`
    @Test
    void whatADeviceReturnsIsTakenForWhatItsRecoverySays() throws ProblemException {
        var unprefixed = "0x12f8d73b47a0a664294caac0bd6ccf03a0d1d3d1943bdd138a9757f993cb4f7c"
                + "432f029873af8ad898d3f83a8a42f765628f36d39a01c90708ce5bd6d77a269d1b";
        var prefixed = "0x4d44abdcc39e259238870493c29d26fbe14b0564afe2b25326311ddc397cff8d"
                + "4014e09a2a296efb2dc0231c622289e015d0cbd469ae67d509675e6112bd0b061b";
        var plainSigner = Address.parse("0xbc2BB26a6d821e69A38016f3858561a1D80d4182");
        var prefixSigner = Address.parse("0xa088642a83BF49189d5160e2632392949Bb4296D");

        var plain = ReturnedSignature.of(Bytes.parse(unprefixed), plainSigner, PROTOCOL_KIT, RECOVERY);
        var withPrefix = ReturnedSignature.of(Bytes.parse(prefixed), prefixSigner, PROTOCOL_KIT, RECOVERY);

        assertThat(plain.signature().slot(0)).hasToString(unprefixed);
        assertThat(withPrefix.signature().slot(0)).hasToString(prefixed.substring(0, 130) + "1f");
    }

    @Test
    void aDeviceThatCountsFromZeroIsUnderstood() throws ProblemException {
        var signer =
                new KeySigner(Credentials.create("0x6cbed15c793ce57650b9877cf6fa156fbef513c4e6134f022a85b1ffdd59b2a1"));
        var returned = signer.sign(REJECTION).bytes().toArray();
        returned[64] = (byte) (returned[64] - 27);

        assertThat(ReturnedSignature.of(Bytes.of(returned), signer.address(), REJECTION, RECOVERY))
                .isEqualTo(new OwnerSignature(signer.address(), signer.sign(REJECTION)));
    }

    /// Radiant's signers signed again when their devices returned nonsense.
    @Test
    void aDeviceThatSignedSomethingElseIsAnAlarmAndNotARetry() {
        var signer =
                new KeySigner(Credentials.create("0x6cbed15c793ce57650b9877cf6fa156fbef513c4e6134f022a85b1ffdd59b2a1"));

        assertThatThrownBy(() -> ReturnedSignature.of(
                        signer.sign(BYBIT_SIGNED).bytes(), signer.address(), BYBIT_SHOWN, RECOVERY))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("may have signed something else")
                .hasMessageContaining("Stop");
    }

    @Test
    void whatIsNoSignatureIsRefusedInTheSameWords() {
        var signer = Address.parse("0xbc2BB26a6d821e69A38016f3858561a1D80d4182");
        for (var returned : List.of(Bytes.EMPTY, Bytes.zeros(65), Bytes.zeros(64), Bytes.zeros(66))) {
            assertThatThrownBy(() -> ReturnedSignature.of(returned, signer, PROTOCOL_KIT, RECOVERY))
                    .hasMessageContaining("is not a signature of " + signer);
        }
    }

    /// r is the x coordinate of no point.
    @Test
    void numbersThatNoKeyGivesRecoverToNobody() {
        var noPoint = SignatureBlob.parse(Bytes.fromHex("0".repeat(63) + "5" + "0".repeat(63) + "1" + "1b"));

        assertThat(noPoint)
                .isInstanceOfSatisfying(
                        Decoding.Decoded.class,
                        read -> assertThat(((SignatureBlob) read.value()).signatures())
                                .satisfiesExactly(signature -> assertThat(signature.owner(PROTOCOL_KIT, RECOVERY))
                                        .isEmpty()));
    }

    private static SafeSignature parsed(String blob) throws ProblemException {
        return SignatureBlob.parse(Bytes.parse(blob)).required().signatures().getFirst();
    }
}
