package org.breakwater.desktop.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import org.breakwater.desktop.kit.Buttons;

/// The buttons of what somebody can do in a bar: the main one last, at the right, and the only one that stands out.
public final class OfferButtons {

    private OfferButtons() {}

    /// @param offers the main one first
    /// @param words on the button
    /// @param isMain whether the first may stand out
    public static <E extends Enum<E>> List<Node> of(
            List<E> offers, Function<E, String> words, Predicate<E> isMain, Consumer<E> act) {
        var buttons = new ArrayList<Node>();
        for (int i = offers.size() - 1; i >= 0; i--) {
            var offer = offers.get(i);
            var text = words.apply(offer);
            Runnable acts = () -> act.accept(offer);
            var button = i == 0 && isMain.test(offer) ? Buttons.primary(text, acts) : Buttons.plain(text, acts);
            button.setAccessibleText(text); // named before it is drawn for the first time
            button.setId("offer-" + offer.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            buttons.add(button);
        }
        return buttons;
    }
}
