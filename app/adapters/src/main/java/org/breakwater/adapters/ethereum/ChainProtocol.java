package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.breakwater.core.verification.DelayInForce;
import org.breakwater.core.verification.DeployedCode;
import org.breakwater.core.verification.DeployedProtocol;
import org.breakwater.core.verification.GovernanceSetting;
import org.breakwater.core.verification.Link;
import org.breakwater.core.verification.ParameterDefinition;
import org.breakwater.core.verification.ParameterRecord;
import org.breakwater.core.verification.RoleState;
import org.breakwater.core.verification.SettingHistory;
import org.breakwater.core.verification.TargetState;
import org.breakwater.core.verification.TimelockRole;
import org.breakwater.core.verification.ValueChange;

/// A deployed protocol as one node has it, as of its newest block.
public final class ChainProtocol implements DeployedProtocol {

    private static final ContractAbi DIRECTORY = ContractAbi.of("Directory");
    private static final ContractAbi TIMELOCK = ContractAbi.of("TimelockController");

    private final Deployment deployment;
    private final BlockView view;
    private final ChainAuthority authority;

    private ChainProtocol(Deployment deployment, BlockView view) {
        this.deployment = deployment;
        this.view = view;
        var manager = contract("AccessManager");
        this.authority = new ChainAuthority(view, manager.address(), manager.block());
    }

    private DeployedContract contract(String name) {
        return deployment
                .contract(name)
                .orElseThrow(() -> new IllegalArgumentException("the deployment has no " + name));
    }

    /// Everything is read as of the block that is the newest now.
    public static ChainProtocol at(EthereumNode node, Deployment deployment) throws ProblemException {
        node.requireInSync();
        return new ChainProtocol(deployment, new BlockView(node, node.head()));
    }

    @Override
    public BlockRef asOf() {
        return view.block();
    }

    @Override
    public Map<DeployedContract, DeployedCode> codes() throws ProblemException {
        return each(deployment.contracts(), contract -> {
            var code = view.code(contract.address());
            var compiled = CompiledCode.of(contract.name());
            var creation = compiled.isEmpty() ? Bytes.EMPTY : view.creation(contract.address(), contract.block());
            return new DeployedCode(
                    Keccak.hash(code),
                    compiled.map(known -> known.matches(code)),
                    compiled.map(known -> known.createdBy(creation)));
        });
    }

    private static <A> Map<DeployedContract, A> each(
            List<DeployedContract> contracts, Together.Asking<DeployedContract, A> asking) throws ProblemException {
        var answers = Together.ask(contracts, asking).iterator();
        var byContract = new LinkedHashMap<DeployedContract, A>();
        contracts.forEach(contract -> byContract.put(contract, answers.next()));
        return byContract;
    }

    /// A function without arguments of one contract.
    private record Getter(DeployedContract contract, Function function) {}

    @Override
    public List<Link> links(List<DeployedContract> contracts, List<String> getters) throws ProblemException {
        var questions = new ArrayList<Getter>();
        for (var contract : contracts) {
            var source = ContractAbi.find(contract.name());
            for (var getter : getters) {
                source.flatMap(known -> known.getter(getter))
                        .ifPresent(function -> questions.add(new Getter(contract, function)));
            }
        }
        return Together.ask(questions, this::link);
    }

    private Link link(Getter getter) throws ProblemException {
        var name = getter.function().getName();
        var contract = getter.contract();
        Tuple answer = view.call("the " + name + " of " + contract.name(), contract.address(), getter.function());
        return new Link(contract, name, AbiFacts.address(answer.get(0)));
    }

    @Override
    public SortedMap<Long, RoleState> roles() throws ProblemException {
        return authority.roles(deployment.members());
    }

    @Override
    public Map<DeployedContract, TargetState> targets(Map<DeployedContract, SortedSet<String>> functions)
            throws ProblemException {
        return each(
                List.copyOf(functions.keySet()),
                contract -> target(contract, functions.getOrDefault(contract, new TreeSet<>())));
    }

    private TargetState target(DeployedContract contract, SortedSet<String> signatures) throws ProblemException {
        var roles = new TreeMap<String, Long>();
        for (var signature : signatures) {
            roles.put(signature, authority.roleOf(contract.address(), selector(signature)));
        }
        return new TargetState(
                authority.isClosed(contract.address()),
                DelayInForce.of(authority.adminDelay(contract.address())),
                roles);
    }

    private static Bytes selector(String signature) {
        return Keccak.hash(signature).bytes().slice(0, Function.SELECTOR_LEN);
    }

