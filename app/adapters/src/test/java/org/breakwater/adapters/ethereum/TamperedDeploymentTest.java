package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.deployment.RoleGrant;
import org.breakwater.core.parameters.ParameterId;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.breakwater.core.verification.Area;
import org.breakwater.core.verification.Difference;
import org.breakwater.core.verification.ParameterRules;
import org.breakwater.core.verification.Verification;
import org.breakwater.core.verification.VerifyDeployment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every way in which a deployed protocol can be another than the one that was reviewed, done to a real chain.
class TamperedDeploymentTest {

    private static final Address STRANGER = Address.parse("0x00000000000000000000000000000000DeaDBeef");
    private static final String ALWAYS_REVERTS = "0x60006000fd";
    private static final long DAY = 86_400;

    private static final ContractAbi MANAGER = ContractAbi.of("AccessManager");
    private static final ContractAbi REGISTRY = ContractAbi.of("ParameterRegistry");
    private static final ContractAbi DIRECTORY = ContractAbi.of("Directory");
    private static final ContractAbi TIMELOCK = ContractAbi.of("TimelockController");
    private static final ContractAbi GOVERNOR = ContractAbi.of("CoverGovernor");

    private static final ParameterId CONCENTRATION = new ParameterId("SUBJECT_CONCENTRATION", ParameterScope.pool(2));

    private static LocalNetwork network;
    private static Deployment deployment;
    private static AnvilHand hand;

    private String before = "";

