package org.breakwater.adapters.ethereum;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.fact.AccountCoverFact;
import org.breakwater.core.fact.AdapterFact;
import org.breakwater.core.fact.AuthorityFact;
import org.breakwater.core.fact.BreachFact;
import org.breakwater.core.fact.CaseFact;
import org.breakwater.core.fact.ClaimFact;
import org.breakwater.core.fact.ConfigurationFact;
import org.breakwater.core.fact.ContractType;
import org.breakwater.core.fact.Decoding;
import org.breakwater.core.fact.DirectoryFact;
import org.breakwater.core.fact.EscrowFact;
import org.breakwater.core.fact.FactDecoder;
import org.breakwater.core.fact.FeedFact;
import org.breakwater.core.fact.GateFact;
import org.breakwater.core.fact.GovernorFact;
import org.breakwater.core.fact.GuardianFact;
import org.breakwater.core.fact.IncidentFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.ModuleFact;
import org.breakwater.core.fact.ParameterFact;
import org.breakwater.core.fact.PolicyFact;
import org.breakwater.core.fact.PoolFact;
import org.breakwater.core.fact.PremiumFact;
import org.breakwater.core.fact.ProtocolFact;
import org.breakwater.core.fact.RiskFact;
import org.breakwater.core.fact.SeriesFact;
import org.breakwater.core.fact.TimelockFact;
import org.breakwater.core.fact.TokenFact;
import org.breakwater.core.fact.TreasuryFact;
import org.breakwater.core.fact.VotesFact;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.Hash32;
import tools.jackson.databind.JsonNode;

/// Reads logs by the interfaces of this program's contracts. Thread-safe.
public final class AbiFactDecoder implements FactDecoder {

    /// An adapter's events that differ from another adapter's in nothing but their struct: the artifact names the fact.
    private static final Set<String> NAMED_BY_ADAPTER = Set.of("Configured", "BreachSet");

    private static final String ADAPTER = "Adapter";

    /// Events that no state of the protocol follows from: allowances, an owner's own business, what another event says
    /// too.
    private static final Set<String> NOT_NEEDED = Set.of(
            "Approval",
            "ApprovalForAll",
            "BlockedSet",
            "EIP712DomainChanged",
            "ExitRequested",
            "NewRound",
            "OwnershipTransferred",
            "URI",
            "Withdraw",
            "WrittenOff",
            "YieldPaid");

    private static final List<Source> SOURCES = List.of(
            new Source(ContractType.DIRECTORY, "Directory", DirectoryFact.class, ModuleFact.class),
            new Source(ContractType.POOL, "RiskPool", PoolFact.class, TokenFact.class, ModuleFact.class),
            new Source(ContractType.PARAMETER_REGISTRY, "ParameterRegistry", ParameterFact.class, ModuleFact.class),
            new Source(ContractType.RISK_REGISTRY, "RiskRegistry", RiskFact.class, ModuleFact.class),
            new Source(ContractType.PREMIUM_ENGINE, "PremiumEngine", PremiumFact.class, ModuleFact.class),
            new Source(ContractType.UNDERWRITING, "Underwriting", PolicyFact.class, ModuleFact.class),
            new Source(ContractType.POLICY_TOKEN, "PolicyNFT", PolicyFact.class, ModuleFact.class),
            new Source(ContractType.ACCOUNT_COVER, "AccountCover", AccountCoverFact.class, ModuleFact.class),
            new Source(ContractType.COVER_SERIES, "CoverSeries", SeriesFact.class, ModuleFact.class),
            new Source(ContractType.INCIDENTS, "Incidents", IncidentFact.class, EscrowFact.class, ModuleFact.class),
            new Source(ContractType.CLAIMS, "Claims", ClaimFact.class, EscrowFact.class, ModuleFact.class),
            new Source(ContractType.TRIBUNAL, "Tribunal", CaseFact.class, ModuleFact.class),
            new Source(ContractType.GUARDIAN, "EmergencyGuardian", GuardianFact.class, ModuleFact.class),
            new Source(ContractType.TREASURY, "Treasury", TreasuryFact.class, ModuleFact.class),
            new Source(ContractType.ELIGIBILITY_GATE, "JurisdictionGate", GateFact.class, ModuleFact.class),
            adapter("PriceDropAdapter"),
            adapter("DepegAdapter"),
            adapter("TvlDropAdapter"),
            adapter("BridgeAdapter"),
            adapter("CustodyAdapter"),
            adapter("ParametricAdapter"),
            adapter("OptimisticAdapter"),
            new Source(ContractType.ACCESS_MANAGER, "AccessManager", AuthorityFact.class),
            new Source(ContractType.GOVERNOR, "CoverGovernor", GovernorFact.class),
            new Source(ContractType.TIMELOCK, "TimelockController", TimelockFact.class),
            new Source(ContractType.VOTING_TOKEN, "CoverToken", VotesFact.class, TokenFact.class),
            new Source(ContractType.SETTLEMENT_ASSET, "LocalToken", TokenFact.class),
            new Source(ContractType.PRICE_FEED, "PriceFeed", FeedFact.class),
            new Source(ContractType.VENUE, "YieldVault", TokenFact.class),
            new Source(ContractType.VENUE, "NoticeVault", TokenFact.class));

