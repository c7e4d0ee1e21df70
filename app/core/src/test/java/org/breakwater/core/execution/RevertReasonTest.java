package org.breakwater.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.decoding.Mutations;
import org.breakwater.core.safe.ExecTransaction;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevertReasonTest {

    private static final FunctionSignature CUSTOM =
            FunctionSignature.parse("ParameterOutOfBounds(bytes32 key,uint256 value,address by)");

    @Test
    void aSafesCodeIsItsSentence() {
        assertThat(read(error("GS026")).words())
                .isEqualTo(
                        "GS026, a signature is not of an owner, is not over this hash and nonce, or is out of order");
        assertThat(read(error("GS999")).words()).isEqualTo("“GS999”");
        assertThat(read(error("Invalid owner provided")).words()).isEqualTo("“Invalid owner provided”");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 'panic 0x1, an assertion'",
        "17, 'panic 0x11, a number that is too large or below zero'",
        "18, 'panic 0x12, a division by zero'",
        "50, 'panic 0x32, an index beyond an array''s end'",
        "99, 'panic 0x63, a check that Solidity makes'",
        "65537, 'panic 0x10001, a check that Solidity makes'"
    })
    void aPanicIsSaidInWords(long code, String words) {
        var panic = AbiEncoder.call(FunctionSignature.parse("Panic(uint256)"), AbiValue.Whole.of(code));

        assertThat(read(panic).words()).isEqualTo(words);
    }

    @Test
    void anErrorOfTheProtocolIsNamedWithItsArguments() {
        var key = new AbiValue.Binary(Word.ofAscii("INCIDENT_CAP"));
        var returned = AbiEncoder.call(CUSTOM, key, AbiValue.Whole.of(9_000), new AbiValue.Account(Address.ZERO));

        assertThat(read(returned).words())
                .isEqualTo("ParameterOutOfBounds (key INCIDENT_CAP, value 9000, by " + Address.ZERO + ")");
    }

    @Test
    void whatNobodyKnowsIsShownAsItIs() {
        assertThat(read(Bytes.EMPTY).words()).isEqualTo("it gave no reason, as when gas runs out");
        assertThat(read(Bytes.fromHex("0x1234")).words()).isEqualTo("an unknown error, 0x1234");
        assertThat(read(Bytes.zeros(1_000)).words()).endsWith("… (1000 bytes)");
    }

    @Test
    void hostileBytesAreReadWithoutHarm() {
        var mutations = new Mutations(new Random(3));
        var seeds = List.of(
                error("GS013"),
                AbiEncoder.call(
                        CUSTOM,
                        new AbiValue.Binary(Word.of(1)),
                        AbiValue.Whole.of(1),
                        new AbiValue.Account(Address.ZERO)));
        for (int i = 0; i < 2_000; i++) {
            assertThat(read(mutations.of(seeds.get(i % 2))).words())
                    .isNotBlank()
                    .hasSizeLessThan(500);
        }
    }

    @Test
    void calldataOfAnExecutionAreReadBack() {
        var data = ExecTransaction.encode(SafeTransaction.rejection(Address.ZERO, BigInteger.TEN), Bytes.zeros(65));

        assertThat(ExecTransaction.decode(data, BigInteger.TEN))
                .contains(SafeTransaction.rejection(Address.ZERO, BigInteger.TEN));
        assertThat(ExecTransaction.decode(data.slice(0, 100), BigInteger.TEN)).isEmpty();
    }

    private static RevertReason read(Bytes returned) {
        return RevertReason.read(
                returned, selector -> selector.equals(CUSTOM.selector()) ? Optional.of(CUSTOM) : Optional.empty());
    }

    private static Bytes error(String text) {
        return AbiEncoder.call(FunctionSignature.parse("Error(string)"), new AbiValue.Text(text));
    }
}
