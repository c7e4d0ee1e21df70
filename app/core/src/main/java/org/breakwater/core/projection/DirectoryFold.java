package org.breakwater.core.projection;

import java.math.BigInteger;
import org.breakwater.core.fact.ContractType;
import org.breakwater.core.fact.DirectoryFact;
import org.breakwater.core.fact.FollowedContracts;
import org.breakwater.core.fact.GateFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.ModuleFact;
import org.breakwater.core.fact.TokenFact;
import org.breakwater.core.projection.DirectoryRecords.Holding;
import org.breakwater.core.value.Address;

/// Folds where modules and pools are, and where tokens go.
record DirectoryFold(DirectoryRecords records, PoolRecords pools) {

    void apply(DirectoryFact fact) {
        switch (fact) {
            case DirectoryFact.ModuleSet set -> records.modules().put(set.name(), set.to());
            case DirectoryFact.PoolAdded added -> {
                pools.identities().put(added.poolId(), added);
                pools.numbers().put(added.pool(), added.poolId());
            }
        }
    }

    void apply(ModuleFact fact, LoggedFact logged) {
        switch (fact) {
            case ModuleFact.AuthorityUpdated updated ->
                records.authorities().put(logged.contract(), updated.authority());
        }
    }

    void apply(GateFact fact) {
        switch (fact) {
            case GateFact.ExclusionSet set -> records.excluded().put(set.account(), set.excluded());
        }
    }

    void apply(TokenFact fact, LoggedFact logged, FollowedContracts followed) {
        switch (fact) {
            case TokenFact.Transfer transfer -> transferred(logged.contract(), transfer, followed);
        }
    }

    private void transferred(Address token, TokenFact.Transfer transfer, FollowedContracts followed) {
        var type = followed.find(token).map(contract -> contract.type());
        var whole = type.filter(known -> known == ContractType.POOL || known == ContractType.VOTING_TOKEN)
                .isPresent();
        move(token, transfer.from(), transfer.value().negate(), whole, followed);
        move(token, transfer.to(), transfer.value(), whole, followed);
    }

    private void move(Address token, Address holder, BigInteger value, boolean whole, FollowedContracts followed) {
        if (holder.isZero()) {
            if (whole) {
                records.supplies().change(token, BigInteger.ZERO, supply -> supply.subtract(value));
            }
        } else if (whole || followed.isParty(token, holder)) {
            records.balances().change(new Holding(token, holder), BigInteger.ZERO, held -> held.add(value));
        }
    }
}