    private final Map<ContractType, Map<Hash32, EventForm>> forms = new EnumMap<>(ContractType.class);

    /// The events of one contract.
    ///
    /// @param families the facts that they are read as
    private record Source(ContractType type, String artifact, List<Class<? extends ProtocolFact>> families) {

        @SafeVarargs
        @SuppressWarnings("varargs")
        Source(ContractType type, String artifact, Class<? extends ProtocolFact>... families) {
            this(type, artifact, List.of(families));
        }

        /// The fact that an event is read as, by its name.
        Optional<Class<?>> fact(String event) {
            var name =
                    NAMED_BY_ADAPTER.contains(event) ? artifact.substring(0, artifact.indexOf(ADAPTER)) + event : event;
            return families.stream()
                    .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                    .filter(fact -> fact.getSimpleName().equals(name))
                    .<Class<?>>map(fact -> fact)
                    .findFirst();
        }
    }

    private static Source adapter(String artifact) {
        return new Source(
                ContractType.TRIGGER_ADAPTER,
                artifact,
                AdapterFact.class,
                ConfigurationFact.class,
                BreachFact.class,
                EscrowFact.class,
                ModuleFact.class);
    }

    /// @throws IllegalStateException when the contracts have other events than this version of the program knows
    public AbiFactDecoder() {
        var bound = new HashSet<Class<?>>();
        for (var source : SOURCES) {
            var ofType = forms.computeIfAbsent(source.type(), _ -> new HashMap<>());
            for (var entry : ContractAbi.resource(source.artifact() + ".json").required("abi")) {
                if (entry.required("type").asString().equals("event")) {
                    bind(source, entry, ofType, bound);
                }
            }
        }
        for (var source : SOURCES) {
            for (var family : source.families()) {
                requireBound(family, bound);
            }
        }
    }

    private static void bind(Source source, JsonNode event, Map<Hash32, EventForm> ofType, Set<Class<?>> bound) {
        var name = event.required("name").asString();
        var fact = source.fact(name);
        if (fact.isPresent()) {
            var form = EventForm.of(event, fact.get());
            ofType.put(form.topic(), form);
            bound.add(fact.get());
        } else if (!NOT_NEEDED.contains(name) && !isVaultsOwn(source, name)) {
            throw new IllegalStateException(source.artifact() + " has an event " + name + " that is no fact");
        }
    }

    /// Deposits into a venue are those of anybody; what the treasury has there is told by transfers.
    private static boolean isVaultsOwn(Source source, String event) {
        return source.type() == ContractType.VENUE && event.equals("Deposit");
    }

    private static void requireBound(Class<?> family, Set<Class<?>> bound) {
        for (var fact : family.getPermittedSubclasses()) {
            if (!bound.contains(fact)) {
                throw new IllegalStateException(fact + " is no event of any contract");
            }
        }
    }

    @Override
    public Decoding decode(ChainLog log, ContractType type) {
        var form = log.topics().isEmpty()
                ? null
                : forms.getOrDefault(type, Map.of()).get(log.topics().getFirst());
        if (form == null) {
            return new Decoding.Unknown(log);
        }
        try {
            var fact = form.read(log);
            return new Decoding.Decoded(
                    new LoggedFact(log.block(), log.transaction(), log.index(), log.address(), fact));
        } catch (NotCanonical malformed) {
            return new Decoding.Malformed(log, problem(log, form, malformed));
        }
    }

    private static Problem problem(ChainLog log, EventForm form, NotCanonical malformed) {
        return new Problem(
                "A log of " + log.address() + " in block " + log.block().number() + " says that it is the event "
                        + form.name() + ", but " + malformed.getMessage() + ".",
                "No contract writes such a log: the node made it up, or it is another contract's node.",
                "Ask another node, and check that the deployment file belongs to this network.");
    }
}
