package org.breakwater.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.decoding.Flaw;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;

/// The header is that of the first block of Ethereum's main network.
class BlockHeaderTest {

    private static final String EMPTY_ROOT = "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421";
    private static final String ROOT = "0xd7f8974fb5ac78d9ac099b9ad5018bedc2ce0a72dad1827a1709da30580f0544";

    private static Map<String, String> first() {
        var told = new HashMap<String, String>();
        told.put("parentHash", Hash32.ZERO.toString());
        told.put("sha3Uncles", "0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347");
        told.put("miner", "0x" + "0".repeat(40));
        told.put("stateRoot", ROOT);
        told.put("transactionsRoot", EMPTY_ROOT);
        told.put("receiptsRoot", EMPTY_ROOT);
        told.put("logsBloom", "0x" + "0".repeat(512));
        told.put("difficulty", "0x400000000");
        told.put("number", "0x0");
        told.put("gasLimit", "0x1388");
        told.put("gasUsed", "0x0");
        told.put("timestamp", "0x0");
        told.put("extraData", "0x11bbe8db4e347b4e8c937c1c8370e4b5ed33adb3db69cbdb7a38e1e50b1b82fa");
        told.put("mixHash", Hash32.ZERO.toString());
        told.put("nonce", "0x0000000000000042");
        told.put("totalDifficulty", "0x400000000");
        told.put("size", "0x21c");
        return told;
    }

    private static BlockHeader with(String field, String value) throws ProblemException {
        var told = first();
        told.put(field, value);
        return BlockHeader.of(told).required();
    }

    @Test
    void hashesToTheBlocksHash() throws ProblemException {
        var header = BlockHeader.of(first()).required();

        assertThat(header.hash()).hasToString("0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3");
        assertThat(header.stateRoot()).hasToString(ROOT);
        assertThat(header.number()).isEqualTo(BigInteger.ZERO);
        assertThat(header.isOfOwnForm()).isFalse();
    }

    @Test
    void everyFieldChangesTheHash() throws ProblemException {
        var hash = BlockHeader.of(first()).required().hash();

        assertThat(with("stateRoot", EMPTY_ROOT).hash()).isNotEqualTo(hash);
        assertThat(with("number", "0x1").hash()).isNotEqualTo(hash);
        assertThat(with("timestamp", "0x1").hash()).isNotEqualTo(hash);
        assertThat(with("extraData", "0x").hash()).isNotEqualTo(hash);
        assertThat(with("baseFeePerGas", "0x0").hash())
                .as("one that a fork added")
                .isNotEqualTo(hash);
    }

    @Test
    void aFieldThatThisProgramDoesNotKnowIsSeen() throws ProblemException {
        assertThat(with("l1BlockNumber", "0x1").isOfOwnForm()).isTrue();
    }

    @Test
    void whatIsMissingOrNotInItsFormIsRefused() {
        var without = first();
        without.remove("stateRoot");
        assertThat(flaw(without)).isEqualTo(Flaw.CUT_SHORT);
        assertThat(flaw("nonce", "0x42")).isEqualTo(Flaw.OTHER_KIND);
        assertThat(flaw("number", "zero")).isEqualTo(Flaw.OTHER_KIND);
        assertThat(flaw("number", "0x-1")).isEqualTo(Flaw.OTHER_KIND);
        assertThat(flaw("number", "0x1" + "0".repeat(64))).isEqualTo(Flaw.TOO_LARGE);
        assertThat(flaw("extraData", "0x" + "0".repeat(4_096))).isEqualTo(Flaw.TOO_LARGE);
    }

    private static Flaw flaw(String field, String value) {
        var told = first();
        told.put(field, value);
        return flaw(told);
    }

    private static Flaw flaw(Map<String, String> told) {
        return ((Decoding.Refused<BlockHeader>) BlockHeader.of(told)).refusal().flaw();
    }
}
