package org.breakwater.core.projection;

import java.math.BigInteger;
import org.breakwater.core.fact.EscrowFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.projection.EscrowRecords.CreditKey;
import org.breakwater.core.projection.EscrowRecords.ForfeitKey;
import org.breakwater.core.projection.EscrowRecords.TokenKey;
import org.breakwater.core.value.Address;

/// Folds deposits and bonds.
record EscrowFold(EscrowRecords records, PoolRecords pools) {

    void apply(EscrowFact fact, LoggedFact logged) {
        var desk = logged.contract();
        switch (fact) {
            case EscrowFact.CreditKept kept -> {
                add(desk, kept.asset(), kept.amount());
                credit(new CreditKey(desk, kept.asset(), kept.account()), kept.amount());
            }
            case EscrowFact.CreditCollected collected -> {
                add(desk, collected.asset(), collected.amount().negate());
                credit(
                        new CreditKey(desk, collected.asset(), collected.account()),
                        collected.amount().negate());
            }
            // What is forfeited waits until it is passed on.
            case EscrowFact.ForfeitKept _ -> {}
            case EscrowFact.ForfeitPassedOn passed -> {
                wait(desk, passed.poolId(), passed.amount().negate());
                leave(desk, passed.poolId(), passed.amount());
            }
        }
    }

    /// A deposit or bond in a pool's asset came in.
    void enter(Address desk, long poolId, BigInteger amount) {
        add(desk, pools.identity(poolId).asset(), amount);
    }

    void enter(Address desk, Address asset, BigInteger amount) {
        add(desk, asset, amount);
    }

    /// A deposit or bond in a pool's asset went out.
    void leave(Address desk, long poolId, BigInteger amount) {
        add(desk, pools.identity(poolId).asset(), amount.negate());
    }

    void leave(Address desk, Address asset, BigInteger amount) {
        add(desk, asset, amount.negate());
    }

    /// A deposit or bond belongs to the pool now.
    void forfeit(Address desk, long poolId, BigInteger amount) {
        wait(desk, poolId, amount);
    }

    private void wait(Address desk, long poolId, BigInteger amount) {
        records.forfeits().change(new ForfeitKey(desk, poolId), BigInteger.ZERO, waiting -> waiting.add(amount));
    }

    private void credit(CreditKey key, BigInteger amount) {
        records.credits().change(key, BigInteger.ZERO, credit -> credit.add(amount));
    }

    private void add(Address desk, Address asset, BigInteger amount) {
        records.held().change(new TokenKey(desk, asset), BigInteger.ZERO, held -> held.add(amount));
    }
}
