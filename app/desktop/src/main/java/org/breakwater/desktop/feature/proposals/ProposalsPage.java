package org.breakwater.desktop.feature.proposals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.breakwater.desktop.feature.proposals.ProposalPage.Tally;
import org.breakwater.desktop.l10n.Numbers;

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
