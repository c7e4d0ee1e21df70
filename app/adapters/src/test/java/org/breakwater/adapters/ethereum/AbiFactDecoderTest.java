package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.fact.ContractType;
import org.breakwater.core.fact.Decoding;
import org.breakwater.core.fact.DirectoryFact;
import org.breakwater.core.fact.GovernorFact;
import org.breakwater.core.fact.PoolFact;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.Test;

class AbiFactDecoderTest {

    private static final AbiFactDecoder DECODER = new AbiFactDecoder();
    private static final BlockRef BLOCK = new BlockRef(7, Hash32.ZERO, Instant.ofEpochSecond(1_800_000_000));
    private static final Address POOL = Address.parse("0x00000000000000000000000000000000000000aa");
    private static final Address ASSET = Address.parse("0x00000000000000000000000000000000000000bb");

    private static Decoding decoded(ContractType type, Bytes data, Bytes... topics) {
        var hashes = new ArrayList<Hash32>();
        for (var topic : topics) {
            hashes.add(new Hash32(topic));
        }
        return DECODER.decode(new ChainLog(BLOCK, Hash32.ZERO, 3, POOL, hashes, data), type);
    }

    private static Bytes topic(String signature) {
        return Keccak.hash(signature).bytes();
    }

    private static Bytes text(String text) {
        var content = Bytes.of(text.getBytes(StandardCharsets.UTF_8));
        var padding = Bytes.of(new byte[(32 - content.length() % 32) % 32]);
        return Bytes.concat(Word.of(content.length()), content, padding);
    }

    /// `PoolAdded(2, pool, asset, Bridge, "Breakwater Bridge", "bwBR", 12)`.
    private static Bytes poolAdded(long kind, long nameAt, long symbolAt) {
        return Bytes.concat(
                Word.of(ASSET),
                Word.of(kind),
                Word.of(nameAt),
                Word.of(symbolAt),
                Word.of(12),
                text("Breakwater Bridge"),
                text("bwBR"));
    }

    private static Decoding poolAdded(Bytes data) {
        return decoded(
                ContractType.DIRECTORY,
                data,
                topic("PoolAdded(uint32,address,address,uint8,string,string,uint8)"),
                Word.of(2),
                Word.of(POOL));
    }

    private static String refusal(Decoding decoding) {
        return decoding instanceof Decoding.Malformed(ChainLog _, var problem)
                ? problem.happened()
                : "not refused: " + decoding;
    }

    @Test
    void anEventBecomesItsFactWithItsPlace() {
        var decoding = poolAdded(poolAdded(1, 160, 224));

        assertThat(decoding).isInstanceOfSatisfying(Decoding.Decoded.class, known -> {
            assertThat(known.fact().fact())
                    .isEqualTo(new DirectoryFact.PoolAdded(
                            2, POOL, ASSET, RiskKind.BRIDGE, "Breakwater Bridge", "bwBR", 12));
            assertThat(known.fact().index()).isEqualTo(3);
            assertThat(known.fact().time()).isEqualTo(1_800_000_000);
        });
    }

    @Test
    void whatAnotherContractSaysWithTheSameWordsIsUnknown() {
        var log = poolAdded(1, 160, 224);

        assertThat(decoded(
                        ContractType.POOL, log, topic("PoolAdded(uint32,address,address,uint8,string,string,uint8)")))
                .isInstanceOf(Decoding.Unknown.class);
        assertThat(decoded(ContractType.POOL, Bytes.EMPTY)).isInstanceOf(Decoding.Unknown.class);
        assertThat(decoded(ContractType.POOL, Bytes.EMPTY, topic("Approval(address,address,uint256)")))
                .isInstanceOf(Decoding.Unknown.class);
    }

    @Test
    void anEnumerationHasNoOtherNumbers() {
        assertThat(refusal(poolAdded(poolAdded(6, 160, 224)))).contains("there is no number 6 of RiskKind");
    }

    @Test
    void dynamicValuesLieWhereAContractPutsThem() {
        assertThat(refusal(poolAdded(poolAdded(1, 160, 160)))).contains("no contract would put it");
        assertThat(refusal(poolAdded(poolAdded(1, 192, 224)))).contains("no contract would put it");
        assertThat(refusal(poolAdded(poolAdded(1, Long.MAX_VALUE, 224)))).contains("bits");
    }

    @Test
    void nothingMayBeMissingOrLeftOver() {
        var log = poolAdded(1, 160, 224);

        assertThat(refusal(poolAdded(log.slice(0, log.length() - 1)))).contains("ends too early");
        assertThat(refusal(poolAdded(Bytes.concat(log, Word.of(0))))).contains("something after its end");
        assertThat(refusal(poolAdded(Bytes.EMPTY))).contains("ends too early");
    }

    @Test
    void paddingIsZero() {
        var log = poolAdded(1, 160, 224).toArray();
        log[log.length - 1] = 1;

        assertThat(refusal(poolAdded(Bytes.of(log)))).contains("padded with something else");
    }

    @Test
    void everyTopicIsThere() {
        var signature = topic("PremiumAccrued(uint256,uint256,uint256)");
        var three = Bytes.concat(Word.of(1), Word.of(2), Word.of(3));

        assertThat(decoded(ContractType.POOL, three, signature))
                .isInstanceOfSatisfying(
                        Decoding.Decoded.class,
                        known -> assertThat(known.fact().fact())
                                .isEqualTo(new PoolFact.PremiumAccrued(
                                        BigInteger.ONE, BigInteger.TWO, BigInteger.valueOf(3))));
        assertThat(refusal(decoded(ContractType.POOL, three, signature, Word.of(1))))
                .contains("2 topics and not 1");
    }

    @Test
    void aTextThatIsNoTextIsShownWithReplacementCharacters() {
        var reason = Bytes.concat(Word.of(2), Bytes.fromHex("c328"), Bytes.of(new byte[30]));
        var data = Bytes.concat(Word.of(5), Word.of(1), Word.of(9), Word.of(128), reason);

        assertThat(decoded(
                        ContractType.GOVERNOR,
                        data,
                        topic("VoteCast(address,uint256,uint8,uint256,string)"),
                        Word.of(POOL)))
                .isInstanceOfSatisfying(
                        Decoding.Decoded.class,
                        known -> assertThat(known.fact().fact())
                                .isInstanceOfSatisfying(
                                        GovernorFact.VoteCast.class,
                                        cast -> assertThat(cast.reason()).startsWith("\ufffd")));
    }

    @Test
    void aListThatClaimsToBeEndlessCostsNothing() {
        var data = Bytes.concat(Word.of(64), Word.of(2), Word.of((1L << 31) - 1));

        assertThat(refusal(decoded(ContractType.TRIGGER_ADAPTER, data, topic("SignersSet(address[],uint8)"))))
                .contains("goes on after its end");
    }

    @Test
    void noBytesAreMoreThanRefused() {
        var random = new SplittableRandom(11);
        var good = poolAdded(1, 160, 224).toArray();
        for (int i = 0; i < 20_000; i++) {
            var bytes = Arrays.copyOf(good, random.nextInt(good.length + 40));
            for (int changes = random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(poolAdded(Bytes.of(bytes))).isNotInstanceOf(Decoding.Unknown.class);
        }
    }
}
