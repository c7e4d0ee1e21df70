package org.breakwater.desktop.feature.review;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.feature.review.ReviewPage.Reviewed;
import org.breakwater.desktop.feature.review.Step.Paying;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.place.FeePanel;

/// Before something is handed in to the network: that it was tried, and what it costs.
final class PayingPanel {

    private PayingPanel() {}

    static Node of(ActionsViewModel model, Reviewed reviewed, Paying paying) {
        var speeds = FeePanel.speeds(paying.speed(), model::choose);
        var facts = FeePanel.facts(paying.call(), paying.speed());
        var send = Buttons.primary(words(reviewed, paying), model::send);
        send.setId("action-send");
        var panel = new VBox(
                10,
                Boxes.row(12, Words.strong(title(paying)), Boxes.spacer(), speeds),
                facts,
                Unlock.of(model, paying.person()).before(send));
        return Boxes.styled(panel, "action-panel");
    }

    private static String title(Paying paying) {
        return switch (paying.way()) {
            case EXECUTE -> paying.person().name() + " pays for the execution";
            case APPROVE -> paying.person().name() + " approves on chain, and pays for it";
        };
    }

    private static String words(Reviewed reviewed, Paying paying) {
        var nonce = "nonce " + reviewed.queued().transaction().nonce() + " as "
                + paying.person().name();
        return switch (paying.way()) {
            case EXECUTE -> "Execute " + nonce;
            case APPROVE -> "Approve " + nonce;
        };
    }
}
