package org.breakwater.core.verification;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.value.Address;

/// How a deployment's contracts and accounts are called in sentences.
final class Names {

    private final Deployment deployment;
    private final Map<Address, String> names = new HashMap<>();

    Names(Deployment deployment) {
        this.deployment = deployment;
        deployment.accounts().forEach((name, address) -> names.put(address, "the " + name));
        deployment.contracts().forEach(contract -> names.put(contract.address(), of(contract)));
    }

    /// The name of its source, with a number where several contracts share it.
    String of(DeployedContract contract) {
        var alike = deployment.contracts().stream()
                .filter(other -> other.name().equals(contract.name()))
                .toList();
        return alike.size() == 1 ? contract.name() : contract.name() + " " + (alike.indexOf(contract) + 1);
    }

    /// Who is behind an address, as far as the deployment file says it.
    String of(Address address) {
        if (address.isZero()) {
            return "the zero address";
        }
        var name = names.get(address);
        return name == null ? address.toString() : name + " " + address;
    }

    String of(Collection<Address> addresses) {
        return addresses.isEmpty() ? "nobody" : addresses.stream().map(this::of).collect(Collectors.joining(" and "));
    }

    /// The address behind the name of a contract's source or of an account.
    Optional<Address> address(String name) {
        return deployment.contract(name).map(DeployedContract::address).or(() -> deployment.account(name));
    }
}
