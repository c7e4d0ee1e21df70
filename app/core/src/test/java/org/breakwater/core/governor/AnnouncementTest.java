package org.breakwater.core.governor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiType;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.governor.Announcement.Logged;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.Test;

/// Only the very event of the very contract for the very voter says that a vote counts.
class AnnouncementTest {

    private static final Address GOVERNOR = Address.parse("0x" + "11".repeat(20));
    private static final Address VOTER = Address.parse("0x" + "33".repeat(20));
    private static final BigInteger PROPOSAL = BigInteger.valueOf(77);
    private static final Announcement COUNTS =
            DaoCalls.vote(GOVERNOR, PROPOSAL, Support.FOR, VOTER, "Sound").counts();

    private static Logged cast(Address by, Address voter, int support, String reason) {
        return new Logged(
                by,
                List.of(Keccak.hash("VoteCast(address,uint256,uint8,uint256,string)"), new Hash32(Word.of(voter))),
                AbiEncoder.encode(
                        List.of(
                                AbiType.parse("uint256"),
                                AbiType.parse("uint8"),
                                AbiType.parse("uint256"),
                                AbiType.parse("string")),
                        List.of(
                                new AbiValue.Whole(PROPOSAL),
                                AbiValue.Whole.of(support),
                                AbiValue.Whole.of(5),
                                new AbiValue.Text(reason))));
    }

    @Test
    void theEventItselfCountsWhateverTheWeight() {
        assertThat(COUNTS.isIn(List.of(cast(GOVERNOR, VOTER, 1, "Sound")))).isTrue();
    }

    @Test
    void anotherContractVoterChoiceOrReasonDoesNot() {
        assertThat(COUNTS.isIn(List.of(
                        cast(VOTER, VOTER, 1, "Sound"),
                        cast(GOVERNOR, GOVERNOR, 1, "Sound"),
                        cast(GOVERNOR, VOTER, 0, "Sound"),
                        cast(GOVERNOR, VOTER, 1, "Sound "))))
                .isFalse();
        assertThat(COUNTS.isIn(List.of())).isFalse();
    }

    @Test
    void bytesThatAreNoEventDoNot() {
        var said = cast(GOVERNOR, VOTER, 1, "Sound");
        assertThat(COUNTS.isIn(List.of(
                        new Logged(GOVERNOR, said.topics(), Bytes.EMPTY),
                        new Logged(GOVERNOR, List.of(), said.data()),
                        new Logged(GOVERNOR, said.topics(), Bytes.concat(said.data(), Bytes.zeros(32))))))
                .isFalse();
    }
}
