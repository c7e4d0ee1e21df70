package org.breakwater.core.activity;

import java.util.HashSet;
import java.util.Set;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.ContractType;
import org.breakwater.core.fact.FollowedContracts;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.value.Address;

/// What part of the protocol something belongs to.
public enum Area {
    POOLS,
    POLICIES,
    CLAIMS,
    GOVERNANCE,
    EMERGENCY,
    TREASURY;

    /// The contracts whose events belong to it: those of the deployment, and those that the protocol names itself.
    public Set<Address> contracts(Deployment deployment, ProtocolView view) {
        var contracts = new HashSet<Address>();
        for (var followed : FollowedContracts.of(deployment).all()) {
            if (of(followed.type()) == this) {
                contracts.add(followed.address());
            }
        }
        switch (this) {
            case POOLS -> view.pools().forEach(pool -> contracts.add(pool.pool()));
            case TREASURY -> {
                for (var asset : view.treasury().assets()) {
                    contracts.add(asset.asset());
                    contracts.add(asset.peg().feed());
                }
                view.treasury().venues().forEach(venue -> contracts.add(venue.venue()));
            }
            case POLICIES, CLAIMS, GOVERNANCE, EMERGENCY -> {}
        }
        return Set.copyOf(contracts);
    }

    static Area of(ContractType type) {
        return switch (type) {
            case POOL, RISK_REGISTRY, PREMIUM_ENGINE -> POOLS;
            case UNDERWRITING, POLICY_TOKEN, ACCOUNT_COVER, COVER_SERIES -> POLICIES;
            case INCIDENTS, CLAIMS, TRIBUNAL, TRIGGER_ADAPTER -> CLAIMS;
            case DIRECTORY, PARAMETER_REGISTRY, ELIGIBILITY_GATE, ACCESS_MANAGER, GOVERNOR, TIMELOCK, VOTING_TOKEN ->
                GOVERNANCE;
            case GUARDIAN -> EMERGENCY;
            case TREASURY, SETTLEMENT_ASSET, PRICE_FEED, VENUE -> TREASURY;
        };
    }
}
