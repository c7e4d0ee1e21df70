package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.function.UnaryOperator;
import org.breakwater.core.fact.AccountCoverFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.projection.AccountCoverRecords.AccountKey;
import org.breakwater.core.projection.AccountCoverRecords.Choice;
import org.breakwater.core.projection.AccountCoverRecords.Cover;
import org.breakwater.core.projection.AccountCoverRecords.Integrator;
import org.breakwater.core.rule.PrepaidBalance;
import org.breakwater.core.value.Address;

/// Folds cover of accounts.
record AccountCoverFold(AccountCoverRecords records) {

    void apply(AccountCoverFact fact, LoggedFact logged) {
        var at = logged.time();
        switch (fact) {
            case AccountCoverFact.IntegratorRegistered registered -> registered(registered, at);
            case AccountCoverFact.IntegratorClosed closed -> change(closed.integrator(), Integrator::closed);
            case AccountCoverFact.ToppedUp topped -> prepaid(topped.integrator(), topped.prepaid());
            case AccountCoverFact.PrepaidWithdrawn withdrawn -> prepaid(withdrawn.integrator(), withdrawn.prepaid());
            case AccountCoverFact.PremiumCharged charged -> charged(charged);
            case AccountCoverFact.PremiumSettled settled -> balance(settled.integrator(), PrepaidBalance::settled);
            // The charge before it said so too.
            case AccountCoverFact.FundingEnded _ -> {}
            case AccountCoverFact.FundingStarted started ->
                balance(started.integrator(), balance -> balance.started(started.at()));
            case AccountCoverFact.EnrolmentChosen chosen -> {
                named(chosen.integrator(), chosen.account(), chosen.coverId());
                change(chosen.coverId(), cover -> cover.choosing(chosen.covered() ? Choice.IN : Choice.OUT));
            }
            case AccountCoverFact.BalanceReported reported -> {
                named(reported.integrator(), reported.account(), reported.coverId());
                change(reported.coverId(), cover -> cover.reporting(reported.amount()));
            }
            case AccountCoverFact.AccountCoverUpdated updated -> updated(updated, at);
            case AccountCoverFact.CapitalHeld held -> change(held.coverId(), cover -> cover.holding(held.held()));
            case AccountCoverFact.AccountPaid paid ->
                change(paid.coverId(), cover -> cover.paidInAll(paid.paidInAll()));
            // The update before it said so too.
            case AccountCoverFact.CoverLapsed _ -> {}
        }
    }

    private void registered(AccountCoverFact.IntegratorRegistered registered, long at) {
        records.order().put((long) records.order().size(), registered.integrator());
        records.integrators()
                .put(
                        registered.integrator(),
                        new Integrator(registered, true, BigInteger.ZERO, 0, PrepaidBalance.opened(at)));
    }

    /// What is charged follows from the rate; the event says it too, so a difference shows that something is missing.
    private void charged(AccountCoverFact.PremiumCharged charged) {
        balance(charged.integrator(), balance -> {
            var after = balance.charged(charged.at());
            if (!after.prepaid().equals(charged.prepaid()) || !after.fraction().equals(charged.fraction())) {
                throw new HistoryGap("integrator " + charged.integrator() + " has " + charged.prepaid()
                        + " prepaid and not " + after.prepaid());
            }
            return after;
        });
    }

    private void updated(AccountCoverFact.AccountCoverUpdated updated, long at) {
        var cover = cover(updated.coverId());
        var rate = updated.ratePerSecond().subtract(cover.rate());
        change(
                updated.integrator(),
                integrator -> integrator
                        .plusInsured(updated.insured().subtract(cover.insured()))
                        .with(integrator
                                .balance()
                                .withRate(integrator.balance().rate().add(rate))));
        records.covers().put(updated.coverId(), cover.insuring(updated.insured(), updated.ratePerSecond(), at));
    }

    /// An account that is named for the first time gets a cover.
    private void named(Address integrator, Address account, BigInteger coverId) {
        var key = new AccountKey(integrator, account);
        if (records.coverOf().find(key).isEmpty()) {
            records.coverOf().put(key, coverId);
            records.covers().put(coverId, Cover.of(integrator, account));
            change(integrator, Integrator::plusAccount);
        }
    }

    private void prepaid(Address integrator, BigInteger assets) {
        balance(integrator, balance -> balance.withPrepaid(assets));
    }

    private void balance(Address integrator, UnaryOperator<PrepaidBalance> change) {
        change(integrator, known -> known.with(change.apply(known.balance())));
    }

    private void change(Address integrator, UnaryOperator<Integrator> change) {
        records.integrators().change(integrator, () -> integrator + " was never registered", change);
    }

    private void change(BigInteger coverId, UnaryOperator<Cover> change) {
        records.covers().change(coverId, () -> "cover " + coverId + " was never named", change);
    }

    private Cover cover(BigInteger coverId) {
        return records.covers().require(coverId, () -> "cover " + coverId + " was never named");
    }
}
