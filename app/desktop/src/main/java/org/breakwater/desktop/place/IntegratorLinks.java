package org.breakwater.desktop.place;

import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.projection.view.Integrator;
import org.breakwater.core.projection.view.IntegratorView;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.navigation.Place;

/// The ways to the pages of integrators that cover their accounts on something; nothing where there are none.
public final class IntegratorLinks {

    private IntegratorLinks() {}

    /// @param wanted which integrators
    public static Node of(Surroundings around, Predicate<Integrator> wanted) {
        var found = around.known()
                .map(known -> known.read()
                        .map(read -> read.view().integrators().stream()
                                .filter(each -> each.state().active() && wanted.test(each.state()))
                                .map(IntegratorView::integrator)
                                .toList())
                        .orElse(List.of()));
        return new Redrawn<>(found, each -> links(around, each));
    }

    private static Node links(Surroundings around, List<Address> integrators) {
        var box = new VBox(4);
        if (!integrators.isEmpty()) {
            box.getChildren().add(Words.strong("Covers accounts of"));
            integrators.forEach(each -> box.getChildren()
                    .add(new Link(around.name(each), () -> around.router().go(new Place.Integrator(each)))));
        }
        return Boxes.styled(box, "integrator-links");
    }
}
