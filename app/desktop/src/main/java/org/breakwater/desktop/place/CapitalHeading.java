package org.breakwater.desktop.place;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.breakwater.core.value.BlockRef;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.navigation.Place;

/// The heading that the pools and the risk registry share: which of the two, a sentence, and from which block.
public final class CapitalHeading extends HBox {

    /// Which of the two is shown.
    public enum Side {
        POOLS,
        REGISTRY
    }

    /// @param sentence what the page comes to
    public record Facts(long pools, long subjects, String sentence, BlockRef block) {}

    /// @param trailing what stands after the block
    public CapitalHeading(Surroundings around, Side side, ObservableValue<Facts> facts, Node... trailing) {
        getStyleClass().add("page-heading");
        var choices = Choices.segments(
                "What is listed",
                List.of(new Choice<>(Side.POOLS, "Pools"), new Choice<>(Side.REGISTRY, "Risk registry")),
                side,
                chosen -> around.router().go(chosen == Side.POOLS ? new Place.Pools() : new Place.Registry()));
        var sentence = Words.muted("");
        sentence.setId(side == Side.POOLS ? "pools-sentence" : "registry-sentence");
        Shown.following(this, facts, read -> {
            choices.rename(Side.POOLS, "Pools " + Numbers.count(read.pools()));
            choices.rename(Side.REGISTRY, "Risk registry " + Numbers.count(read.subjects()));
            sentence.setText(read.sentence());
        });
        var title = Words.title("Pools");
        title.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(title, choices, sentence, Boxes.spacer());
        getChildren().add(BlockBadge.of(facts.map(Facts::block), around.now()));
        getChildren().addAll(trailing);
    }
}
