package org.breakwater.desktop.feature.policies;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.follow.Known;
import org.breakwater.core.projection.view.IntegratorView;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PolicyList;
import org.breakwater.desktop.place.BlockBadge;
import org.breakwater.desktop.place.Surroundings;

/// The heading of the four lists: what is in force, and which list is shown.
final class PoliciesHead {

    private PoliciesHead() {}

    /// @param export what keeps the list in a file
    static Node of(Surroundings around, PolicyList list, ObservableValue<Known> known, Node export) {
        var sentence = Words.muted("");
        sentence.setId("policies-sentence");
        var tabs = Choices.tabs(
                "Lists",
                Stream.of(PolicyList.values())
                        .map(each -> new Choice<>(each, name(each)))
                        .toList(),
                list,
                chosen -> around.router().go(new Place.Policies(chosen)));
        Shown.following(tabs, known, read -> {
            sentence.setText(sentence(read));
            for (var each : PolicyList.values()) {
                tabs.rename(each, name(each) + " " + Numbers.count(count(read, each)));
            }
        });
        var heading = Boxes.row(
                12,
                Words.title("Policies"),
                sentence,
                Boxes.spacer(),
                BlockBadge.of(known.map(Known::block), around.now()),
                export);
        return new VBox(Boxes.styled(heading, "page-heading"), Boxes.styled(new VBox(tabs), "list-head"));
    }

    private static String name(PolicyList list) {
        return switch (list) {
            case POLICIES -> "Policies";
            case SERIES -> "Series";
            case ACCOUNT_COVER -> "Account cover";
            case INTEGRATORS -> "Integrators";
        };
    }

    private static long count(Known known, PolicyList list) {
        return switch (list) {
            case POLICIES -> known.view().head().policies();
            case SERIES -> known.view().head().series();
            case ACCOUNT_COVER ->
                known.view().integrators().stream()
                        .mapToLong(IntegratorView::accounts)
                        .sum();
            case INTEGRATORS -> known.view().head().integrators();
        };
    }

    private static String sentence(Known known) {
        var counts = known.view().policyCounts();
        var states = List.of(PolicyState.values());
        var active = states.indexOf(PolicyState.ACTIVE);
        BigInteger inForce = counts.count().get(active);
        return Numbers.count(inForce) + " in force, "
                + Numbers.wholeAmount(SettlementAsset.amount(counts.cover().get(active)), Rounding.DUE)
                + Numbers.NO_BREAK + SettlementAsset.SYMBOL + " of cover";
    }
}
