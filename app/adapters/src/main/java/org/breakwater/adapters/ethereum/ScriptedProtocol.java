package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.deployment.RestrictedFunction;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;
import org.breakwater.core.verification.GovernanceSetting;
import org.breakwater.core.verification.ParameterDefinition;
import org.breakwater.core.verification.ProtocolSource;
import org.breakwater.core.verification.RoleDesign;
import tools.jackson.databind.JsonNode;

/// The protocol by this program's own source, from what the contracts' jar carries: the artifacts, the role manifest
/// and
/// the deployment script's transactions, recorded as they are for a local network.
public final class ScriptedProtocol implements ProtocolSource {

    private static final ContractAbi MANAGER = ContractAbi.of("AccessManager");
    private static final Function DEFINE = ContractAbi.of("ParameterRegistry").function("defineParam");
    private static final List<String> ACCOUNTS = List.of("deployer", "council", "guardian", "steward", "tokenHolder");

    /// What the constructor of `CoverGovernor` sets.
    private static final Map<GovernanceSetting, BigInteger> GOVERNOR = Map.of(
            GovernanceSetting.VOTING_DELAY, BigInteger.valueOf(2 * 86_400),
            GovernanceSetting.VOTING_PERIOD, BigInteger.valueOf(4 * 86_400),
            GovernanceSetting.PROPOSAL_THRESHOLD, BigInteger.valueOf(100_000).multiply(BigInteger.TEN.pow(18)),
            GovernanceSetting.QUORUM_PERCENT, BigInteger.valueOf(4),
            GovernanceSetting.LATE_QUORUM_EXTENSION, BigInteger.valueOf(86_400));

    private final Map<Address, String> created = new HashMap<>();
    private final SortedMap<Long, RoleDesign> roles;
    private final List<Tuple> definitions = new ArrayList<>();
    private BigInteger timelockDelay = BigInteger.ZERO;

    public ScriptedProtocol() {
        var script = ContractAbi.resource("deployment-local.json");
        var names = new HashMap<String, String>();
        for (var account : ACCOUNTS) {
            names.put(address(script, account).toString(), account);
        }
        for (var step : script.required("transactions")) {
            if (isCreation(step)) {
                created.put(address(step, "address"), contract(step));
                names.put(address(step, "address").toString(), contract(step));
            }
        }
        var scripted = new ScriptedRoles(names, "deployer");
        for (var step : script.required("transactions")) {
            read(step, scripted);
        }
        roles = scripted.designs();
    }

    private static boolean isCreation(JsonNode step) {
        return step.required("kind").asString().equals("create");
    }

    private static String contract(JsonNode step) {
        return step.required("contract").asString();
    }

    private static Address address(JsonNode node, String field) {
        return Address.parse(node.required(field).asString());
    }

    private void read(JsonNode step, ScriptedRoles scripted) {
        var input = Bytes.fromHex(step.required("input").asString());
        if (isCreation(step)) {
            if (contract(step).equals("TimelockController")) {
                timelockDelay = firstArgument("TimelockController", input);
            }
        } else if (contract(step).equals("AccessManager")) {
            var function = MANAGER.calledBy(input);
            scripted.follow(function.getName(), function.decodeCall(input.toArray()));
        } else if (ContractAbi.calls(DEFINE, input)) {
            definitions.add(DEFINE.decodeCall(input.toArray()));
        }
    }

    /// The first word after a contract's creation code.
    private static BigInteger firstArgument(String contract, Bytes input) {
        var code = Bytes.fromHex(
                ContractAbi.resource(contract + ".json").required("bytecode").asString());
        return new BigInteger(
                1, input.slice(code.length(), code.length() + Word.LENGTH).toArray());
    }

    @Override
    public List<String> changingFunctions(String contract) {
        return ContractAbi.find(contract)
                .filter(source -> source.has("authority"))
                .map(ContractAbi::changingFunctions)
                .orElse(List.of());
    }

    @Override
    public List<RestrictedFunction> manifest() {
        return readManifest();
    }

    /// The role manifest that the contracts' jar carries.
    static List<RestrictedFunction> readManifest() {
        var functions = new ArrayList<RestrictedFunction>();
        for (var contract : ContractAbi.resource("role-manifest.json").properties()) {
            for (var function : contract.getValue().properties()) {
                functions.add(new RestrictedFunction(
                        contract.getKey(),
                        function.getKey(),
                        function.getValue().longValue()));
            }
        }
        return functions;
    }

    @Override
    public SortedMap<Long, RoleDesign> roles() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(roles));
    }

    @Override
    public BigInteger governance(GovernanceSetting setting) {
        return setting == GovernanceSetting.TIMELOCK_DELAY
                ? timelockDelay
                : Optional.ofNullable(GOVERNOR.get(setting)).orElseThrow();
    }

    @Override
    public List<ParameterDefinition> parameters(Deployment deployment) {
        return definitions.stream()
                .map(arguments -> definition(arguments, deployment))
                .toList();
    }

    private ParameterDefinition definition(Tuple arguments, Deployment deployment) {
        var name = AbiFacts.constant(arguments.get(0));
        return new ParameterDefinition(
                name,
                ParameterEncoding.rules(DEFINE.getInputs().get(1).asTupleType(), arguments.get(1)),
                values(
                        name,
                        ParameterEncoding.values(arguments.get(2), arguments.get(3), arguments.get(4)),
                        deployment));
    }

    /// The script's, and before those what the deployment's own file says of single accounts.
    private Map<ParameterScope, BigInteger> values(
            String name, Map<ParameterScope, BigInteger> scripted, Deployment deployment) {
        var values = new HashMap<ParameterScope, BigInteger>();
        scripted.forEach((scope, value) -> translated(scope, deployment).ifPresent(own -> values.put(own, value)));
        deployment.overrides().stream()
                .filter(override -> override.parameter().equals(name))
                .forEach(override -> values.put(ParameterScope.account(override.account()), override.value()));
        return values;
    }

    /// An override for a contract of the local deployment is one for the contract of that name in another, and none
    /// where that has no such contract: its own feeds are named in its file.
    private Optional<ParameterScope> translated(ParameterScope scope, Deployment deployment) {
        var own = created.entrySet().stream()
                .filter(contract -> ParameterScope.account(contract.getKey()).equals(scope))
                .map(Map.Entry::getValue)
                .findFirst();
        return own.isEmpty()
                ? Optional.of(scope)
                : deployment.contract(own.get()).map(DeployedContract::address).map(ParameterScope::account);
    }
}
