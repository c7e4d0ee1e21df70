package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeMessageHash;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Our hashes against those of the published contracts on a real node.
class SafeHashOnChainTest {

    private static final int SAFES = 3;
    private static final int CHAINS = 5;
    private static final FunctionSignature MESSAGE_HASH = FunctionSignature.parse("getMessageHash(bytes)");
    private static final FunctionSignature VERSION = FunctionSignature.parse("VERSION()");

    private static SafeLaboratory laboratory;

    @BeforeAll
    static void open() throws ProblemException {
        laboratory = SafeLaboratory.open();
    }

    @AfterAll
    static void close() {
        laboratory.close();
    }

    static Stream<SafeVersion> versions() {
        return SafeLaboratory.VERSIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void fiveHundredRandomTransactionsOfAVersionHashAsItsContractsSay(SafeVersion version) throws Exception {
        compareTransactions(version, 500);
    }

    @Tag("deep")
    @ParameterizedTest
    @MethodSource("versions")
    void tenThousandRandomTransactionsOfAVersionHashAsItsContractsSay(SafeVersion version) throws Exception {
        compareTransactions(version, 10_000);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void messagesHashAsTheContractsSay(SafeVersion version) throws ProblemException {
        var random = new SplittableRandom(version.toString().hashCode());
        var safe = safe(version);
        for (int i = 0; i < 50; i++) {
            var message = bytes(random, random.nextInt(200));

            assertThat(laboratory.ask(safe.safe(), MESSAGE_HASH, new AbiValue.Binary(message)))
                    .contains(SafeMessageHash.of(safe, message).hash().bytes());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theContractsAreOfTheVersionThatTheyAreTakenFor(SafeVersion version) throws ProblemException {
        var answer = laboratory.ask(safe(version).safe(), VERSION).orElseThrow();

        assertThat(answer.slice(64, 64 + version.toString().length()).toText()).contains(version.toString());
    }

    private static void compareTransactions(SafeVersion version, int count) throws Exception {
        var random = new SplittableRandom(version.toString().hashCode() + count);
        var safes = new ArrayList<SafeDomain>();
        for (int i = 0; i < SAFES; i++) {
            safes.add(safe(version));
        }
        try {
            for (int chain = 1; chain <= CHAINS; chain++) {
                var chainId = random.nextLong(1, 1L << 32);
                laboratory.becomeChain(chainId);
                for (int i = 0; i < count / CHAINS; i++) {
                    var safe = safes.get(random.nextInt(SAFES));
                    var domain = new SafeDomain(version, BigInteger.valueOf(chainId), safe.safe());
                    var transaction = transaction(random, version);
                    Hash32 expected = laboratory.transactionHash(safe, transaction);
                    assertThat(SafeTxHash.of(domain, transaction).hash())
                            .as("%s %s", domain, transaction)
                            .isEqualTo(expected);
                }
            }
        } finally {
            laboratory.becomeChain(31_337);
        }
    }

    private static SafeDomain safe(SafeVersion version) throws ProblemException {
        return laboratory.create(
                version,
                1,
                List.of(SafeLaboratory.address(SafeLaboratory.people().getFirst())));
    }

    private static SafeTransaction transaction(SplittableRandom random, SafeVersion version) {
        return new SafeTransaction(
                address(random),
                number(random),
                bytes(random, random.nextInt(10) == 0 ? random.nextInt(3_000) : random.nextInt(100)),
                operation(random, version),
                number(random),
                number(random),
                number(random),
                address(random),
                address(random),
                number(random));
    }

    private static Operation operation(SplittableRandom random, SafeVersion version) {
        var known = Stream.of(Operation.values()).filter(version::knows).toList();
        return known.get(random.nextInt(known.size()));
    }

    private static Address address(SplittableRandom random) {
        return random.nextInt(4) == 0 ? Address.ZERO : new Address(bytes(random, Address.LENGTH));
    }

    private static BigInteger number(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> BigInteger.ZERO;
            case 1 -> BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
            default -> bytes(random, random.nextInt(1, 33)).toUnsigned();
        };
    }

    private static Bytes bytes(SplittableRandom random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }
}
