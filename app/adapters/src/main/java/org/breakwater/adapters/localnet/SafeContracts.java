package org.breakwater.adapters.localnet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.breakwater.contracts.ParameterRegistry;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import tools.jackson.databind.json.JsonMapper;

/// Publishes the Safe contracts at their canonical addresses: the code from npm, through the factory that Safe's own
/// deployments used, with salt zero (EIP-1014).
final class SafeContracts {

    private static final Bytes SALT = Bytes.of(new byte[32]);

    private final Deployer deployer;

    SafeContracts(Deployer deployer) {
        this.deployer = deployer;
    }

    void publish(SafeRelease release) throws ProblemException {
        var factory = singletonFactory();
        publish(factory, release.version(), "Safe", release.singleton());
        publish(factory, release.version(), "SafeL2", release.singletonL2());
        publish(factory, release.version(), "SafeProxyFactory", release.proxyFactory());
        publish(factory, release.version(), "CompatibilityFallbackHandler", release.fallbackHandler());
        publish(factory, release.version(), "MultiSend", release.multiSend());
        publish(factory, release.version(), "MultiSendCallOnly", release.multiSendCallOnly());
    }

    private void publish(Address factory, String version, String name, Address expected) throws ProblemException {
        var contract = PackedContract.ofSafe(version, name);
        deployer.send(
                "Publishing " + contract.name(), factory, Bytes.concat(SALT, contract.creationCode()), BigInteger.ZERO);
        if (!deployer.hasCode(expected)) {
            throw new ProblemException(Problem.of(
                    contract.name() + " did not land at " + expected + ".",
                    "The published package is not the one this program was built for."));
        }
    }

    /// The Safe singleton factory, from the transaction that Safe's team signed for this chain id.
    private Address singletonFactory() throws ProblemException {
        try (var input = ParameterRegistry.class.getResourceAsStream("safe/singleton-factory-31337.json")) {
            if (input == null) {
                throw new IllegalStateException("the contracts' jar has no singleton factory");
            }
            var deployment = new JsonMapper().readTree(input);
            var address = Address.parse(deployment.required("address").asString());
            var signer = Address.parse(deployment.required("signerAddress").asString());
            var cost = deployment
                    .required("gasPrice")
                    .bigIntegerValue()
                    .multiply(deployment.required("gasLimit").bigIntegerValue());
            deployer.send("Funding the Safe singleton factory", signer, Bytes.EMPTY, cost);
            deployer.sendSigned(
                    "Publishing the Safe singleton factory",
                    Bytes.fromHex(deployment.required("transaction").asString()));
            return address;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
