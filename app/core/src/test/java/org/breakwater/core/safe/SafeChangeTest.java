package org.breakwater.core.safe;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.decoding.Flaw;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SafeChangeTest {

    private static final Address SAFE = Address.parse("0x1111111111111111111111111111111111111111");
    private static final Address A = Address.parse("0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    private static final Address B = Address.parse("0xbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb");
    private static final Address C = Address.parse("0xcccccccccccccccccccccccccccccccccccccccc");

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(new SafeChange.AddOwner(A, BigInteger.TWO), "0x0d582f13"),
                Arguments.of(new SafeChange.RemoveOwner(A, B, BigInteger.ONE), "0xf8dc5dd9"),
                Arguments.of(new SafeChange.SwapOwner(A, B, C), "0xe318b52b"),
                Arguments.of(new SafeChange.ChangeThreshold(BigInteger.TWO), "0x694e80c3"),
                Arguments.of(new SafeChange.EnableModule(A), "0x610b5925"),
                Arguments.of(new SafeChange.DisableModule(A, B), "0xe009cfde"),
                Arguments.of(new SafeChange.SetGuard(A), "0xe19a9dd9"),
                Arguments.of(new SafeChange.SetModuleGuard(A), "0xe068df37"),
                Arguments.of(new SafeChange.SetFallbackHandler(A), "0xf08a0323"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyChangeIsWrittenAndReadAsTheContractsDo(SafeChange change, String selector) {
        var calldata = change.calldata();

        assertThat(calldata.slice(0, 4)).hasToString(selector);
        assertThat(in(SafeVersion.V1_5_0, SAFE, calldata)).contains(new Decoding.Decoded<>(change));
    }

    @Test
    void addOwnerOfThePublishedVectorIsRead() {
        assertThat(SafeChange.in(
                        Vectors.arbitrumSafe(SafeVersion.V1_3_0),
                        Operation.CALL,
                        Vectors.newOwner().to(),
                        Vectors.newOwner().data()))
                .contains(new Decoding.Decoded<>(new SafeChange.AddOwner(
                        Address.parse("0x0c75fa5a5f1c0997e3eea425cfa13184ed0ec9e5"), BigInteger.valueOf(3))));
    }

    @ParameterizedTest
    @CsvSource({
        "0x7de7edef, V0_1_0, V1_2_0",
        "0xe19a9dd9, V1_3_0, V1_5_0",
        "0xe068df37, V1_5_0, V1_5_0",
        "0xf08a0323, V1_1_0, V1_5_0",
        "0x610b5925, V0_1_0, V1_5_0"
    })
    void aVersionWithoutTheFunctionChangesNothing(String selector, SafeVersion first, SafeVersion last) {
        var calldata = Bytes.concat(Bytes.fromHex(selector), Bytes.zeros(12), A.bytes());

        for (var version : SafeVersion.values()) {
            var expected = version.isAtLeast(first) && last.isAtLeast(version);
            assertThat(in(version, SAFE, calldata).isPresent())
                    .as(version.toString())
                    .isEqualTo(expected);
        }
    }

    @Test
    void theSameCallToAnotherContractIsNoChangeOfThisSafe() {
        assertThat(in(SafeVersion.V1_5_0, B, new SafeChange.EnableModule(A).calldata()))
                .isEmpty();
    }

    @Test
    void otherCallsOfTheSafeToItselfAreNoChange() {
        assertThat(in(SafeVersion.V1_5_0, SAFE, Bytes.EMPTY)).isEmpty();
        assertThat(in(SafeVersion.V1_5_0, SAFE, Bytes.fromHex("0x610b59"))).isEmpty();
        assertThat(in(SafeVersion.V1_5_0, SAFE, Bytes.fromHex("0xd4d9bdcd" + "0".repeat(64))))
                .isEmpty();
    }

    @Test
    void aChangeWithDirtyArgumentsIsRefusedAndNotOverlooked() {
        var dirty = Bytes.fromHex("0x610b5925" + "01" + "0".repeat(22) + "a".repeat(40));
        var longer = Bytes.concat(new SafeChange.EnableModule(A).calldata(), Bytes.zeros(1));

        assertThat(flaw(in(SafeVersion.V1_5_0, SAFE, dirty))).isEqualTo(Flaw.DIRTY_PADDING);
        assertThat(flaw(in(SafeVersion.V1_5_0, SAFE, longer))).isEqualTo(Flaw.LEFT_OVER);
        assertThat(flaw(in(SafeVersion.V1_5_0, SAFE, Bytes.fromHex("0x610b5925"))))
                .isEqualTo(Flaw.CUT_SHORT);
    }

    @ParameterizedTest
    @EnumSource(SafeMigration.Step.class)
    void aDelegateCallToAPublishedMigrationChangesTheSingleton(SafeMigration.Step step) {
        var migration = Address.parse("0x6439e7ABD8Bb915A5263094784C5CF561c4172AC");

        assertThat(SafeChange.in(domain(SafeVersion.V1_3_0), Operation.DELEGATE_CALL, migration, step.calldata()))
                .contains(new Decoding.Decoded<>(new SafeChange.Migrate(SafeMigration.TO_1_5_0, step)));
        assertThat(SafeChange.in(domain(SafeVersion.V1_3_0), Operation.DELEGATE_CALL, A, step.calldata()))
                .isEmpty();
        assertThat(SafeChange.in(domain(SafeVersion.V1_3_0), Operation.CALL, migration, step.calldata()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SINGLETON, 0xf6682ab0",
        "SINGLETON_AND_HANDLER, 0xed007fc6",
        "L2_SINGLETON, 0x07f464a4",
        "L2_SINGLETON_AND_HANDLER, 0x68cb3d94"
    })
    void migrationsHaveTheSelectorsOfTheContracts(SafeMigration.Step step, String selector) {
        assertThat(step.calldata()).hasToString(selector);
    }

    private static Optional<Decoding<SafeChange>> in(SafeVersion version, Address target, Bytes data) {
        return SafeChange.in(domain(version), Operation.CALL, target, data);
    }

    private static SafeDomain domain(SafeVersion version) {
        return new SafeDomain(version, BigInteger.ONE, SAFE);
    }

    private static Flaw flaw(Optional<Decoding<SafeChange>> decoding) {
        return switch (decoding.orElseThrow()) {
            case Decoding.Refused(var refusal) -> refusal.flaw();
            case Decoding.Decoded(var change) -> throw new AssertionError("read as " + change);
        };
    }
}
