package org.breakwater.desktop.feature.claims;

import java.math.BigInteger;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.projection.view.CaseView;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.rule.CaseVerdict;
import org.breakwater.desktop.kit.QuorumBar;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;

/// How many voted in the latest case of a claim, against its quorum.
final class DossierTurnout {

    private static final BigInteger TOKEN = BigInteger.TEN.pow(18);

    private final DossierViewModel model;
    private final ObservableValue<Dossier> dossier;

    DossierTurnout(DossierViewModel model, ObservableValue<Dossier> dossier) {
        this.model = model;
        this.dossier = dossier;
    }

    Node root() {
        var pane = new VBox();
        Runnable draw = () -> pane.getChildren()
                .setAll(dossier.getValue().latestCase().map(latest -> drawn(dossier.getValue(), latest)).stream()
                        .toList());
        Shown.following(pane, dossier.map(Dossier::latestCase), _ -> draw.run());
        Shown.following(pane, model.revealed(), _ -> draw.run());
        return pane;
    }

    private Node drawn(Dossier shown, CaseView latest) {
        var each = latest.case_();
        var hidden = model.isHidden(shown);
        var counted = each.pay().add(each.partialPay()).add(each.deny());
        var bar = QuorumBar.full(
                hidden
                        ? List.of(new QuorumBar.Counted("cast", counted.divide(TOKEN)))
                        : List.of(
                                new QuorumBar.Counted(
                                        "pay", each.pay().add(each.partialPay()).divide(TOKEN)),
                                new QuorumBar.Counted("deny", each.deny().divide(TOKEN))),
                each.quorum().divide(TOKEN));
        var voters = Words.secondary(Numbers.count(each.voters()) + " voters, at least " + each.minVoters());
        voters.setId("claim-voters");
        var section = Parts.section(Parts.heading("Turnout, case " + latest.caseId(), voters), bar);
        if (hidden) {
            section.getChildren().add(HiddenSplit.of(model));
        } else if (each.outcome() != CaseOutcome.OPEN) {
            section.getChildren()
                    .add(Words.wrapped(Words.secondary("Over: " + ClaimWords.of(each.outcome())
                            + (each.decidedBps() == 0
                                    ? "."
                                    : ", " + Parts.percent(each.decidedBps()) + " of what was asked for."))));
        } else {
            section.getChildren()
                    .add(Words.wrapped(
                            Words.secondary("Closing now would decide: " + ClaimWords.of(outcome(latest)) + ".")));
        }
        return section;
    }

    private static CaseOutcome outcome(CaseView latest) {
        var each = latest.case_();
        return CaseVerdict.outcome(
                each.pay().add(each.partialPay()), each.deny(), each.quorum(), each.voters(), each.minVoters());
    }
}
