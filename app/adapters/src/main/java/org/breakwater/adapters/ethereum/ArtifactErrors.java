package org.breakwater.adapters.ethereum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.execution.KnownErrors;
import org.breakwater.core.value.Selector;

/// The errors of the protocol's contracts, from the artifacts that the contracts' jar carries.
public final class ArtifactErrors implements KnownErrors {

    /// Every contract of the protocol that reverts with errors of its own.
    private static final List<String> CONTRACTS = List.of(
            "AccessManager",
            "AccountCover",
            "BridgeAdapter",
            "Claims",
            "CoverGovernor",
            "CoverSeries",
            "CoverToken",
            "CustodyAdapter",
            "DepegAdapter",
            "Directory",
            "EmergencyGuardian",
            "Incidents",
            "LocalToken",
            "OptimisticAdapter",
            "ParameterRegistry",
            "ParametricAdapter",
            "PolicyNFT",
            "PremiumEngine",
            "PriceDropAdapter",
            "RiskPool",
            "RiskRegistry",
            "TimelockController",
            "Treasury",
            "Tribunal",
            "TvlDropAdapter",
            "Underwriting",
            "WeightedMedian");

    private static final Map<Selector, FunctionSignature> ERRORS = read();

    private static Map<Selector, FunctionSignature> read() {
        var errors = new HashMap<Selector, FunctionSignature>();
        for (var contract : CONTRACTS) {
            for (var error : DeployedInterfaces.errors(contract)) {
                errors.putIfAbsent(error.selector(), error);
            }
        }
        return Map.copyOf(errors);
    }

    @Override
    public Optional<FunctionSignature> named(Selector selector) {
        return Optional.ofNullable(ERRORS.get(selector));
    }
}
