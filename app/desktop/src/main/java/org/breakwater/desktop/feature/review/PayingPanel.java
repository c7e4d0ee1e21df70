package org.breakwater.desktop.feature.review;

import java.math.BigInteger;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.execution.Speed;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.feature.review.ActionsViewModel.Step.Paying;
import org.breakwater.desktop.feature.review.ReviewPage.Reviewed;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;

/// Before something is handed in to the network: that it was tried, and what it costs.
final class PayingPanel {

    private static final int ETHER_DECIMALS = 18;
    private static final double NAMES = 120;

    private PayingPanel() {}

    static Node of(ActionsViewModel model, Reviewed reviewed, Paying paying) {
        var fee = paying.call().offer(paying.speed());
        var speeds = Choices.segments(
                "How soon",
                List.of(
                        new Choices.Choice<>(Speed.SLOW, "Cheap"),
                        new Choices.Choice<>(Speed.NORMAL, "Normal"),
                        new Choices.Choice<>(Speed.FAST, "Next block")),
                paying.speed(),
                model::choose);
        var facts = FactGrid.of(NAMES)
                .add("Tried", Words.body("It would be carried out on the newest block"))
                .add("Gas, at most", Words.body(Numbers.count(paying.call().gas())))
                .add("Costs, at most", Words.body(ether(fee.cost(paying.call().gas()))));
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

    private static String ether(BigInteger wei) {
        return Numbers.exact(new TokenAmount(wei, ETHER_DECIMALS, "ETH"));
    }
}
