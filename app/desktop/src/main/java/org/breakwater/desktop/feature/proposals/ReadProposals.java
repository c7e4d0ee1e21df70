package org.breakwater.desktop.feature.proposals;

import java.util.ArrayList;
import java.util.Comparator;
import org.breakwater.core.call.OpenSettings;
import org.breakwater.core.follow.Known;
import org.breakwater.desktop.wording.CallSentences;

/// Puts together what is known of proposals and changes.
record ReadProposals(CallSentences sentences) {

    ProposalsPage page(Known known) {
        var context = new ProposalContext(sentences, known, OpenSettings.of(known.view(), sentences.calls()));
        var entries = new ArrayList<ProposalPage>();
        var proposals = known.view().governance().proposals();
        for (int i = proposals.size() - 1; i >= 0; i--) {
            entries.add(new DaoProposal(proposals.get(i), i + 1, context).page());
        }
        var changes = known.view().changes();
        for (int i = changes.size() - 1; i >= 0; i--) {
            entries.add(new RegistryChange(changes.get(i), context).page());
        }
        entries.sort(Comparator.comparing(ProposalPage::group));
        return new ProposalsPage(entries);
    }
}