    @Override
    public SortedMap<String, TimelockRole> timelockRoles(List<String> names) throws ProblemException {
        var timelock = contract("TimelockController");
        var numbers = new LinkedHashMap<Hash32, String>();
        for (var name : names) {
            numbers.put(word(name + " of the timelock", timelock, TIMELOCK.function(name)), name);
        }
        var granted = view.events(timelock.address(), List.of(TIMELOCK.event("RoleGranted")), timelock.block());
        var roles = new TreeMap<String, TimelockRole>();
        for (var role : numbers.entrySet()) {
            var id = role.getKey().bytes().toArray();
            var admin =
                    word("the admin of " + role.getValue(), timelock, TIMELOCK.function("getRoleAdmin"), (Object) id);
            roles.put(
                    role.getValue(),
                    new TimelockRole(
                            numbers.getOrDefault(admin, admin.toString()), holders(timelock, role.getKey(), granted)));
        }
        return roles;
    }

    private Hash32 word(String what, DeployedContract contract, Function function, Object... arguments)
            throws ProblemException {
        byte[] word = view.call(what, contract.address(), function, arguments).get(0);
        return new Hash32(Bytes.of(word));
    }

    private SortedSet<Address> holders(DeployedContract timelock, Hash32 role, List<LoggedEvent> granted)
            throws ProblemException {
        var holders = new TreeSet<Address>();
        for (var grant : granted) {
            var account = grant.address("account");
            if (grant.word("role").equals(role) && holds(timelock, role, account)) {
                holders.add(account);
            }
        }
        return holders;
    }

    private boolean holds(DeployedContract timelock, Hash32 role, Address account) throws ProblemException {
        return view.call(
                        "a role of the timelock",
                        timelock.address(),
                        TIMELOCK.function("hasRole"),
                        role.bytes().toArray(),
                        ChainAuthority.headlong(account))
                .<Boolean>get(0);
    }

    @Override
    public SettingHistory setting(GovernanceSetting setting) throws ProblemException {
        var contract = contract(setting.contract());
        var abi = ContractAbi.of(setting.contract());
        var place = SettingPlace.of(setting);
        Number inForce = view.call(
                        setting.toString(),
                        contract.address(),
                        abi.getter(place.getter()).orElseThrow())
                .get(0);
        var changes = view.events(contract.address(), List.of(abi.event(place.event())), contract.block()).stream()
                .map(event -> new ValueChange(
                        whole(event.arguments().get(0)), whole(event.arguments().get(1))))
                .toList();
        return new SettingHistory(whole(inForce), changes);
    }

    private static BigInteger whole(Number number) {
        return new BigInteger(number.toString());
    }

    /// Where a setting is read, and the event that tells its old and its new value.
    private record SettingPlace(String getter, String event) {

        static SettingPlace of(GovernanceSetting setting) {
            return switch (setting) {
                case TIMELOCK_DELAY -> new SettingPlace("getMinDelay", "MinDelayChange");
                case VOTING_DELAY -> new SettingPlace("votingDelay", "VotingDelaySet");
                case VOTING_PERIOD -> new SettingPlace("votingPeriod", "VotingPeriodSet");
                case PROPOSAL_THRESHOLD -> new SettingPlace("proposalThreshold", "ProposalThresholdSet");
                case QUORUM_PERCENT -> new SettingPlace("quorumNumerator", "QuorumNumeratorUpdated");
                case LATE_QUORUM_EXTENSION -> new SettingPlace("lateQuorumVoteExtension", "LateQuorumVoteExtensionSet");
            };
        }
    }

    @Override
    public SortedMap<String, Address> modules(List<String> names) throws ProblemException {
        var modules = new TreeMap<String, Address>();
        for (var name : names) {
            Tuple answer = view.call(
                    name + " in the Directory", deployment.address("Directory"), DIRECTORY.function("module"), (Object)
                            Word.ofAscii(name).toArray());
            modules.put(name, AbiFacts.address(answer.get(0)));
        }
        return modules;
    }

    @Override
    public List<Address> pools() throws ProblemException {
        var directory = deployment.address("Directory");
        Number count = view.call("the number of pools", directory, DIRECTORY.function("poolCount"))
                .get(0);
        var pool = DIRECTORY.function("pool");
        return Together.ask(LongStream.rangeClosed(1, count.longValue()).boxed().toList(), number -> {
            Tuple answer = view.call("pool " + number, directory, pool, ContractAbi.argument(pool, 0, number));
            return AbiFacts.address(answer.get(0));
        });
    }

    @Override
    public List<ParameterDefinition> parameters() throws ProblemException {
        return new ChainParameters(view, contract("ParameterRegistry")).inForce();
    }

    @Override
    public List<ParameterRecord> parameterRecords() throws ProblemException {
        return new ChainParameters(view, contract("ParameterRegistry")).records();
    }
}
