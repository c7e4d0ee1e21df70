package org.breakwater.desktop.feature.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.core.acting.Person;
import org.breakwater.core.compose.Draft;
import org.breakwater.core.follow.Known;
import org.breakwater.core.governor.NewProposal;
import org.breakwater.core.governor.ProposerRule;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.DaoRule;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.feature.compose.ComposePage.Product;
import org.breakwater.desktop.feature.compose.ComposePage.Timetable;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.wording.DaoRules;
import org.breakwater.desktop.wording.Finding;

/// What actions and a text come to as a proposal of the DAO, whether it could be submitted, and what speaks against it
/// as
/// far as that is known without asking the chain.
///
/// @param name what an address is called
record ProposalMaker(Known known, Function<Address, String> name) {

    /// @param calls all of them, where every one is finished
    /// @param unfinished why they are not, or the empty string
    PageMaker.Made of(List<SafeCall> calls, Draft draft, String unfinished, Optional<Person> proposer) {
        var text = draft.text();
        var missing = unfinished;
        Optional<NewProposal> proposal = Optional.empty();
        if (missing.isEmpty()) {
            try {
                proposal = Optional.of(NewProposal.of(calls, text));
            } catch (ProblemException refused) {
                missing = refused.problem().toString();
            }
        }
        var made = proposal.flatMap(this::made);
        var checks = new ArrayList<Finding>();
        var own = made.map(same -> new Hash32(Word.of(same.id())))
                .filter(id -> draft.reviewed().equals(Optional.of(id)))
                .isPresent();
        made.ifPresent(same -> checks.add(new Finding(
                own ? Severity.NOTE : Severity.BLOCK,
                own ? "It is proposed, as proposal " + same.number() : "The same proposal was made before",
                "The Governor takes the same actions with the same text once.",
                Optional.of(new Finding.Lead("Show proposal " + same.number(), new Place.Proposal(same.id()))))));
        checks.addAll(ofProposer(proposer));
        checks.addAll(ofRule(ProposerRule.of(text), proposer));
        unseen(text).ifPresent(checks::add);
        if (missing.isEmpty()) {
            missing = refused(text, made, own, proposer);
        }
        return new PageMaker.Made(new Product.OfDao(proposal, text, times(), made), missing, checks);
    }

    private Optional<ComposePage.Made> made(NewProposal proposal) {
        var all = known.view().governance().proposals();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).proposal().created().proposalId().equals(proposal.id())) {
                return Optional.of(new ComposePage.Made(i + 1, proposal.id()));
            }
        }
        return Optional.empty();
    }

    /// As the rules are now; the wait in the Timelock begins when somebody queues it.
    private Timetable times() {
        var governance = known.view().governance();
        var opens = known.time() + governance.rule(DaoRule.VOTING_DELAY).longValueExact();
        var closes = opens + governance.rule(DaoRule.VOTING_PERIOD).longValueExact();
        return new Timetable(opens, closes, closes + governance.timelockDelay());
    }

    private String refused(String text, Optional<ComposePage.Made> made, boolean own, Optional<Person> proposer) {
        if (made.isPresent()) {
            return own ? "Submitted" : "Proposal " + made.get().number() + " is the same";
        }
        if (proposer.isEmpty()) {
            return "Nobody can propose from this machine";
        }
        if (!mayPropose(proposer.get())) {
            return proposer.get().name() + " has too few votes to propose";
        }
        return ProposerRule.of(text) instanceof ProposerRule.Only(var only)
                        && !only.equals(proposer.get().address())
                ? "The text lets only " + name.apply(only) + " propose it"
                : "";
    }

    private boolean mayPropose(Person person) {
        var governance = known.view().governance();
        return governance
                        .pastVotes(person.address(), known.time())
                        .compareTo(governance.rule(DaoRule.PROPOSAL_THRESHOLD))
                >= 0;
    }

    private List<Finding> ofProposer(Optional<Person> proposer) {
        if (proposer.isEmpty()) {
            return List.of();
        }
        var person = proposer.get();
        var governance = known.view().governance();
        var votes = DaoRules.votes(governance.pastVotes(person.address(), known.time()));
        var takes = "Proposing takes " + DaoRules.votes(governance.rule(DaoRule.PROPOSAL_THRESHOLD))
                + ", counted just before.";
        return List.of(
                mayPropose(person)
                        ? Finding.of(Severity.PASSED, person.name() + " has " + votes, takes)
                        : Finding.of(Severity.HOLD, person.name() + " has " + votes + ", too few to propose", takes));
    }

    private List<Finding> ofRule(ProposerRule rule, Optional<Person> proposer) {
        return switch (rule) {
            case ProposerRule.Anybody() ->
                List.of(Finding.of(
                        Severity.NOTE,
                        "Somebody else could propose the same first",
                        "Whoever sees the transaction on its way can, and take it back. A text that ends with"
                                + " #proposer= and an address is taken from that account alone."));
            case ProposerRule.Unseen() ->
                List.of(Finding.of(
                        Severity.WARNING,
                        "The Governor does not see the #proposer= in the text",
                        "It stands at the very end, with an address of 42 characters and nothing after it."));
            case ProposerRule.Only(var only) ->
                proposer.filter(person -> person.address().equals(only)).isPresent()
                        ? List.of(Finding.of(
                                Severity.PASSED, "Only " + name.apply(only) + " can propose it", "By the text's end."))
                        : List.of(Finding.of(
                                Severity.HOLD,
                                "Only " + name.apply(only) + " can propose it",
                                "The text ends with another account than the one that acts."));
        };
    }

    /// Characters that nobody sees, or that turn the direction of writing, let a text say another thing than it shows.
    private static Optional<Finding> unseen(String text) {
        var unseen = text.codePoints()
                .filter(point -> point != '\n' && point != '\r' && point != '\t')
                .filter(point -> switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> true;
                    default -> false;
                })
                .mapToObj(point -> String.format(Locale.ROOT, "U+%04X", point))
                .distinct()
                .limit(5)
                .toList();
        return unseen.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        Severity.HOLD,
                        "The text has characters that nobody sees",
                        String.join(", ", unseen) + ". Readers may be shown something else than is written."));
    }
}
