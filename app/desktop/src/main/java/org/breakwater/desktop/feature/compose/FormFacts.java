package org.breakwater.desktop.feature.compose;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.compose.ComposeContext;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.TreasuryStanding;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.protocol.DaoRule;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.desktop.feature.compose.ComposePage.Fact;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.wording.DaoRules;

/// What limits a call, beside its inputs.
final class FormFacts {

    List<Fact> of(WrittenCall written, ComposeContext context) {
        return switch (written.template()) {
            case SPEND -> spending(written, context);
            case ALLOCATE, REQUEST_EXIT, RECALL, CLOSE_VENUE, REALISE_LOSS -> venue(written, context);
            case DECIDE_INCIDENT -> incident(written, context);
            case DECIDE_CLAIM, FLAG_FRAUD -> claim(written, context);
            case ADD_OWNER, REMOVE_OWNER, SWAP_OWNER, CHANGE_THRESHOLD ->
                List.of(new Fact(
                        "Owners before",
                        context.threshold() + " of " + context.owners().size() + " sign"));
            case SET_VOTING_DELAY,
                    SET_VOTING_PERIOD,
                    SET_LATE_EXTENSION,
                    SET_QUORUM,
                    SET_PROPOSAL_THRESHOLD,
                    SET_TIMELOCK_DELAY -> rule(written.template().rule().orElseThrow(), context);
            default -> List.of();
        };
    }

    private static List<Fact> rule(DaoRule rule, ComposeContext context) {
        var governance = context.known().view().governance();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("In force", DaoRules.value(rule, governance.rule(rule))));
        switch (rule) {
            case QUORUM -> {
                facts.add(new Fact("Supply", DaoRules.votes(governance.supply())));
                facts.add(new Fact("Can be cast at all", DaoRules.votes(governance.delegated())));
            }
            case PROPOSAL_THRESHOLD ->
                facts.add(new Fact("The most that one account has", DaoRules.votes(governance.mostVotes())));
            case LATE_EXTENSION ->
                facts.add(new Fact(
                        "At most, the voting period",
                        DaoRules.value(DaoRule.VOTING_PERIOD, governance.rule(DaoRule.VOTING_PERIOD))));
            case VOTING_DELAY, VOTING_PERIOD, TIMELOCK_DELAY -> {}
        }
        facts.add(new Fact("Holds for", "proposals that are made, or reach it, once this is carried out"));
        return facts;
    }

    private static String usdc(BigInteger units) {
        return Numbers.amountWithUnit(SettlementAsset.amount(units), Rounding.HELD);
    }

    private static List<Fact> spending(WrittenCall written, ComposeContext context) {
        var standing = TreasuryStanding.of(context.known().view(), context.book());
        var facts = new ArrayList<Fact>();
        if (!context.composer().isDao()) {
            facts.add(new Fact(
                    "Council's limit in 30 days", usdc(standing.treasury().councilLimit())));
            facts.add(new Fact("Left of it", usdc(standing.allowance(context.spent()))));
        }
        address(written, Input.TOKEN).ifPresent(token -> {
            facts.add(new Fact("At hand", usdc(standing.atHand(token))));
            facts.add(new Fact("The liquid floor leaves", usdc(standing.mostToSpend(token))));
        });
        return facts;
    }

    private static List<Fact> venue(WrittenCall written, ComposeContext context) {
        var standing = TreasuryStanding.of(context.known().view(), context.book());
        return address(written, Input.VENUE)
                .flatMap(standing::venue)
                .map(venue -> {
                    var state = venue.state();
                    return List.of(
                            new Fact("Put in", usdc(state.principal())),
                            new Fact("Worth by its own word", usdc(venue.value())),
                            new Fact("Cap", Numbers.percent(BasisPoints.of(state.capBps()))),
                            new Fact("Room under cap and floor", usdc(standing.mostToAllocate(venue))),
                            new Fact(
                                    "Notice",
                                    state.exitDelay() == 0
                                            ? "pays at once"
                                            : Times.duration(Duration.ofSeconds(state.exitDelay()))));
                })
                .orElse(List.of());
    }

    private static Optional<Address> address(WrittenCall written, Input input) {
        try {
            return written.value(input).map(text -> Address.parse(text.strip()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static List<Fact> incident(WrittenCall written, ComposeContext context) {
        return context.known().view().incidents().stream()
                .filter(view -> written.text(Input.INCIDENT).equals(Long.toString(view.incidentId())))
                .findFirst()
                .map(view -> List.of(
                        new Fact("Detected", time(view.incident().detectedAt())),
                        new Fact(
                                "Severity so far",
                                Numbers.percent(BasisPoints.of(view.incident().severityBps()))),
                        new Fact("Cover affected", usdc(view.incident().affectedCover())),
                        new Fact("Set aside", usdc(view.incident().cap())),
                        new Fact("Review ends", time(view.incident().reviewEnds()))))
                .orElse(List.of());
    }

    private static List<Fact> claim(WrittenCall written, ComposeContext context) {
        return context.known().view().claims().stream()
                .filter(view -> written.text(Input.CLAIM).equals(Long.toString(view.claimId())))
                .findFirst()
                .map(view -> List.of(
                        new Fact("Asked for", usdc(view.claim().requested())),
                        new Fact("Granted", usdc(view.claim().approved())),
                        new Fact(
                                view.claim().reviewEnds() == 0 ? "Payable from" : "Review ends",
                                time(Math.max(
                                        view.claim().reviewEnds(), view.claim().payableAt())))))
                .orElse(List.of());
    }

    private static String time(long seconds) {
        return seconds == 0 ? Numbers.MISSING : Times.dateAndTime(Instant.ofEpochSecond(seconds)) + " UTC";
    }
}
