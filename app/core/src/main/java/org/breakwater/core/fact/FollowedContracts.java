package org.breakwater.core.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// The contracts whose logs tell the protocol's state: those of the deployment, and those that facts name later.
public final class FollowedContracts {

    private static final Map<String, ContractType> TYPES = Map.ofEntries(
            Map.entry("Directory", ContractType.DIRECTORY),
            Map.entry(Deployment.POOL, ContractType.POOL),
            Map.entry("ParameterRegistry", ContractType.PARAMETER_REGISTRY),
            Map.entry("RiskRegistry", ContractType.RISK_REGISTRY),
            Map.entry("PremiumEngine", ContractType.PREMIUM_ENGINE),
            Map.entry("Underwriting", ContractType.UNDERWRITING),
            Map.entry("PolicyNFT", ContractType.POLICY_TOKEN),
            Map.entry("AccountCover", ContractType.ACCOUNT_COVER),
            Map.entry("CoverSeries", ContractType.COVER_SERIES),
            Map.entry("Incidents", ContractType.INCIDENTS),
            Map.entry("Claims", ContractType.CLAIMS),
            Map.entry("Tribunal", ContractType.TRIBUNAL),
            Map.entry("EmergencyGuardian", ContractType.GUARDIAN),
            Map.entry("Treasury", ContractType.TREASURY),
            Map.entry("JurisdictionGate", ContractType.ELIGIBILITY_GATE),
            Map.entry("AccessManager", ContractType.ACCESS_MANAGER),
            Map.entry("CoverGovernor", ContractType.GOVERNOR),
            Map.entry("TimelockController", ContractType.TIMELOCK),
            Map.entry("CoverToken", ContractType.VOTING_TOKEN),
            Map.entry("LocalToken", ContractType.SETTLEMENT_ASSET),
            Map.entry("PriceFeed", ContractType.PRICE_FEED));

    private static final String ADAPTER = "Adapter";

    private final long since;
    private final Optional<Address> treasury;
    private final SequencedSet<FollowedContract> all;
    private final Map<Address, FollowedContract> byAddress = new HashMap<>();
    private final Map<Address, Set<Address>> parties = new HashMap<>();

    private FollowedContracts(long since, Optional<Address> treasury, Collection<FollowedContract> all) {
        this.since = since;
        this.treasury = treasury;
        this.all = new LinkedHashSet<>(all);
        for (var contract : all) {
            byAddress.putIfAbsent(contract.address(), contract);
            contract.party()
                    .ifPresent(party -> parties.computeIfAbsent(contract.address(), _ -> new HashSet<>())
                            .add(party));
        }
    }

    public static FollowedContracts of(Deployment deployment) {
        var treasury = deployment.contract("Treasury").map(DeployedContract::address);
        var followed = new ArrayList<FollowedContract>();
        for (var contract : deployment.contracts()) {
            type(contract.name())
                    .ifPresent(type -> followed.add(
                            new FollowedContract(contract.address(), type, contract.block(), party(type, treasury))));
        }
        var since = deployment.contracts().stream()
                .mapToLong(DeployedContract::block)
                .min()
                .orElse(0);
        return new FollowedContracts(since, treasury, followed);
    }

    private static Optional<ContractType> type(String name) {
        return name.endsWith(ADAPTER)
                ? Optional.of(ContractType.TRIGGER_ADAPTER)
                : Optional.ofNullable(TYPES.get(name));
    }

    private static Optional<Address> party(ContractType type, Optional<Address> treasury) {
        return type == ContractType.SETTLEMENT_ASSET || type == ContractType.VENUE ? treasury : Optional.empty();
    }

    public List<FollowedContract> all() {
        return List.copyOf(all);
    }

