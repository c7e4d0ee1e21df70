package org.breakwater.core.governor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.execution.RevertReason;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every refusal is a sentence that says what it means.
class RefusalsTest {

    private static final AbiValue VOTER = new AbiValue.Account(Address.parse("0x" + "33".repeat(20)));

    private static String sentence(String error, AbiValue... arguments) {
        var signature = FunctionSignature.parse(error);
        return Refusals.sentence(RevertReason.read(
                AbiEncoder.call(signature, arguments),
                selector ->
                        Optional.of(signature).filter(known -> known.selector().equals(selector))));
    }

    private static String state(int current, long expected) {
        return sentence(
                "GovernorUnexpectedProposalState(uint256,uint8,bytes32)",
                AbiValue.Whole.of(7),
                AbiValue.Whole.of(current),
                new AbiValue.Binary(Word.of(expected)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0 | 2  | The proposal is not open for votes yet, and it would have to be open for votes.
        3 | 16 | The proposal is defeated, and it would have to be passed and not queued.
        7 | 32 | The proposal is executed, and it would have to be in the timelock.
        1 | 48 | The proposal is open for votes, and it would have to be passed and not queued or in the timelock.
        3 | 0  | The same proposal was made before; it is defeated.
        """)
    void aStateThatDoesNotFitIsNamedWithThoseThatWould(int current, long expected, String words) {
        assertThat(state(current, expected)).isEqualTo(words);
    }

    @Test
    void whatAnErrorCountsIsInItsSentence() {
        var token = BigInteger.TEN.pow(18);
        assertThat(sentence(
                        "GovernorInsufficientProposerVotes(address,uint256,uint256)",
                        VOTER,
                        new AbiValue.Whole(token.multiply(BigInteger.valueOf(99_999))),
                        new AbiValue.Whole(token.multiply(BigInteger.valueOf(100_000)))))
                .isEqualTo("This account has 99999 votes, and proposing takes 100000 votes.");
        assertThat(sentence("NotOver(uint64,uint48)", AbiValue.Whole.of(4), AbiValue.Whole.of(1_800_000_000)))
                .isEqualTo("The vote in this case runs until 15 Jan 2027, 08:00 UTC.");
        assertThat(sentence("UriTooLong(uint256,uint256)", AbiValue.Whole.of(300), AbiValue.Whole.of(256)))
                .contains("300 bytes of at most 256");
    }

    @Test
    void whatNobodyKnowsIsQuotedAsItIs() {
        assertThat(Refusals.sentence(new RevertReason.Unknown(Bytes.fromHex("0xdeadbeef"))))
                .isEqualTo("The contract refuses it: an unknown error, 0xdeadbeef.");
        assertThat(Refusals.sentence(new RevertReason.Nothing())).contains("no reason");
        assertThat(Refusals.sentence(new RevertReason.Panicked(BigInteger.valueOf(0x31))))
                .contains("only through a proposal");
        assertThat(sentence("SomethingElse(uint256)", AbiValue.Whole.of(5))).contains("SomethingElse");
    }

    @Test
    void whatConcernsAVoterSaysSo() {
        assertThat(List.of(
                        sentence("GovernorAlreadyCastVote(address)", VOTER),
                        sentence("Conflicted(address)", VOTER),
                        sentence("NoWeight(address)", VOTER)))
                .containsExactly(
                        "This account has voted on it already. A vote cannot be changed.",
                        "This account is a party to the case, and a party does not vote.",
                        "This account had no votes when the case counted them.");
    }
}
