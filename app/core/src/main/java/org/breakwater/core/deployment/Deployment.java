package org.breakwater.core.deployment;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.ChainId;

/// A deployed protocol, all that a console needs to know of it.
///
/// @param contracts in the order of their creation; pools in the order of their numbers
/// @param accounts whom the protocol was given to: `council`, `guardian`, `steward`, `tokenHolder`
/// @param roles the AccessManager's role numbers with their names
/// @param members who held which role when the file was written
/// @param functions which role each restricted function needs
/// @param overrides what parameters were given for single accounts when the protocol was deployed, beside what the
/// script
///     gives
public record Deployment(
        ChainId chain,
        List<DeployedContract> contracts,
        SortedMap<String, Address> accounts,
        SortedMap<Long, String> roles,
        List<RoleGrant> members,
        List<RestrictedFunction> functions,
        List<AccountOverride> overrides) {

    public static final String POOL = "RiskPool";

    public Deployment {
        contracts = List.copyOf(contracts);
        accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
        roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
        members = List.copyOf(members);
        functions = List.copyOf(functions);
        overrides = List.copyOf(overrides);
    }

    /// With what the script gives and nothing else.
    public Deployment(
            ChainId chain,
            List<DeployedContract> contracts,
            SortedMap<String, Address> accounts,
            SortedMap<Long, String> roles,
            List<RoleGrant> members,
            List<RestrictedFunction> functions) {
        this(chain, contracts, accounts, roles, members, functions, List.of());
    }

    /// With other overrides.
    public Deployment with(List<AccountOverride> others) {
        return new Deployment(chain, contracts, accounts, roles, members, functions, others);
    }

    /// The only contract of that name.
    public Optional<DeployedContract> contract(String name) {
        var named = contracts.stream()
                .filter(contract -> contract.name().equals(name))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /// The address of a contract that every deployment has.
    ///
    /// @throws IllegalArgumentException where there is none
    public Address address(String name) {
        return contract(name)
                .map(DeployedContract::address)
                .orElseThrow(() -> new IllegalArgumentException("the deployment has no " + name));
    }

    /// The pools in the order of their numbers, which start at 1.
    public List<DeployedContract> pools() {
        return contracts.stream()
                .filter(contract -> contract.name().equals(POOL))
                .toList();
    }

    public Optional<Address> account(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    /// A role's name, or its number where it has none.
    public String roleName(long role) {
        return roles.getOrDefault(role, "role " + Long.toUnsignedString(role));
    }
}
