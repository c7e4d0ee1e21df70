package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.PublishedSafeContracts;
import org.breakwater.core.review.chain.PublishedSafeContracts.Published;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the published contracts are recognised by is what their code on a chain has.
class PublishedCodeOnChainTest {

    private static SafeLaboratory laboratory;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException {
        laboratory = SafeLaboratory.open();
    }

    @AfterAll
    static void close() {
        laboratory.close();
    }

    static List<SafeVersion> versions() {
        return SafeLaboratory.VERSIONS;
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theProxyOfASafeOfEachVersionIsRecognised(SafeVersion version) throws ProblemException {
        var owners = List.of(SafeLaboratory.address(SafeLaboratory.people().getFirst()));
        var safe = laboratory.create(version, 1, owners);

        assertThat(PublishedSafeContracts.proxy(laboratory.code(safe.safe()))).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void singletonsAndHandlersAreRecognisedByTheirCode(SafeRelease release) throws ProblemException {
        assertThat(PublishedSafeContracts.singleton(laboratory.code(release.singleton()))
                        .map(Published::version)
                        .map(SafeVersion::toString))
                .contains(release.version());
        assertThat(PublishedSafeContracts.singleton(laboratory.code(release.singletonL2())))
                .isPresent();
        assertThat(PublishedSafeContracts.handler(laboratory.code(release.fallbackHandler())))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void whatMayRunAsASafeIsKnownByAddressAndCodeTogether(SafeRelease release) throws ProblemException {
        for (var contract : release.contracts()) {
            var code = laboratory.code(contract.address());
            if (contract.name().startsWith("MultiSend")) {
                assertThat(PublishedSafeContracts.runAsSafe(contract.address(), code))
                        .as(contract.name())
                        .isPresent();
                assertThat(PublishedSafeContracts.runAsSafe(release.singleton(), code))
                        .as("the same code elsewhere")
                        .isEmpty();
                assertThat(PublishedSafeContracts.runAsSafe(contract.address(), Bytes.fromHex("0x00")))
                        .as("other code there")
                        .isEmpty();
            }
        }
    }

    @Test
    void noCodeIsNobodys() {
        assertThat(PublishedSafeContracts.proxy(Bytes.EMPTY)).isEmpty();
        assertThat(PublishedSafeContracts.singleton(Bytes.EMPTY)).isEmpty();
        assertThat(PublishedSafeContracts.proxy(Bytes.fromHex("0xffff"))).isEmpty();
    }
}
