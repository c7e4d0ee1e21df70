package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.deployment.RoleGrant;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.breakwater.core.verification.DeployedProtocol;
import org.breakwater.core.verification.ParameterProof;

/// A deployed protocol as one node has it, as of its newest block.
public final class ChainProtocol implements DeployedProtocol {

    private static final ContractAbi DIRECTORY = ContractAbi.of("Directory");
    private static final ContractAbi TIMELOCK = ContractAbi.of("TimelockController");

    private final Deployment deployment;
    private final BlockView view;
    private final ChainAuthority authority;
    private final Map<String, Optional<ContractAbi>> interfaces = new HashMap<>();

    private ChainProtocol(Deployment deployment, BlockView view) {
        this.deployment = deployment;
        this.view = view;
        var manager = deployment.contract("AccessManager").orElseThrow();
        this.authority = new ChainAuthority(view, manager.address(), manager.block());
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
    public Hash32 codeHash(Address contract) throws ProblemException {
        return Keccak.hash(view.code(contract));
    }

    @Override
    public Optional<Boolean> compiledHere(DeployedContract contract) throws ProblemException {
        var compiled = CompiledCode.of(contract.name());
        return compiled.isEmpty()
                ? Optional.empty()
                : Optional.of(compiled.get().matches(view.code(contract.address())));
    }

    @Override
    public Optional<Address> authority(DeployedContract contract) throws ProblemException {
        var source = source(contract.name());
        if (source.isEmpty()
                || !source.get().has("authority")
                || contract.name().equals("AccessManager")) {
            return Optional.empty();
        }
        return Optional.of(linked(contract, "authority"));
    }

    private Optional<ContractAbi> source(String contract) {
        return interfaces.computeIfAbsent(contract, ContractAbi::find);
    }

    @Override
    public SortedMap<Long, String> roleNames() throws ProblemException {
        return authority.names();
    }

    @Override
    public List<RoleGrant> roleMembers() throws ProblemException {
        return authority.members();
    }

    @Override
    public List<String> changingFunctions(String contract) {
        return source(contract).map(ContractAbi::changingFunctions).orElse(List.of());
    }

    @Override
    public long requiredRole(Address contract, String signature) throws ProblemException {
        return authority.roleOf(contract, Keccak.hash(signature).bytes().slice(0, Function.SELECTOR_LEN));
    }

    @Override
    public SortedSet<Address> timelockHolders(String role) throws ProblemException {
        var timelock = deployment.contract("TimelockController").orElseThrow();
        Tuple number = view.call(role + " of the timelock", timelock.address(), TIMELOCK.function(role));
        byte[] id = number.get(0);
        var holders = new TreeSet<Address>();
        for (var granted : view.events(timelock.address(), TIMELOCK.event("RoleGranted"), timelock.block())) {
            var account = AbiFacts.address(granted.arguments().get(1));
            if (Bytes.of(granted.arguments().get(0)).equals(Bytes.of(id)) && holds(timelock.address(), id, account)) {
                holders.add(account);
            }
        }
        return holders;
    }

    private boolean holds(Address timelock, byte[] role, Address account) throws ProblemException {
        return view.call(
                        "a role of the timelock",
                        timelock,
                        TIMELOCK.function("hasRole"),
                        role,
                        ChainAuthority.headlong(account))
                .<Boolean>get(0);
    }

    @Override
    public Address linked(DeployedContract contract, String function) throws ProblemException {
        var source = source(contract.name())
                .orElseThrow(() -> new IllegalArgumentException("no interface of " + contract.name()));
        Tuple answer = view.call(function + " of " + contract.name(), contract.address(), source.function(function));
        return AbiFacts.address(answer.get(0));
    }

    @Override
    public Address module(String name) throws ProblemException {
        Tuple answer = view.call(
                name + " in the directory", deployment.address("Directory"), DIRECTORY.function("module"), (Object)
                        Word.ofAscii(name).toArray());
        return AbiFacts.address(answer.get(0));
    }

    @Override
    public List<Address> pools() throws ProblemException {
        var directory = deployment.address("Directory");
        var count = ((Number) view.call("the number of pools", directory, DIRECTORY.function("poolCount"))
                        .get(0))
                .longValue();
        var pools = new ArrayList<Address>();
        for (long number = 1; number <= count; number++) {
            var pool = DIRECTORY.function("pool");
            Tuple answer = view.call("pool " + number, directory, pool, ContractAbi.argument(pool, 0, number));
            pools.add(AbiFacts.address(answer.get(0)));
        }
        return pools;
    }

    @Override
    public List<ParameterProof> parameters() throws ProblemException {
        return new ParameterHistory(view, deployment).proofs();
    }
}
