package org.breakwater.desktop.feature.compose;

import java.math.BigInteger;
import java.util.Locale;
import org.breakwater.core.compose.WrittenValue;
import org.breakwater.core.follow.Known;
import org.breakwater.core.protocol.DaoRule;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.wording.DaoRules;
import org.breakwater.desktop.wording.Finding;

/// What a change of the DAO's own rules means for whoever decides by them.
record RuleFinding(Known known) {

    private static final BigInteger LONG = BigInteger.valueOf(30 * 86_400L);

    Finding of(String call, DaoRule rule, BigInteger value) {
        var old = known.view().governance().rule(rule);
        var moves = DaoRules.value(rule, old) + " now, " + DaoRules.value(rule, value) + " afterwards.";
        return switch (rule) {
            case VOTING_DELAY ->
                value.compareTo(old) < 0
                        ? Finding.of(
                                Severity.WARNING,
                                call + " leaves less time to delegate before votes are counted",
                                moves)
                        : plain(call, rule, moves);
            case VOTING_PERIOD ->
                value.compareTo(old) < 0
                        ? Finding.of(Severity.HOLD, call + " leaves less time to vote", moves)
                        : plain(call, rule, moves);
            case TIMELOCK_DELAY ->
                value.compareTo(old) < 0
                        ? Finding.of(
                                Severity.HOLD, call + " leaves less time to leave before what passed is done", moves)
                        : value.compareTo(LONG) > 0
                                ? Finding.of(Severity.HOLD, call + " makes everything wait for over a month", moves)
                                : plain(call, rule, moves);
            case LATE_EXTENSION ->
                value.compareTo(known.view().governance().rule(DaoRule.VOTING_PERIOD)) > 0
                        ? Finding.of(
                                Severity.HOLD,
                                call + " would be refused",
                                "An extension is at most as long as the voting period, "
                                        + WrittenValue.words(
                                                rule.unit(),
                                                known.view().governance().rule(DaoRule.VOTING_PERIOD))
                                        + " now.")
                        : plain(call, rule, moves);
            case QUORUM -> quorum(call, rule, value, moves);
            case PROPOSAL_THRESHOLD -> threshold(call, value, moves);
        };
    }

    private static Finding plain(String call, DaoRule rule, String moves) {
        return Finding.of(
                Severity.WARNING,
                call + " changes " + DaoRules.noun(rule).toLowerCase(Locale.ROOT),
                moves + " Every later proposal is decided by it.");
    }

    /// A quorum of tokens that nobody votes with is never reached, also not to lower it again.
    private Finding quorum(String call, DaoRule rule, BigInteger percent, String moves) {
        var needed = known.view().governance().supply().multiply(percent).divide(BigInteger.valueOf(100));
        var delegated = known.view().governance().delegated();
        if (needed.compareTo(delegated) > 0) {
            return Finding.of(
                    Severity.BLOCK,
                    call + " sets a quorum that nothing can reach",
                    DaoRules.votes(needed) + " would be needed, and " + DaoRules.votes(delegated)
                            + " can be cast at all.");
        }
        return plain(call, rule, moves);
    }

    private Finding threshold(String call, BigInteger votes, String moves) {
        var most = known.view().governance().mostVotes();
        return votes.compareTo(most) > 0
                ? Finding.of(
                        Severity.BLOCK,
                        call + " leaves nobody who could propose",
                        "Nobody has more than " + DaoRules.votes(most) + ".")
                : plain(call, DaoRule.PROPOSAL_THRESHOLD, moves);
    }
}
