package org.breakwater.desktop.feature.review;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.review.policy.AllowedCode;
import org.breakwater.core.review.policy.ChangePolicy;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Field;
import org.breakwater.desktop.kit.Field.Hint;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Surroundings;

/// Has a person write into their policy that a contract's code was reviewed. Nothing that is done here lets the
/// transaction be signed now.
final class AllowingPanel extends VBox {

    private static final double PHRASE = 220;

    AllowingPanel(Surroundings around, ActionsViewModel model, List<Address> contracts) {
        super(10);
        getStyleClass().add("action-panel");
        getChildren()
                .addAll(
                        Boxes.row(
                                8,
                                Words.strong("Only code that somebody you trust has read belongs into your policy"),
                                Boxes.spacer(),
                                Buttons.small(Buttons.plain("Cancel", model::cancel))),
                        Words.wrapped(Words.secondary("It counts "
                                + Times.duration(AllowedCode.COOL_DOWN)
                                + " after it was written, for the code that is there now. Nobody who hurries you"
                                + " gains anything by it.")));
        contracts.forEach(contract -> getChildren().add(row(around, model, contract)));
    }

    private static Node row(Surroundings around, ActionsViewModel model, Address contract) {
        var phrase = ChangePolicy.phrase(contract);
        var typed = new Field("Type: " + phrase, "", hint());
        typed.input().setId("allow-phrase");
        typed.setMinWidth(PHRASE);
        var why = new Field("Who reviewed it, and where that is written", "", hint());
        why.input().setId("allow-why");
        var allow = Buttons.danger(
                Icon.PEN,
                "Write into my policy",
                () -> model.allow(contract, typed.input().getText(), why.input().getText()));
        allow.setId("allow-write");
        return Boxes.row(12, around.chip(contract), typed, Boxes.growing(why), allow);
    }

    private static ReadOnlyObjectWrapper<Optional<Hint>> hint() {
        return new ReadOnlyObjectWrapper<>(Optional.empty());
    }
}
