package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.breakwater.adapters.ethereum.EthereumAccount;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Test;
import org.web3j.protocol.core.DefaultBlockParameterName;

class SafeReleaseTest {

    /// Hashes of the runtime code as safe-deployments 1.37.63 lists them for the canonical addresses.
    private static final Map<SafeRelease, List<String>> CODE_HASHES = Map.of(
            SafeRelease.V1_3_0,
            List.of(
                    "0xbba688fbdb21ad2bb58bc320638b43d94e7d100f6f3ebaab0a4e4de6304b1c2e",
                    "0x21842597390c4c6e3c1239e434a682b054bd9548eee5e9b1d6a4482731023c0f",
                    "0x337d7f54be11b6ed55fef7b667ea5488db53db8320a05d1146aa4bd169a39a9b",
                    "0x03e69f7ce809e81687c69b19a7d7cca45b6d551ffdec73d9bb87178476de1abf",
                    "0x0208282bd262360d0320862c5ac70f375f5ed3b9d89a83a615b4d398415bdc83",
                    "0xa9865ac2d9c7a1591619b188c4d88167b50df6cc0c5327fcbd1c8c75f7c066ad"),
            SafeRelease.V1_4_1,
            List.of(
                    "0x1fe2df852ba3299d6534ef416eefa406e56ced995bca886ab7a553e6d0c5e1c4",
                    "0xb1f926978a0f44a2c0ec8fe822418ae969bd8c3f18d61e5103100339894f81ff",
                    "0x50c3cdc4074750a7a974204a716c999edd37482f907608d960b2b025ee0b3317",
                    "0x7c6007a5d711cea8dfd5d91f5940ec29c7f200fe511eb1fc1397b367af3c42f9",
                    "0x0e4f7fc66550a322d1e7688e181b75e217e662a4f3f4d6a29b22bc61217c4b77",
                    "0xecd5bd14a08c5d2122379900b2f272bdf107a7e92423c10dd5fe3254386c9939",
                    "0x525c754a46b79e05543a59bb61e8de3c9eee0d955a59352409cbe67ea1077528"),
            SafeRelease.V1_5_0,
            List.of(
                    "0xdda019cbd7c867a533a2a86e5c53434fdc50b13122b5a5ddb4a8df61b31c20f2",
                    "0x180193227186ccb85316c94db1f0d156ed932b14712cfaac78901899178572dc",
                    "0x967dae4cda22b0c9ef7f31b010bdc1ceb0af9904b0c3dc060b5302e4c18a4529",
                    "0x3c6a85bcf7b563daa624b884b4e9a1b9fa5371edde7be945d998071a48f28bbc",
                    "0xca1147a12963172a93910c5cb2bfa5ad0e941c7f03fc7eb017dd06a8ea4e5604",
                    "0xcdbdcec38d2f1c7d961b0029ff8416b7e86e9974d6f0e9c9580c7d17fcfb6663",
                    "0xd61840855da008da59a00fc03fb71455b4f70bdca1f56f9504f072ed8d90c50e"));

    @Test
    void everyContractStandsWhereTheWorldKnowsItWithTheCodeTheWorldKnows() throws Exception {
        try (var anvil = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), List.of("--no-mining"))) {
            var publisher =
                    new EthereumAccount(anvil.node(), LocalPeople.ofPhrase().key(0));

            new SafeContracts(new Deployer(anvil.node(), publisher)).publish();

            for (var release : SafeRelease.values()) {
                var known = CODE_HASHES.getOrDefault(release, List.of());
                assertThat(known).isNotEmpty();
                for (int i = 0; i < known.size(); i++) {
                    var contract = release.contracts().get(i);
                    assertThat(codeHash(anvil, contract))
                            .as(release.version() + " " + contract.name())
                            .hasToString(known.get(i));
                }
            }
        }
    }

    private static Hash32 codeHash(AnvilProcess anvil, SafeRelease.Contract contract) throws Exception {
        var code = anvil.node()
                .web3j()
                .ethGetCode(contract.address().toString(), DefaultBlockParameterName.LATEST)
                .send()
                .getCode();
        return Keccak.hash(Bytes.fromHex(code));
    }
}
