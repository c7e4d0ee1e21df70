package org.breakwater.core.projection;

import java.math.BigInteger;
import org.breakwater.core.fact.AccountCoverFact.IntegratorRegistered;
import org.breakwater.core.rule.CoverHistory;
import org.breakwater.core.rule.PrepaidBalance;
import org.breakwater.core.value.Address;

/// What is known of integrators and of the cover of their accounts.
///
/// @param order integrators by their place, from 0
record AccountCoverRecords(
        Table<Address, Integrator> integrators,
        Table<Long, Address> order,
        Table<BigInteger, Cover> covers,
        Table<AccountKey, BigInteger> coverOf) {

    record AccountKey(Address integrator, Address account) {}

    /// @param insured Σ of its accounts, assets
    /// @param accounts that it ever named
    record Integrator(
            IntegratorRegistered registered,
            boolean active,
            BigInteger insured,
            long accounts,
            PrepaidBalance balance) {

        Integrator with(PrepaidBalance changed) {
            return new Integrator(registered, active, insured, accounts, changed);
        }

        Integrator plusInsured(BigInteger assets) {
            return new Integrator(registered, active, insured.add(assets), accounts, balance);
        }

        Integrator plusAccount() {
            return new Integrator(registered, active, insured, accounts + 1, balance);
        }

        Integrator closed() {
            return new Integrator(registered, false, insured, accounts, balance.withPrepaid(BigInteger.ZERO));
        }
    }

    /// What an account said where its integrator leaves it a choice.
    enum Choice {
        NONE,
        IN,
        OUT
    }

    /// @param reported what the integrator says the account holds, assets
    /// @param rate assets × 1e18 per second
    /// @param held capital locked in the pool
    /// @param since continuously covered since; 0 when not covered
    /// @param endedAt 0 while covered
    /// @param history what it was insured for lately
    record Cover(
            Address integrator,
            Address account,
            Choice choice,
            BigInteger reported,
            BigInteger insured,
            BigInteger rate,
            BigInteger held,
            BigInteger paid,
            long since,
            long endedAt,
            CoverHistory history) {

        static Cover of(Address integrator, Address account) {
            return new Cover(
                    integrator,
                    account,
                    Choice.NONE,
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    0,
                    0,
                    CoverHistory.EMPTY);
        }

        Cover choosing(Choice chosen) {
            return new Cover(integrator, account, chosen, reported, insured, rate, held, paid, since, endedAt, history);
        }

        Cover reporting(BigInteger assets) {
            return new Cover(integrator, account, choice, assets, insured, rate, held, paid, since, endedAt, history);
        }

        Cover insuring(BigInteger assets, BigInteger perSecond, long at) {
            var began = insured.signum() == 0 && assets.signum() != 0;
            var ended = assets.signum() == 0;
            return new Cover(
                    integrator,
                    account,
                    choice,
                    reported,
                    assets,
                    perSecond,
                    held,
                    paid,
                    ended ? 0 : began ? at : since,
                    ended ? at : 0,
                    history.with(at, assets));
        }

        Cover holding(BigInteger assets) {
            return new Cover(
                    integrator, account, choice, reported, insured, rate, assets, paid, since, endedAt, history);
        }

        Cover paidInAll(BigInteger assets) {
            return new Cover(
                    integrator, account, choice, reported, insured, rate, held, assets, since, endedAt, history);
        }
    }

    static AccountCoverRecords in(Journal journal) {
        return new AccountCoverRecords(Table.in(journal), Table.in(journal), Table.in(journal), Table.in(journal));
    }

    AccountCoverRecords frozen() {
        return new AccountCoverRecords(integrators.frozen(), order.frozen(), covers.frozen(), coverOf.frozen());
    }
}