    @BeforeAll
    static void start() throws ProblemException {
        network = LocalNetwork.start();
        deployment = network.deployment();
        hand = new AnvilHand(network.node());
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @BeforeEach
    void mark() {
        before = hand.mark();
    }

    @AfterEach
    void goBack() {
        hand.backTo(before);
    }

    private static Verification verify(Deployment expected) throws ProblemException {
        return new VerifyDeployment(new ScriptedProtocol()).run(expected, ChainProtocol.at(network.node(), expected));
    }

    private static List<String> differences() throws ProblemException {
        return verify(deployment).differences().stream()
                .map(Difference::toString)
                .toList();
    }

    private static Address contract(String name) {
        return deployment.address(name);
    }

    /// As the DAO, which the timelock is.
    private static void decide(String contract, ContractAbi abi, String function, Object... arguments) {
        hand.call(contract("TimelockController"), contract(contract), abi.function(function), arguments);
    }

    private static com.esaulpaugh.headlong.abi.Address abi(Address address) {
        return ChainAuthority.headlong(address);
    }

    private static BigInteger role(String name) {
        return deployment.roles().entrySet().stream()
                .filter(role -> role.getValue().equals(name))
                .map(role -> BigInteger.valueOf(role.getKey()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theProtocolAsDeployedHasNoDifferenceInAnyArea() throws ProblemException {
        var verification = verify(deployment);

        assertThat(verification.differences()).isEmpty();
        assertThat(verification.checks())
                .containsOnlyKeys(Area.values())
                .allSatisfy((_, count) -> assertThat(count).isPositive());
    }

    @Test
    void replacedCodeIsNamedAndEverythingElseIsStillProven() throws ProblemException {
        var treasury = contract("Treasury");
        hand.code(treasury, ALWAYS_REVERTS);
        decide("AccessManager", MANAGER, "grantRole", role("GUARDIAN"), abi(STRANGER), 0L);

        assertThat(differences())
                .containsExactly(
                        "The code of Treasury at %s should be %s, but is %s."
                                .formatted(
                                        treasury,
                                        deployment
                                                .contract("Treasury")
                                                .orElseThrow()
                                                .codeHash(),
                                        Keccak.hash(Bytes.fromHex(ALWAYS_REVERTS))),
                        "The code of Treasury at %s without its immutable values should be what the compiler makes of its source, but is other code."
                                .formatted(treasury),
                        "The owner of Treasury should be what the right code answers, but is unknown, because its code"
                                + " is not the right one.",
                        "The role GUARDIAN of %s should be not held, but is held with a delay of 0 s."
                                .formatted(STRANGER));
    }

    @Test
    void contractsWithOtherCodeAreNotAsked() throws ProblemException {
        for (var name :
                List.of("AccessManager", "TimelockController", "CoverGovernor", "Directory", "ParameterRegistry")) {
            hand.code(contract(name), ALWAYS_REVERTS);
        }

        assertThat(verify(deployment).differences())
                .filteredOn(difference -> difference.area() != Area.CODE && difference.area() != Area.OWNERSHIP)
                .extracting(Difference::subject)
                .containsExactly(
                        "Who holds which role in the AccessManager",
                        "Which role each function needs",
                        "Who holds which role of the timelock",
                        "How the Governor votes",
                        "Which modules and pools there are",
                        "The value of every parameter");
    }

    @Test
    void aChangedImmutableValueIsOtherCode() throws ProblemException {
        var pool = deployment.pools().getFirst();
        var code = network.node().code(pool.address()).toHex();
        var directory = contract("Directory").bytes().toHex().substring(2);
        assertThat(code).contains(directory);
        hand.code(
                pool.address(), code.replace(directory, STRANGER.bytes().toHex().substring(2)));

        assertThat(verify(deployment).differences())
                .extracting(Difference::subject)
                .containsExactly("The code of RiskPool 1 at " + pool.address(), "The owner of RiskPool 1");
    }

    /// Same runtime code and same immutable values, and the deployment file knows it: only its making was another.
    @Test
    void aContractWithTheRightCodeThatWasMadeByOtherCodeIsFoundOut() throws ProblemException {
        var token = deployment.contract("CoverToken").orElseThrow();
        var copy = hand.create(STRANGER, returning(network.node().code(token.address())));
        var block = network.node().head().number();
        var contracts = deployment.contracts().stream()
                .map(contract -> contract.equals(token)
                        ? new DeployedContract(token.name(), copy, block, token.codeHash())
                        : contract)
                .toList();

        assertThat(verify(with(contracts, deployment.members())).differences())
                .extracting(Difference::toString)
                .contains(
                        "The creation of CoverToken at %s in block %d should be what the compiler makes of its source, but is other code."
                                .formatted(copy, block))
                .noneMatch(difference -> difference.startsWith("The code of CoverToken"));
    }

    /// Creation code that does nothing but leave a runtime code.
    private static Bytes returning(Bytes code) {
        var size = "%04x".formatted(code.length());
        return Bytes.concat(Bytes.fromHex("61" + size + "80600a5f395ff3"), code);
    }

    private static Deployment with(List<DeployedContract> contracts, List<RoleGrant> members) {
        return new Deployment(
                deployment.chain(),
                contracts,
                deployment.accounts(),
                deployment.roles(),
                members,
                deployment.functions());
    }

    @Test
    void aRevokedRoleIsNamed() throws ProblemException {
        decide("AccessManager", MANAGER, "revokeRole", role("MODULE_TREASURY"), abi(contract("Treasury")));

        assertThat(differences())
                .containsExactly(
                        "The role MODULE_TREASURY of Treasury %s should be held with a delay of 0 s, but is not held."
                                .formatted(contract("Treasury")));
    }

    @Test
    void aStrangerInARoleThatTheFileDoesNotKnowIsNamed() throws ProblemException {
        var unknown = new BigInteger("18446744073709551614");
        decide("AccessManager", MANAGER, "grantRole", unknown, abi(STRANGER), 0L);

        assertThat(differences())
                .containsExactly(
                        "The role role 18446744073709551614 of %s should be not held, but is held with a delay of 0 s."
                                .formatted(STRANGER));
    }

    @Test
    void aGrantThatHasYetToTakeEffectIsNamed() throws ProblemException {
        decide("AccessManager", MANAGER, "setGrantDelay", role("GUARDIAN"), 7 * DAY);
        hand.pass(6 * DAY);
        decide("AccessManager", MANAGER, "grantRole", role("GUARDIAN"), abi(STRANGER), 0L);

        assertThat(differences())
                .hasSize(2)
                .contains("The grant delay of GUARDIAN should be 0 s, but is 604800 s.")
                .anySatisfy(difference -> assertThat(difference)
                        .startsWith("The role GUARDIAN of %s should be not held, but is held from ".formatted(STRANGER))
                        .endsWith(" on with a delay of 0 s."));
    }

    @Test
    void aReducedDelayIsNamedBeforeAndAfterItTakesEffect() throws ProblemException {
        var council = network.council();
        decide("AccessManager", MANAGER, "grantRole", role("COUNCIL_DELAYED"), abi(council), 3_600L);

        assertThat(differences())
                .singleElement()
                .asString()
                .startsWith(
                        "The role COUNCIL_DELAYED of the council %s should be held with a delay of 86400 s, but is held with a delay of 86400 s and 3600 s from "
                                .formatted(council));

        hand.pass(DAY);
        assertThat(differences())
                .containsExactly(
                        "The role COUNCIL_DELAYED of the council %s should be held with a delay of 86400 s, but is held with a delay of 3600 s."
                                .formatted(council));
    }

    @Test
    void anotherAdminOrGuardianOfARoleIsNamed() throws ProblemException {
        decide("AccessManager", MANAGER, "setRoleAdmin", role("RISK_STEWARD"), role("COUNCIL_NOW"));
        decide("AccessManager", MANAGER, "setRoleGuardian", role("COUNCIL_DELAYED"), role("COUNCIL_NOW"));

        assertThat(differences())
                .containsExactly(
                        "The guardian of COUNCIL_DELAYED should be GUARDIAN, but is COUNCIL_NOW.",
                        "The admin of RISK_STEWARD should be ADMIN, but is COUNCIL_NOW.");
    }

    @Test
    void aRemappedSelectorIsNamed() throws ProblemException {
        var spend = "spend(address,address,uint256,bytes32)";
        var selector = Keccak.hash(spend).bytes().slice(0, 4).toArray();
        decide(
                "AccessManager",
                MANAGER,
                "setTargetFunctionRole",
                abi(contract("Treasury")),
                new byte[][] {selector},
                role("COUNCIL_NOW"));

        assertThat(differences())
                .containsExactly("The role that Treasury." + spend + " needs should be DAO, but is COUNCIL_NOW.");
    }

    @Test
    void aClosedContractAndADelayedAdminAreNamed() throws ProblemException {
        decide("AccessManager", MANAGER, "setTargetClosed", abi(contract("Claims")), true);
        decide("AccessManager", MANAGER, "setTargetAdminDelay", abi(contract("Claims")), DAY);
        hand.pass(6 * DAY);

        assertThat(differences())
                .containsExactly(
                        "The door of Claims should be open, but is closed.",
                        "The delay for changing who may call Claims should be 0 s, but is 86400 s.");
    }

    @Test
    void anExtraProposerOfTheTimelockIsNamed() throws ProblemException {
        var proposer = Keccak.hash("PROPOSER_ROLE").bytes().toArray();
        decide("TimelockController", TIMELOCK, "grantRole", proposer, abi(STRANGER));

        assertThat(differences())
                .containsExactly(
                        "PROPOSER_ROLE of the timelock for %s should be not held, but is held.".formatted(STRANGER));
    }

    @Test
    void aShorterDelayOfTheTimelockIsNamedThoughItIsOnRecord() throws ProblemException {
        decide("TimelockController", TIMELOCK, "updateDelay", BigInteger.valueOf(60));

        assertThat(differences())
                .containsExactly(
                        "The delay of the timelock in seconds should be 172800, but is 60 by a change on record.");
    }

    @Test
    void anotherVotingPeriodIsNamedThoughTheDaoDecidedIt() throws ProblemException {
        var governor = contract("CoverGovernor");
        new DaoHand(hand, network.node(), deployment).decide(governor, GOVERNOR.function("setVotingPeriod"), 3_600L);

        assertThat(differences())
                .containsExactly(
                        "The Governor's voting period in seconds should be 345600, but is 3600 by a change on record.");
    }

    @Test
    void anotherTimelockOfTheGovernorIsNamed() throws ProblemException {
        var governor = contract("CoverGovernor");
        new DaoHand(hand, network.node(), deployment)
                .decide(governor, GOVERNOR.function("updateTimelock"), abi(STRANGER));

        assertThat(differences())
                .containsExactly("The timelock of CoverGovernor should be TimelockController %s, but is %s."
                        .formatted(contract("TimelockController"), STRANGER));
    }

    @Test
    void aContractThatObeysAnotherManagerIsNamed() throws ProblemException {
        decide("AccessManager", MANAGER, "updateAuthority", abi(contract("Treasury")), abi(contract("Directory")));

        assertThat(differences())
                .containsExactly("The authority of Treasury should be AccessManager %s, but is Directory %s."
                        .formatted(contract("AccessManager"), contract("Directory")));
    }

    @Test
    void aReplacedModuleIsNamedAndItsAnswersAreNotBelieved() throws ProblemException {
        var other = contract("Incidents");
        decide("Directory", DIRECTORY, "setModule", Word.ofAscii("PARAMETERS").toArray(), abi(other));

        assertThat(differences())
                .containsExactly("PARAMETERS in the Directory should be ParameterRegistry %s, but is Incidents %s."
                        .formatted(contract("ParameterRegistry"), other));
    }

    @Test
    void aGateThatNobodyDeployedIsNamed() throws ProblemException {
        decide("Directory", DIRECTORY, "setModule", Word.ofAscii("GATE").toArray(), abi(contract("Treasury")));

        assertThat(differences())
                .containsExactly("GATE in the Directory should be the zero address, but is Treasury %s."
                        .formatted(contract("Treasury")));
    }

    @Test
    void anAddedPoolIsNamed() throws ProblemException {
        var pool = hand.create(STRANGER, poolNumbered(7));
        decide("Directory", DIRECTORY, "addPool", abi(pool));

        assertThat(differences()).containsExactly("Pool 7 in the Directory should be none, but is %s.".formatted(pool));
    }

    /// A pool like the others, by its creation code.
    private static Bytes poolNumbered(long number) {
        var types = TupleType.<Tuple>parse("(address,address,address,uint8,string,string,uint32)");
        var arguments = ByteBuffer.allocate(1_024);
        types.encode(
                Tuple.from(
                        abi(contract("AccessManager")),
                        abi(contract("Directory")),
                        abi(contract("LocalToken")),
                        0,
                        "Another pool",
                        "bwXX",
                        number),
                arguments);
        var code = ContractAbi.resource("RiskPool.json").required("bytecode").asString();
        return Bytes.concat(Bytes.fromHex(code), Bytes.of(arguments.array()).slice(0, arguments.position()));
    }

    @Test
    void decisionsOfTheDaoAndTheStewardsAreNoDifferences() throws ProblemException {
        var steward = deployment.account("steward").orElseThrow();
        var key = CONCENTRATION.key().bytes().toArray();
        var scope = CONCENTRATION.scope().encoded().bytes().toArray();
        var reason = Keccak.hash("why").bytes().toArray();
        var registry = contract("ParameterRegistry");

        hand.call(steward, registry, REGISTRY.function("tightenNow"), key, scope, BigInteger.valueOf(1_900), reason);
        decide("ParameterRegistry", REGISTRY, "proposeChangeAsDao", key, scope, BigInteger.valueOf(2_000), reason);
        // The world's guardians have stopped loosening for two days.
        hand.pass(3 * DAY);
        hand.call(STRANGER, registry, REGISTRY.function("execute"), newestChange());
        hand.call(steward, registry, REGISTRY.function("proposeChange"), key, scope, BigInteger.valueOf(1_950), reason);
        hand.pass(60 * DAY);
        decide("AccessManager", MANAGER, "grantRole", role("INTEGRATOR"), abi(STRANGER), 0L);
        var max = BigInteger.valueOf(2_400);
        new DaoHand(hand, network.node(), deployment)
                .decide(registry, REGISTRY.function("tightenBounds"), key, bounds().min(), max);

        assertThat(bounds().max()).isEqualTo(max);
        assertThat(differences()).isEmpty();
    }

    private static BigInteger newestChange() throws ProblemException {
        return new BlockView(network.node(), network.node().head())
                .call("the number of changes", contract("ParameterRegistry"), REGISTRY.function("changeCount"))
                .get(0);
    }

    /// The concentration's bounds, by the registry.
    private static ParameterRules bounds() throws ProblemException {
        return ChainProtocol.at(network.node(), deployment).parameters().stream()
                .filter(parameter -> parameter.name().equals(CONCENTRATION.name()))
                .findFirst()
                .orElseThrow()
                .rules();
    }

    @Test
    void aParameterWrittenPastTheRegistryIsNamed() throws ProblemException {
        hand.storage(
                contract("ParameterRegistry"),
                place(4, CONCENTRATION.key(), ParameterScope.GLOBAL.encoded()),
                Word.of(9_999));

        assertThat(differences())
                .containsExactly(
                        "By the changes on record, the value of SUBJECT_CONCENTRATION everywhere should be 2000, but"
                                + " is 9999.",
                        "By its bounds, the value of SUBJECT_CONCENTRATION everywhere should be between 200 and 2500,"
                                + " but is 9999.");
    }

    @Test
    void rulesWrittenPastTheRegistryAreNamed() throws ProblemException {
        var slot = place(2, CONCENTRATION.key());
        hand.storage(
                contract("ParameterRegistry"), slot, Bytes.concat(Bytes.of(new byte[31]), Bytes.of(new byte[] {1})));

        assertThat(differences())
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(difference).contains(" of SUBJECT_CONCENTRATION should be "))
                .anySatisfy(difference -> assertThat(difference)
                        .startsWith("The delay in seconds of SUBJECT_CONCENTRATION should be ")
                        .endsWith(", but is 0."));
    }

    /// Where Solidity keeps a value of nested mappings.
    private static Hash32 place(long slot, Hash32... keys) {
        var place = Word.of(slot);
        for (var key : keys) {
            place = Keccak.hash(Bytes.concat(key.bytes(), place)).bytes();
        }
        return new Hash32(place);
    }

    @Test
    void aFileThatWasMadeToFitAStrangerInChargeIsFoundOut() throws ProblemException {
        decide("AccessManager", MANAGER, "grantRole", BigInteger.ZERO, abi(STRANGER), 0L);
        var members = new ArrayList<>(deployment.members());
        members.add(new RoleGrant(0, STRANGER, 0));
        var fitting = with(deployment.contracts(), members);
        var timelock = contract("TimelockController");

        assertThat(verify(fitting).differences())
                .extracting(Difference::toString)
                .containsExactly(
                        "Who holds ADMIN in the deployment file should be TimelockController %s with a delay of 0 s, but is %s with a delay of 0 s and TimelockController %s with a delay of 0 s."
                                .formatted(timelock, STRANGER, timelock));
    }
}
