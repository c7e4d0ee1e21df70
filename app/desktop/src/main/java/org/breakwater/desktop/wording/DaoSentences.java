package org.breakwater.desktop.wording;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.call.CallReading.Understood;
import org.breakwater.core.follow.Known;
import org.breakwater.core.governor.ProposalActions;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.desktop.l10n.Numbers;

/// Votes and the steps of proposals, each as one sentence from its bytes.
final class DaoSentences {

    private DaoSentences() {}

    static String vote(Understood call, Function<Address, String> name, Known known) {
        var support = switch (call.number("support").intValue()) {
            case 0 -> "Against";
            case 1 -> "For";
            case 2 -> "Abstain";
            default -> "choice " + call.number("support");
        };
        return "Vote " + support + " on " + proposal(call.number("proposalId"), known) + reason(call) + of(call, name);
    }

    private static String reason(Understood call) {
        return text(call).filter(words -> !words.isEmpty()).isPresent() ? ", with a public reason" : "";
    }

    private static Optional<String> text(Understood call) {
        return call.call().arguments().stream()
                .filter(argument -> argument.value() instanceof AbiValue.Text)
                .map(argument -> ((AbiValue.Text) argument.value()).text())
                .findFirst();
    }

    /// Whose signed ballot it is.
    private static String of(Understood call, Function<Address, String> name) {
        return call.call().arguments().stream()
                .filter(argument -> argument.name().equals("voter"))
                .map(argument -> ", the ballot that " + name.apply(call.address("voter")) + " signed")
                .findFirst()
                .orElse("");
    }

    static String ballot(Understood call, Function<Address, String> name) {
        var choices = BallotChoice.values();
        var code = call.number("choice").intValue();
        var says = code >= choices.length
                ? "choice " + code
                : switch (choices[code]) {
                    case NONE -> "nothing";
                    case PAY -> "Pay";
                    case PAY_PARTIAL -> "Pay " + share(call.number("shareBps"));
                    case DENY -> "Deny";
                    case ABSTAIN -> "Abstain";
                };
        return "Vote " + says + " in case " + call.number("caseId") + of(call, name);
    }

    /// Ballots are for whole percents; what is none is written as it is.
    private static String share(BigInteger bps) {
        var parts = bps.divideAndRemainder(BigInteger.valueOf(100));
        return parts[1].signum() == 0 ? parts[0] + " %" : Numbers.percent(new BasisPoints(bps));
    }

    /// Queue, execute or cancel.
    static String step(Understood call, Known known) {
        var which = which(call, known);
        return switch (call.call().function().name()) {
            case "queue" -> "Put " + which + " into the timelock";
            case "execute" -> "Have the timelock carry out " + which;
            default -> "Take back " + which;
        };
    }

    private static String which(Understood call, Known known) {
        var values = call.call().values();
        if (values.size() == 1 && values.getFirst() instanceof AbiValue.Whole(var id)) {
            return proposal(id, known);
        }
        return ProposalActions.in(values)
                .map(actions -> proposal(actions.id(), known))
                .orElse("a proposal");
    }

    /// By its number among all.
    static String proposal(BigInteger id, Known known) {
        var proposals = known.view().governance().proposals();
        for (int i = 0; i < proposals.size(); i++) {
            if (proposals.get(i).proposal().created().proposalId().equals(id)) {
                return "proposal " + (i + 1);
            }
        }
        return "a proposal that is not known here, " + id;
    }
}
