package org.breakwater.desktop.feature.proposals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.follow.Known;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.feature.proposals.ProposalPage.Tally;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.place.Surroundings;

/// Every proposal and every change, newest first in their groups.
record ProposalsPage(List<ProposalPage> entries) {

    private static final BigInteger TOKEN = BigInteger.TEN.pow(18);

    Optional<ProposalPage> entry(Selection selection) {
        return entries.stream()
                .filter(entry -> entry.selection().equals(selection))
                .findFirst();
    }

    List<ProposalPage> entries(boolean open) {
        return entries.stream().filter(entry -> entry.group().isOpen() == open).toList();
    }

    /// What is known of the protocol, if anything is.
    static Optional<Known> known(Surroundings around) {
        return switch (around.known().getValue()) {
            case Loadable.Ready<Known>(var known, var _) -> Optional.of(known);
            case Loadable.Stale<Known>(var known, var _, var _) -> Optional.of(known);
            case Loadable.Idle<Known> _, Loadable.Loading<Known> _, Loadable.Failed<Known> _ -> Optional.empty();
        };
    }

    static BigInteger wholeVotes(BigInteger units) {
        return units.divide(TOKEN);
    }

    /// `2.54 M of 4.00 M`
    static String ofQuorum(Tally tally) {
        return millions(tally.counted()) + " of " + millions(tally.quorum());
    }

    private static String millions(BigInteger units) {
        return Numbers.decimal(new BigDecimal(units, 24), 2, RoundingMode.DOWN) + '\u00A0' + "M";
    }
}
