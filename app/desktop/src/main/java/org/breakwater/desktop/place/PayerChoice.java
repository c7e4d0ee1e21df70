package org.breakwater.desktop.place;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.breakwater.core.acting.Person;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.jspecify.annotations.Nullable;

/// Whether a voter sends a transaction themselves, or signs a ballot that somebody else sends and pays for.
public final class PayerChoice extends VBox {

    private final ComboBox<Person> payers = new ComboBox<>();

    /// @param payer empty where the voter sends it
    public PayerChoice(Acting acting, Property<Optional<Person>> payer) {
        super(4);
        var others = acting.people().get().stream()
                .filter(Person::pays)
                .filter(person -> !Optional.of(person).equals(acting.person().get()))
                .toList();
        payers.getItems().setAll(others);
        payers.setConverter(new Names());
        payers.setId("vote-payer");
        payers.setAccessibleText("Who sends it and pays");
        payers.setMinWidth(USE_PREF_SIZE);
        first(others).ifPresent(payers.getSelectionModel()::select);
        payer.getValue().ifPresent(payers.getSelectionModel()::select);
        var words = Words.secondary("");
        var ways = Choices.segments(
                "How it is sent",
                List.of(new Choices.Choice<>(false, "By a transaction"), new Choices.Choice<>(true, "By a signature")),
                payer.getValue().isPresent(),
                signs -> payer.setValue(signs ? Optional.ofNullable(payers.getValue()) : Optional.empty()));
        ways.setId("vote-way");
        payers.valueProperty().subscribe(chosen -> {
            if (payer.getValue().isPresent()) {
                payer.setValue(Optional.ofNullable(chosen));
            }
        });
        Shown.following(this, payer, chosen -> {
            payers.setVisible(chosen.isPresent());
            payers.setManaged(chosen.isPresent());
            words.setText(
                    chosen.isPresent()
                            ? "sends the ballot that you sign, and pays. Nobody can change it."
                            : "You send it from your own account, and pay.");
        });
        getChildren().add(Boxes.row(12, Words.strong("Send it"), ways, payers, words));
    }

    /// Somebody who pays for others by trade, else the first.
    private static Optional<Person> first(List<Person> others) {
        return others.stream()
                .filter(person -> person.name().equals("Keeper"))
                .findFirst()
                .or(() -> others.stream().findFirst());
    }

    private static final class Names extends StringConverter<Person> {

        @Override
        public String toString(@Nullable Person person) {
            return person == null ? "" : person.name();
        }

        @Override
        public @Nullable Person fromString(String name) {
            return null;
        }
    }
}
