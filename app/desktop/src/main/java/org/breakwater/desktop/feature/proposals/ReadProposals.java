package org.breakwater.desktop.feature.proposals;

import java.util.ArrayList;
import java.util.Comparator;
import org.breakwater.core.call.OpenSettings;
import org.breakwater.core.follow.Known;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.desktop.wording.CallSentences;

/// Puts together what is known of proposals and changes.
///
/// @param texts in which the reasons for changes are found by their hashes
record ReadProposals(CallSentences sentences, TextLibrary texts) {

    ProposalsPage page(Known known) {
        var context = new ProposalContext(sentences, known, OpenSettings.of(known.view(), sentences.calls()), texts);
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
