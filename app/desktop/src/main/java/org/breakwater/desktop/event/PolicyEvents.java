package org.breakwater.desktop.event;

import java.math.BigInteger;
import org.breakwater.core.fact.AccountCoverFact;
import org.breakwater.core.fact.PolicyFact;
import org.breakwater.core.fact.SeriesFact;
import org.breakwater.desktop.l10n.Numbers;

/// What happened to policies, series and accounts that are covered.
record PolicyEvents(EventNames names) {

    String of(PolicyFact fact) {
        return switch (fact) {
            case PolicyFact.PolicyBought bought ->
                names.address(bought.owner()) + " bought policy " + bought.policyId() + ": "
                        + EventWords.assets(bought.policy().amount()) + " on "
                        + names.subject(bought.policy().subjectId()) + " until "
                        + EventWords.date(bought.policy().end());
            case PolicyFact.PolicyClosed closed ->
                "Policy " + closed.policyId() + " is closed, "
                        + switch (closed.reason()) {
                            case NONE -> "without a reason";
                            case EXPIRED -> "its time is over";
                            case CANCELLED -> "cancelled by its holder" + refund(closed.refund());
                            case EXHAUSTED -> "paid out in full";
                        };
            case PolicyFact.PolicyPaid paid ->
                "Policy " + paid.policyId() + " paid " + EventWords.assets(paid.assets()) + ", "
                        + EventWords.assets(paid.paidInAll()) + " in all";
            case PolicyFact.TermsPublished terms ->
                "Terms version " + terms.version() + " of " + names.pool(terms.poolId()) + " are published";
            case PolicyFact.Transfer transfer ->
                transfer.from().isZero()
                        ? "Policy " + transfer.tokenId() + " is issued to " + names.address(transfer.to())
                        : names.address(transfer.from()) + " passes policy " + transfer.tokenId() + " to "
                                + names.address(transfer.to());
        };
    }

    private static String refund(BigInteger refund) {
        return refund.signum() == 0 ? "" : ", " + EventWords.assets(refund) + " come back";
    }

    String of(SeriesFact fact) {
        return switch (fact) {
            case SeriesFact.SeriesOpened opened ->
                "Series " + opened.id() + " on " + names.subject(opened.subjectId()) + " opens: "
                        + Numbers.count(opened.maxUnits()) + " units of " + EventWords.assets(opened.unitPayout());
            case SeriesFact.UnitsMinted minted ->
                names.address(minted.to()) + " bought " + Numbers.count(minted.units()) + " units of series "
                        + minted.id() + " for " + EventWords.assets(minted.premium());
            case SeriesFact.SeriesSettled settled ->
                settled.severityBps() == 0
                        ? "Series " + settled.id() + " settled: nothing is due"
                        : "Series " + settled.id() + " settled at severity " + EventWords.percent(settled.severityBps())
                                + ", " + EventWords.assets(settled.unitPaid()) + " a unit";
            case SeriesFact.Redeemed redeemed ->
                names.address(redeemed.holder()) + " redeemed " + Numbers.count(redeemed.units()) + " units of series "
                        + redeemed.id() + " for " + EventWords.assets(redeemed.assets());
            case SeriesFact.SeriesClosed closed ->
                "Series " + closed.id() + " is over, " + Numbers.count(closed.unitsUnredeemed())
                        + " units were not redeemed";
            case SeriesFact.RedemptionWaits waits ->
                "A redemption of series " + waits.id() + " by " + names.address(waits.holder())
                        + " waits: the drain window is empty";
            case SeriesFact.TransferSingle transfer ->
                transfer.from().isZero()
                        ? Numbers.count(transfer.value()) + " units of series " + transfer.id() + " are issued to "
                                + names.address(transfer.to())
                        : names.address(transfer.from()) + " passes " + Numbers.count(transfer.value())
                                + " units of series " + transfer.id() + " to " + names.address(transfer.to());
            case SeriesFact.TransferBatch transfer ->
                names.address(transfer.from()) + " passes units of "
                        + transfer.ids().size() + " series to " + names.address(transfer.to());
        };
    }

    String of(AccountCoverFact fact) {
        return switch (fact) {
            case AccountCoverFact.IntegratorRegistered registered ->
                names.address(registered.integrator()) + " is registered to cover its accounts for "
                        + names.subject(registered.subjectId());
            case AccountCoverFact.IntegratorClosed closed ->
                names.address(closed.integrator()) + " covers no accounts any more" + refund(closed.refund());
            case AccountCoverFact.ToppedUp topped ->
                names.address(topped.from()) + " prepaid " + EventWords.assets(topped.amount()) + " for "
                        + names.address(topped.integrator());
            case AccountCoverFact.PrepaidWithdrawn withdrawn ->
                names.address(withdrawn.integrator()) + " took back " + EventWords.assets(withdrawn.amount())
                        + " prepaid";
            case AccountCoverFact.PremiumCharged charged ->
                names.address(charged.integrator()) + " is charged; " + EventWords.assets(charged.prepaid())
                        + " stay prepaid";
            case AccountCoverFact.PremiumSettled settled ->
                names.address(settled.integrator()) + " paid " + EventWords.assets(settled.amount()) + " of premium";
            case AccountCoverFact.EnrolmentChosen chosen ->
                names.address(chosen.account()) + (chosen.covered() ? " joins" : " leaves") + " the cover of "
                        + names.address(chosen.integrator());
            case AccountCoverFact.BalanceReported reported ->
                names.address(reported.integrator()) + " reports " + EventWords.assets(reported.amount()) + " for "
                        + names.address(reported.account());
            case AccountCoverFact.AccountCoverUpdated updated ->
                names.address(updated.account()) + " is covered for " + EventWords.assets(updated.insured()) + " by "
                        + names.address(updated.integrator());
            case AccountCoverFact.CoverLapsed lapsed -> "The cover of " + names.address(lapsed.account()) + " lapsed";
            case AccountCoverFact.CapitalHeld held ->
                EventWords.assets(held.held()) + " of capital are locked for an account";
            case AccountCoverFact.FundingEnded ended ->
                "What " + names.address(ended.integrator()) + " prepaid is used up: its accounts are not covered";
            case AccountCoverFact.FundingStarted started ->
                "The accounts of " + names.address(started.integrator()) + " are covered again";
            case AccountCoverFact.AccountPaid paid -> "An account's cover paid " + EventWords.assets(paid.assets());
        };
    }
}
