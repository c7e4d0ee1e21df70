package org.breakwater.desktop.feature.proposals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.call.OpenSettings;
import org.breakwater.core.projection.view.ProposalView;
import org.breakwater.desktop.feature.proposals.ProposalPage.Ballot;
import org.breakwater.desktop.feature.proposals.ProposalPage.Call;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.wording.CallSentences;

/// A proposal to the DAO, read from its calldata.
final class DaoProposal {

    private final ProposalView view;
    private final int number;
    private final ProposalContext context;
    private final ProposalStanding standing;
    private final List<CallReading> readings;
    private final Selection selection;

    /// @param number its place among all, from 1
    DaoProposal(ProposalView view, int number, ProposalContext context) {
        this.view = view;
        this.number = number;
        this.context = context;
        this.standing = new ProposalStanding(view, context);
        this.readings =
                OpenSettings.readings(view.proposal(), context.sentences().calls());
        this.selection = new Selection.OfDao(view.proposal().created().proposalId());
    }

    private CallSentences sentences() {
        return context.sentences();
    }

    private boolean isOpen() {
        return OpenSettings.isOpen(view.state());
    }

    ProposalPage page() {
        var created = view.proposal().created();
        var calls = calls();
        return new ProposalPage(
                selection,
                standing.group(),
                "Proposal " + number,
                isOpen()
                        ? sentences().of(readings, context.known())
                        : sentences().past(readings, context.known()),
                created.proposer(),
                "Governor, " + (calls.size() == 1 ? "1 call" : Numbers.count(calls.size()) + " calls"),
                created.description(),
                standing.summary(),
                standing.when(),
                calls,
                standing.steps(),
                Optional.of(standing.tally()),
                ballots(),
                new ProposalFindings(selection, isOpen(), context).of(calls),
                standing.deadline(),
                standing.deadlineIs(),
                standing.facts());
    }

    private List<Call> calls() {
        var created = view.proposal().created();
        var reader = new ReadCall(sentences(), context.known());
        var calls = new ArrayList<Call>();
        for (int i = 0; i < readings.size(); i++) {
            calls.add(reader.call(
                    readings.get(i),
                    created.targets().get(i),
                    created.calldatas().get(i),
                    isOpen()));
        }
        return calls;
    }

    private List<Ballot> ballots() {
        return context
                .known()
                .view()
                .governance()
                .votes(view.proposal().created().proposalId())
                .stream()
                .map(cast -> new Ballot(
                        cast.voter(),
                        choice(cast.vote().support()),
                        cast.vote().weight(),
                        cast.vote().reason(),
                        ProposalContext.at(cast.vote().at())))
                .toList();
    }

    private static String choice(int support) {
        return switch (support) {
            case 0 -> "Against";
            case 1 -> "For";
            default -> "Abstain";
        };
    }
}