    public Optional<FollowedContract> find(Address address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /// Whether the account is one for which a token's transfers are followed.
    public boolean isParty(Address token, Address account) {
        return parties.getOrDefault(token, Set.of()).contains(account);
    }

    /// The same contracts and those that the fact names for the first time; this very object where it names none.
    public FollowedContracts with(LoggedFact logged) {
        var treasuryNow = treasuryAfter(logged.fact());
        var named = named(logged.fact(), treasuryNow)
                .filter(contract -> !all.contains(contract) && isNew(contract))
                .toList();
        if (named.isEmpty() && treasuryNow.equals(treasury)) {
            return this;
        }
        var more = new ArrayList<>(all);
        more.addAll(named);
        return new FollowedContracts(since, treasuryNow, more);
    }

    /// A contract may be followed for several parties, but is one thing only.
    private boolean isNew(FollowedContract contract) {
        var known = byAddress.get(contract.address());
        return known == null
                || (known.type() == contract.type() && contract.party().isPresent());
    }

    private Optional<Address> treasuryAfter(ProtocolFact fact) {
        return fact instanceof DirectoryFact.ModuleSet(Hash32 name, Address _, Address to)
                        && name.equals(ModuleName.TREASURY.word())
                ? Optional.of(to)
                : treasury;
    }

    private Stream<FollowedContract> named(ProtocolFact fact, Optional<Address> treasuryNow) {
        return switch (fact) {
            case DirectoryFact.PoolAdded added ->
                Stream.of(
                        contract(added.pool(), ContractType.POOL),
                        token(added.asset(), ContractType.SETTLEMENT_ASSET, treasuryNow));
            case DirectoryFact.ModuleSet set -> module(set, treasuryNow);
            case IncidentFact.AdapterBound bound -> Stream.of(contract(bound.adapter(), ContractType.TRIGGER_ADAPTER));
            case TreasuryFact.PegFeedSet set -> Stream.of(contract(set.feed(), ContractType.PRICE_FEED));
            case TreasuryFact.VenueAdded added -> Stream.of(token(added.venue(), ContractType.VENUE, treasuryNow));
            case ModuleFact.AuthorityUpdated updated ->
                Stream.of(contract(updated.authority(), ContractType.ACCESS_MANAGER));
            case GovernorFact.TimelockChange change -> Stream.of(contract(change.newTimelock(), ContractType.TIMELOCK));
            default -> Stream.empty();
        };
    }

    private Stream<FollowedContract> module(DirectoryFact.ModuleSet set, Optional<Address> treasuryNow) {
        if (set.to().isZero()) {
            return Stream.empty();
        }
        var module = ModuleName.of(set.name()).map(name -> contract(set.to(), type(name)));
        // Tokens that were followed for the treasury are followed for its successor too.
        var tokens = treasuryNow.equals(treasury)
                ? Stream.<FollowedContract>empty()
                : all.stream()
                        .filter(followed -> followed.party().isPresent())
                        .map(followed -> token(followed.address(), followed.type(), treasuryNow));
        return Stream.concat(module.stream(), tokens);
    }

    private static ContractType type(ModuleName name) {
        return switch (name) {
            case PARAMETERS -> ContractType.PARAMETER_REGISTRY;
            case RISK -> ContractType.RISK_REGISTRY;
            case PREMIUM -> ContractType.PREMIUM_ENGINE;
            case UNDERWRITING -> ContractType.UNDERWRITING;
            case ACCOUNT_COVER -> ContractType.ACCOUNT_COVER;
            case SERIES -> ContractType.COVER_SERIES;
            case POLICY_NFT -> ContractType.POLICY_TOKEN;
            case INCIDENTS -> ContractType.INCIDENTS;
            case CLAIMS -> ContractType.CLAIMS;
            case TRIBUNAL -> ContractType.TRIBUNAL;
            case GUARDIAN -> ContractType.GUARDIAN;
            case TREASURY -> ContractType.TREASURY;
            case GATE -> ContractType.ELIGIBILITY_GATE;
            case TOKEN -> ContractType.VOTING_TOKEN;
        };
    }

    private FollowedContract contract(Address address, ContractType type) {
        return new FollowedContract(address, type, since, Optional.empty());
    }

    private FollowedContract token(Address address, ContractType type, Optional<Address> party) {
        return new FollowedContract(address, type, since, party);
    }
}
