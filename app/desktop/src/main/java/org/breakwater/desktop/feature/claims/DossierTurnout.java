package org.breakwater.desktop.feature.claims;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.fact.CaseFact.Case;
import org.breakwater.core.projection.view.CaseView;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.rule.CaseVerdict;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.QuorumBar;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;

/// How many voted in the latest case of a claim, against its quorum.
final class DossierTurnout {

    /// `Tribunal.MAX_EXTENSIONS`
    private static final int MOST_EXTENSIONS = 2;

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
        if (each.extensions() > 0) {
            section.getChildren().add(extended(each));
        }
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

    /// Why it closes later than it was to: the contract moves the close by itself.
    private static Node extended(Case each) {
        var words = Words.wrapped(
                Words.secondary("Extended by 24 h, " + each.extensions() + " of at most " + MOST_EXTENSIONS
                        + " times: the outcome changed within a day of the close."
                        + (each.outcome() == CaseOutcome.OPEN
                                ? " It closes " + Times.dateAndTime(Instant.ofEpochSecond(each.closes())) + " UTC."
                                : "")));
        words.setId("claim-extended");
        words.setGraphic(Icon.CLOCK.at(Icon.Size.TAG, Tone.MUTED));
        return words;
    }

    private static CaseOutcome outcome(CaseView latest) {
        var each = latest.case_();
        return CaseVerdict.outcome(
                each.pay().add(each.partialPay()), each.deny(), each.quorum(), each.voters(), each.minVoters());
    }
}
