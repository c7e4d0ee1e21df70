package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.esaulpaugh.headlong.abi.Function;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.breakwater.adapters.deployment.DeploymentFile;
import org.breakwater.adapters.ethereum.ChainProtocol;
import org.breakwater.adapters.ethereum.DeploymentReading;
import org.breakwater.adapters.ethereum.EthereumAccount;
import org.breakwater.adapters.ethereum.ScriptedProtocol;
import org.breakwater.adapters.localnet.world.Part;
import org.breakwater.core.deployment.AccountOverride;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.verification.Area;
import org.breakwater.core.verification.Difference;
import org.breakwater.core.verification.VerifyDeployment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A deployment whose peg feed is not the local one and answers every hour: the script gave that feed an age limit of
/// its
/// own, and the deployment file says which.
class OtherFeedAgesTest {

    private static final Function DEFINE = Function.parse(
            "defineParam(bytes32,(uint8,uint8,uint8,uint16,uint32,uint32,uint128,uint128,uint128),uint128,bytes32[],uint128[])");
    private static final Address OWN_FEED = Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    private static final BigInteger OWN_AGE = BigInteger.valueOf(4_200);

    private static AnvilProcess anvil;
    private static Deployment deployment;

    @BeforeAll
    static void deploy() throws ProblemException {
        var people = LocalPeople.ofPhrase();
        anvil = AnvilProcess.start(
                AnvilBinary.find(),
                OptionalInt.empty(),
                List.of(
                        "--mnemonic",
                        LocalPeople.PHRASE,
                        "--accounts",
                        Integer.toString(Part.ACCOUNTS),
                        "--gas-limit",
                        "1000000000",
                        "--no-mining"));
        var accounts = new TreeMap<String, Address>(Map.of(
                "council", LocalPeople.address(people.one(Part.PUBLISHER)),
                "guardian", LocalPeople.address(people.all(Part.GUARDIAN).getFirst()),
                "steward", LocalPeople.address(people.one(Part.STEWARD)),
                "tokenHolder", LocalPeople.address(people.one(Part.FOUNDATION))));
        var deployer = new EthereumAccount(anvil.node(), people.one(Part.DEPLOYER));
        var script = RecordedDeployment.read().givenTo(accounts).transactions().stream()
                .map(OtherFeedAgesTest::withOwnAge)
                .toList();
        var created = new Deployer(anvil.node(), deployer).replay(script);
        var complete = new DeploymentReading(anvil.node()).complete(created, accounts);
        deployment = new Deployment(
                complete.chain(),
                complete.contracts().stream()
                        .filter(contract -> !contract.name().equals("PriceFeed"))
                        .toList(),
                complete.accounts(),
                complete.roles(),
                complete.members(),
                complete.functions());
    }

    @AfterAll
    static void stop() {
        anvil.close();
    }

    /// The definition of the age limit, with the override for another feed.
    private static RecordedDeployment.Transaction withOwnAge(RecordedDeployment.Transaction transaction) {
        if (transaction.creates() || !isDefinitionOfAge(transaction.input())) {
            return transaction;
        }
        var arguments = DEFINE.decodeCall(transaction.input().toArray());
        var scope = new byte[][] {scope(OWN_FEED)};
        var input = Bytes.of(DEFINE.encodeCallWithArgs(
                        arguments.get(0), arguments.get(1), arguments.get(2), scope, new BigInteger[] {OWN_AGE})
                .array());
        return new RecordedDeployment.Transaction(false, transaction.contract(), transaction.address(), input);
    }

    private static boolean isDefinitionOfAge(Bytes input) {
        return input.toHex().startsWith(Bytes.of(DEFINE.selector()).toHex())
                && input.toHex()
                        .contains(Bytes.of("ORACLE_MAX_AGE".getBytes(StandardCharsets.US_ASCII))
                                .toHex()
                                .substring(2));
    }

    private static byte[] scope(Address account) {
        return ParameterScope.account(account).encoded().bytes().toArray();
    }

    private static List<String> differences(Deployment expected) throws ProblemException {
        return new VerifyDeployment(new ScriptedProtocol())
                .run(expected, ChainProtocol.at(anvil.node(), expected)).differences().stream()
                        .filter(difference -> difference.area() == Area.PARAMETERS)
                        .map(Difference::toString)
                        .toList();
    }

    private static Deployment saying(long age) {
        return deployment.with(List.of(new AccountOverride("ORACLE_MAX_AGE", OWN_FEED, BigInteger.valueOf(age))));
    }

    @Test
    void theAgeThatTheFileSaysIsTheOneThatIsExpected(@TempDir Path folder) throws ProblemException {
        var file = folder.resolve("deployment.json");
        DeploymentFile.write(saying(4_200), file);

        assertThat(differences(DeploymentFile.read(file).deployment())).isEmpty();
    }

    @Test
    void anAgeThatTheFileDoesNotSayIsADifferenceOfThatFeedAlone() throws ProblemException {
        assertThat(differences(deployment))
                .singleElement()
                .asString()
                .contains("ORACLE_MAX_AGE", "none of its own", "4200");
    }

    @Test
    void anotherAgeThanTheFileSaysIsADifference() throws ProblemException {
        assertThat(differences(saying(4_300))).singleElement().asString().contains("ORACLE_MAX_AGE", "4300", "4200");
    }

    @Test
    void nothingElseIsAnotherThanOnTheLocalNetwork() throws ProblemException {
        var found = new VerifyDeployment(new ScriptedProtocol())
                .run(saying(4_200), ChainProtocol.at(anvil.node(), saying(4_200)));
        assertThat(found.differences()).isEmpty();
        assertThat(deployment.contracts()).extracting(DeployedContract::name).doesNotContain("PriceFeed");
    }
}
