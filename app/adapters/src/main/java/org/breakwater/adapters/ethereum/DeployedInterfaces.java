package org.breakwater.adapters.ethereum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.call.ContractInterface;
import org.breakwater.core.call.ContractInterfaces;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.value.Address;
import tools.jackson.databind.JsonNode;

/// The interfaces of a deployment's contracts, from the artifacts that the contracts' jar carries.
public final class DeployedInterfaces implements ContractInterfaces {

    private static final String COMPONENTS = "components";

    /// What was read stays: the jar is the same as long as the program runs.
    private static final Map<String, ContractInterface> READ = new ConcurrentHashMap<>();

    private final Map<Address, ContractInterface> byAddress = new HashMap<>();

    public DeployedInterfaces(Deployment deployment) {
        var byName = new HashMap<String, Optional<ContractInterface>>();
        for (var contract : deployment.contracts()) {
            byName.computeIfAbsent(contract.name(), DeployedInterfaces::read)
                    .ifPresent(known -> byAddress.put(contract.address(), known));
        }
    }

    @Override
    public Optional<ContractInterface> at(Address contract) {
        return Optional.ofNullable(byAddress.get(contract));
    }

    private static Optional<ContractInterface> read(String contract) {
        return ContractAbi.find(contract)
                .map(_ -> READ.computeIfAbsent(
                        contract,
                        name -> new ContractInterface(
                                name, described("function", ContractAbi.resource(name + ".json")))));
    }

    /// The errors of a contract; they have selectors as functions have.
    static List<FunctionSignature> errors(String contract) {
        return described("error", ContractAbi.resource(contract + ".json"));
    }

    private static List<FunctionSignature> described(String kind, JsonNode artifact) {
        var described = new ArrayList<FunctionSignature>();
        for (var entry : artifact.required("abi")) {
            if (entry.required("type").asString().equals(kind)) {
                described.add(FunctionSignature.parse(
                        entry.required("name").asString() + parameters(entry.required("inputs"))));
            }
        }
        return described;
    }

    private static String parameters(JsonNode inputs) {
        var written = new ArrayList<String>();
        for (var input : inputs) {
            var name = input.required("name").asString();
            written.add(type(input) + (name.isEmpty() ? "" : " " + name));
        }
        return "(" + String.join(",", written) + ")";
    }

    private static String type(JsonNode input) {
        var type = input.required("type").asString();
        return input.has(COMPONENTS) ? parameters(input.required(COMPONENTS)) + type.substring("tuple".length()) : type;
    }
}
