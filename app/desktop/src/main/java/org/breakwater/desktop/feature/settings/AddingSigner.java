package org.breakwater.desktop.feature.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.acting.ExternalProgram.Dialect;
import org.breakwater.core.acting.Keyring;
import org.breakwater.core.acting.KeyringState;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.feature.settings.SignersViewModel.Source;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.Field;
import org.breakwater.desktop.kit.Field.Hint;
import org.breakwater.desktop.kit.PassphraseField;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.place.Surroundings;

/// How somebody is added to those who sign here: with a new key, a keystore file, or a program that signs.
final class AddingSigner {

    private static final ObservableValue<Optional<Hint>> NO_HINT = new ReadOnlyObjectWrapper<>(Optional.empty());

    private final Surroundings around;
    private final SignersViewModel model;

    AddingSigner(Surroundings around, SignersViewModel model) {
        this.around = around;
        this.model = model;
    }

    Card root() {
        var sources = Choices.segments(
                "What the signer is made of",
                Arrays.stream(Source.values())
                        .map(source -> new Choice<>(source, source.words()))
                        .toList(),
                model.source().get(),
                model.source()::set);
        var form = new Redrawn<>(model.source(), this::form);
        return Card.of(
                "Add a signer",
                new VBox(
                        12,
                        new HBox(sources),
                        Boxes.padded(new VBox(SignersPart.outcome(model.ofAdding(), "adding-outcome")), 0, -14, 0, -14),
                        form));
    }

    private Node form(Source source) {
        return switch (source) {
            case NEW_KEY -> newKey();
            case FILE -> file();
            case PROGRAM -> program();
        };
    }

    /// Side by side, each as wide as the others.
    private static HBox fields(Region... fields) {
        var row = new HBox(12, fields);
        for (var field : fields) {
            field.setPrefWidth(0);
            Boxes.growing(field);
        }
        return row;
    }

    private Field name() {
        var field = new Field("Name", "", NO_HINT);
        field.input().setId("signer-new-name");
        field.input().setPromptText("Ops laptop");
        field.input().textProperty().bindBidirectional(model.name());
        return field;
    }

    private Node newKey() {
        var first = new ReadOnlyObjectWrapper<PassphraseField>();
        var passphrase = new PassphraseField(
                "Passphrase",
                first.flatMap(field -> field.length().map(length -> Optional.of(strength(length.intValue())))));
        first.set(passphrase);
        var again = new PassphraseField("The same again", NO_HINT);
        passphrase.input().setId("new-passphrase");
        again.input().setId("new-passphrase-again");
        Runnable make = () -> model.create(passphrase.take(), again.take());
        again.onEnter(make);
        var button = Buttons.plain("Make the key", make);
        button.setId("make-key");
        enable(button, passphrase, Keyring.LEAST_PASSPHRASE);
        return new VBox(
                10, fields(name(), passphrase, again), Boxes.row(12, button, Words.wrapped(Boxes.growing(kept()))));
    }

    private static Hint strength(int length) {
        return Hint.limits(SignersViewModel.strength(length));
    }

    /// Where key files are, which the person copies themselves: nothing here exports one.
    private Label kept() {
        var words = Words.secondary("");
        Shown.following(
                words,
                around.acting().keyring().map(KeyringState::folder),
                folder -> words.setText(
                        "It is encrypted and kept in " + folder + ", readable by you alone. There is no other copy."));
        return words;
    }

    private void enable(Button button, PassphraseField passphrase, int least) {
        var ready = model.busy()
                .flatMap(busy -> model.name()
                        .flatMap(name -> passphrase
                                .length()
                                .map(length -> !busy && !name.isBlank() && length.intValue() >= least)));
        Shown.following(button, ready, can -> button.setDisable(!can));
    }

    private Node file() {
        var chosen = Words.secondary("");
        chosen.setId("keystore-chosen");
        Shown.following(
                chosen,
                model.file(),
                file -> chosen.setText(
                        file.map(opened -> opened.name()).orElse("No file is chosen. It stays as it is.")));
        var choose = Buttons.plain(
                "Choose a file…", () -> around.opening().open("A keystore file", Keyring.MOST_DOCUMENT, model::choose));
        choose.setId("choose-keystore");
        var passphrase = new PassphraseField(
                "Passphrase of the file",
                new ReadOnlyObjectWrapper<>(Optional.of(Hint.limits("The key here gets the same passphrase."))));
        passphrase.input().setId("import-passphrase");
        Runnable take = () -> model.importKey(passphrase.take());
        passphrase.onEnter(take);
        var button = Buttons.plain("Import the key", take);
        button.setId("import-key");
        enable(button, passphrase, 1);
        return new VBox(
                10,
                Boxes.row(12, choose, Boxes.growing(chosen)),
                fields(name(), passphrase),
                Boxes.row(12, button, Words.wrapped(Boxes.growing(kept()))));
    }

    private Node program() {
        var dialects = Choices.segments(
                "How it is asked",
                Arrays.stream(Dialect.values())
                        .map(dialect -> new Choice<>(dialect, dialect.words()))
                        .toList(),
                model.dialect().get(),
                model.dialect()::set);
        var field = new Field(
                "Address on this machine",
                "",
                new ReadOnlyObjectWrapper<>(Optional.of(Hint.limits(
                        "Signers elsewhere are refused: whoever listens on the way sees what is signed."))));
        field.input().setId("signer-endpoint");
        field.input().setPromptText("http://127.0.0.1:8550");
        field.input().textProperty().bindBidirectional(model.endpoint());
        field.input().setOnAction(_ -> model.ask());
        var ask = Buttons.plain("Ask for its accounts", model::ask);
        ask.setId("ask-signer");
        Shown.following(
                ask,
                Bindings.createBooleanBinding(
                        () -> model.busy().get() || model.endpoint().get().isBlank(), model.busy(), model.endpoint()),
                ask::setDisable);
        var found = new Redrawn<>(model.found(), this::found);
        return new VBox(
                10,
                Boxes.row(12, Words.body("Asked as"), dialects),
                new HBox(12, Boxes.growing(field), Boxes.padded(new VBox(ask), 19, 0, 0, 0)),
                found);
    }

    private Node found(List<Address> accounts) {
        var rows = new VBox(6);
        accounts.forEach(account -> rows.getChildren().add(account(account)));
        return rows;
    }

    private Node account(Address account) {
        var name = new TextField(around.book().name(account).orElse(""));
        name.setId("account-" + account + "-name");
        name.getStyleClass().setAll("field-input");
        name.setPromptText("Name");
        name.setAccessibleText("Name of " + account);
        Runnable act = () -> model.addAccount(account, name.getText());
        name.setOnAction(_ -> act.run());
        var add = Buttons.plain("Add", act);
        add.setId("account-" + account + "-add");
        Shown.following(add, name.textProperty(), text -> add.setDisable(text.isBlank()));
        return Boxes.row(
                12,
                Boxes.growing(new HBox(around.chip(account))),
                Boxes.styled(Boxes.row(8, Boxes.growing(name)), "field"),
                add);
    }
}
