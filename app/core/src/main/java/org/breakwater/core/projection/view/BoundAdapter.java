package org.breakwater.core.projection.view;

import java.util.Optional;
import org.breakwater.core.fact.AdapterFact.Sampled;
import org.breakwater.core.fact.BreachFact;
import org.breakwater.core.fact.ConfigurationFact;
import org.breakwater.core.value.Address;

/// A trigger adapter that the DAO bound to a subject of a pool, with what it keeps of the subject.
///
/// @param configuration how it reads the subject; empty until it was told
/// @param sample its last one; empty where it keeps none
/// @param breach that it keeps; empty when none does
public record BoundAdapter(
        long poolId,
        long subjectId,
        Address adapter,
        Optional<ConfigurationFact> configuration,
        Optional<Sampled> sample,
        Optional<BreachFact> breach) {

    /// Whether it reads the chain itself; others take what somebody hands in.
    public boolean readsTheChain() {
        return configuration
                .filter(told -> switch (told) {
                    case ConfigurationFact.TvlDropConfigured _,
                            ConfigurationFact.PriceDropConfigured _,
                            ConfigurationFact.DepegConfigured _ -> true;
                    case ConfigurationFact.BridgeConfigured _,
                            ConfigurationFact.CustodyConfigured _,
                            ConfigurationFact.ParametricConfigured _,
                            ConfigurationFact.OptimisticConfigured _ -> false;
                })
                .isPresent();
    }

    /// Whether it measures against samples that somebody must have it take.
    public boolean takesSamples() {
        return configuration
                .filter(told -> told instanceof ConfigurationFact.TvlDropConfigured
                        || told instanceof ConfigurationFact.PriceDropConfigured)
                .isPresent();
    }

    /// Whether it reads what signers attested.
    public boolean takesReports() {
        return configuration
                .filter(told -> told instanceof ConfigurationFact.BridgeConfigured
                        || told instanceof ConfigurationFact.CustodyConfigured
                        || told instanceof ConfigurationFact.ParametricConfigured)
                .isPresent();
    }
}
