package org.breakwater.core.overview;

import org.breakwater.core.chain.Chain;
import org.breakwater.core.parameters.ParameterId;
import org.breakwater.core.parameters.ParameterRegistry;
import org.breakwater.core.pools.Pools;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeContract;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Loadable;

/// Use case: reads the overview from the chain.
public final class ReadOverview {

    private final Chain chain;
    private final Pools pools;
    private final ParameterRegistry registry;
    private final SafeContract safes;

    public ReadOverview(Chain chain, Pools pools, ParameterRegistry registry, SafeContract safes) {
        this.chain = chain;
        this.pools = pools;
        this.registry = registry;
        this.safes = safes;
    }

    public Loadable<Overview> run(Address pool, ParameterId parameter, Address council) {
        try {
            var asOf = chain.head();
            var overview = new Overview(pools.pool(pool), parameter, registry.value(parameter), safes.state(council));
            return new Loadable.Ready<>(overview, asOf);
        } catch (ProblemException failed) {
            return new Loadable.Failed<>(failed.problem());
        }
    }
}
