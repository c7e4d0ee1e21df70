package org.breakwater.adapters.localnet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.breakwater.contracts.ParameterRegistry;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Publishes the Safe contracts on a local network as Safe's team did elsewhere: npm's code, through the same
/// factories, with salt zero, hence at the same addresses.
final class SafeContracts {

    private static final Bytes SALT = Bytes.of(new byte[32]);

    private final Deployer deployer;

    SafeContracts(Deployer deployer) {
        this.deployer = deployer;
    }

    /// Publishes every release.
    void publish() throws ProblemException {
        publishSingletonFactory();
        for (var release : SafeRelease.values()) {
            for (var contract : release.contracts()) {
                publish(release, contract);
            }
        }
    }

    private void publish(SafeRelease release, SafeRelease.Contract contract) throws ProblemException {
        var packed = PackedContract.ofSafe(release.version(), contract.name());
        deployer.send(
                "Publishing " + packed.name(),
                release.factory().address(),
                Bytes.concat(SALT, packed.creationCode()),
                BigInteger.ZERO);
        if (!deployer.hasCode(contract.address())) {
            throw new ProblemException(Problem.of(
                    packed.name() + " did not land at " + contract.address() + ".",
                    "The published package is not the one this program was built for."));
        }
    }

    /// Sends the transaction that Safe's team signed for this chain id.
    private void publishSingletonFactory() throws ProblemException {
        var deployment = singletonFactory();
        var signer = Address.parse(deployment.required("signerAddress").asString());
        var cost = deployment
                .required("gasPrice")
                .bigIntegerValue()
                .multiply(deployment.required("gasLimit").bigIntegerValue());
        deployer.send("Funding the Safe singleton factory", signer, Bytes.EMPTY, cost);
        deployer.sendSigned(
                "Publishing the Safe singleton factory",
                Bytes.fromHex(deployment.required("transaction").asString()));
    }

    private static JsonNode singletonFactory() {
        try (var input = ParameterRegistry.class.getResourceAsStream("safe/singleton-factory-31337.json")) {
            if (input == null) {
                throw new IllegalStateException("the contracts' jar has no singleton factory");
            }
            return new JsonMapper().readTree(input);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
