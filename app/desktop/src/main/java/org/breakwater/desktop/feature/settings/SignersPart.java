package org.breakwater.desktop.feature.settings;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.acting.AutoLock;
import org.breakwater.core.acting.KeyringState;
import org.breakwater.core.acting.OwnSigner;
import org.breakwater.core.acting.OwnSigner.Standing;
import org.breakwater.core.acting.Person;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.feature.settings.NetworkSettingsViewModel.Result;
import org.breakwater.desktop.feature.settings.SignersViewModel.Editing;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.Field;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.PassphraseField;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.place.Preferences;
import org.breakwater.desktop.place.Surroundings;

/// Who signs on this machine, and how somebody is added.
final class SignersPart {

    private static final double FIELD = 260;
    private static final double MINUTES = 96;

    private final Surroundings around;
    private final SignersViewModel model;
    private final SettingsViewModel settings;

    SignersPart(Surroundings around, SignersViewModel model, SettingsViewModel settings) {
        this.around = around;
        this.model = model;
        this.settings = settings;
    }

    Region root() {
        return new VBox(12, watching(), new Redrawn<>(around.acting().watching(), this::parts));
    }

    /// Who only watches has nobody to list, and adds nobody.
    private Node parts(boolean watches) {
        return watches ? new VBox() : new VBox(12, signers(), new AddingSigner(around, model).root());
    }

    private Card watching() {
        var preferred = settings.preferences().map(Preferences::watchOnly);
        var toggle =
                Setting.toggle("watch-only", "Watch only", preferred, on -> settings.prefer(old -> old.watching(on)));
        var meaning = around.acting().watching().flatMap(watches -> preferred.map(wanted -> meaning(watches, wanted)));
        var row = Setting.row("Watch only", meaning, toggle);
        row.getStyleClass().add("last");
        return Card.flush("Who may sign", new VBox(row));
    }

    private static String meaning(boolean watches, boolean wanted) {
        if (!watches) {
            return "Whoever is listed can sign. Switch it on, and nobody can.";
        }
        return wanted
                ? "Nobody signs at this console. No key is unlocked, and none is asked for."
                : "Nobody signs at this console: it was opened without its signers. They are opened when it starts"
                        + " the next time.";
    }

    /// What the list is drawn from.
    private record Listed(KeyringState ring, Editing editing, List<Person> people) {}

    private Card signers() {
        var listed = around.acting()
                .keyring()
                .flatMap(ring -> model.editing()
                        .flatMap(editing -> around.acting().people().map(people -> new Listed(ring, editing, people))));
        var lock = Buttons.small(Buttons.plain(Icon.LOCK, "Lock signers", model::lock));
        lock.setId("signers-lock");
        Shown.following(lock, around.acting().keyring(), ring -> lock.setDisable(!ring.hasUnlocked()));
        return Card.flush("Signers", new VBox(new Redrawn<>(listed, this::list), outcome(), locking()), lock);
    }

    private Node list(Listed listed) {
        var rows = new VBox();
        listed.ring().problem().ifPresent(problem -> {
            var banner = new Banner(
                    Severity.BLOCK,
                    Icon.PROBLEM,
                    problem.happened(),
                    (problem.meaning() + " " + problem.remedy()).strip());
            rows.getChildren().add(Boxes.padded(new VBox(banner), 10, 14, 10, 14));
        });
        listed.ring().signers().forEach(signer -> rows.getChildren().add(row(signer, listed.editing())));
        listed.ring().unlisted().forEach(address -> rows.getChildren().add(unlisted(address)));
        if (listed.ring().signers().isEmpty() && listed.ring().problem().isEmpty()) {
            rows.getChildren().add(sentence("Nobody signs here with a key of their own. Everything can be read."));
        }
        var local = listed.people().stream()
                .filter(person -> person.means() == Person.Means.LOCAL_NETWORK)
                .count();
        if (local > 0) {
            rows.getChildren()
                    .add(sentence(local + " people of the local network sign besides. Their keys are public and ask for"
                            + " nothing."));
        }
        return rows;
    }

    private static Node sentence(String words) {
        return Boxes.styled(Boxes.row(8, Words.wrapped(Words.secondary(words))), "setting", "endpoint-row");
    }

    private Node row(OwnSigner signer, Editing editing) {
        var person = signer.person();
        var icon = signer.program().isPresent() ? Icon.EXTERNAL_LINK : Icon.FILE;
        var name = Words.name(person.name());
        name.setMinWidth(0);
        var words = new VBox(2, Boxes.row(8, name, around.chip(person.address())), Words.secondary(means(signer)));
        words.setMinWidth(0);
        var standing = standing(signer.standing());
        standing.setId("signer-" + person.address() + "-state");
        var line = Boxes.row(12, icon.at(Icon.Size.ROW, Tone.MUTED), Boxes.growing(words), standing, more(signer));
        var row = new VBox(8, line);
        editing(signer, editing).ifPresent(row.getChildren()::add);
        if (signer.standing() instanceof Standing.Unusable(var problem)) {
            row.getChildren().add(Tone.WARNING.on(Words.wrapped(Words.secondary(problem.toString()))));
        }
        return Boxes.styled(row, "setting", "endpoint-row");
    }

    private static String means(OwnSigner signer) {
        return signer.program()
                .map(program -> "External signer at " + program.endpoint() + ", asked as "
                        + program.dialect().words())
                .orElse("Keystore file on this machine, scrypt");
    }

    private static Tag standing(Standing standing) {
        return switch (standing) {
            case Standing.Locked _ -> new Tag(Tag.Look.NEUTRAL, Icon.LOCK, "Locked");
            case Standing.Unlocked _ -> new Tag(Tag.Look.ACCENT, Icon.UNLOCK, "Unlocked");
            case Standing.Unusable _ -> new Tag(Tag.Look.WARNING, Icon.ALERT, "Cannot be used");
            case Standing.Unknown _ -> new Tag(Tag.Look.DASHED, Icon.QUESTION, "Not looked");
            case Standing.Listens _ -> new Tag(Tag.Look.NEUTRAL, Icon.PASSED, "Listens");
            case Standing.Silent _ -> new Tag(Tag.Look.WARNING, Icon.ALERT, "Not there");
        };
    }

    private Node more(OwnSigner signer) {
        var address = signer.person().address();
        var more = new MenuButton();
        more.setId("signer-" + address + "-more");
        more.setGraphic(Icon.MORE.at(Icon.Size.ROW));
        more.setAccessibleText("What can be done with " + signer.person().name());
        more.getStyleClass().addAll("face", "icon-menu");
        more.setMinWidth(Region.USE_PREF_SIZE);
        if (signer.isLocked()) {
            more.getItems().add(item("unlock", address, "Unlock…", new Editing.Unlocking(address)));
        }
        more.getItems()
                .addAll(
                        item("rename", address, "Rename…", new Editing.Renaming(address)),
                        item("remove", address, "Remove from the list…", new Editing.Removing(address)));
        return more;
    }

    private MenuItem item(String act, Address address, String words, Editing editing) {
        var item = new MenuItem(words);
        item.setId("signer-" + address + "-" + act);
        item.setOnAction(_ -> model.edit(editing));
        return item;
    }

    private Optional<Node> editing(OwnSigner signer, Editing editing) {
        var address = signer.person().address();
        return switch (editing) {
            case Editing.Nothing _ -> Optional.empty();
            case Editing.Renaming(var whose) ->
                address.equals(whose) ? Optional.of(renaming(signer)) : Optional.empty();
            case Editing.Removing(var whose) ->
                address.equals(whose) ? Optional.of(removing(signer)) : Optional.empty();
            case Editing.Unlocking(var whose) ->
                address.equals(whose) ? Optional.of(unlocking(address)) : Optional.empty();
        };
    }

    private Node renaming(OwnSigner signer) {
        var field = new Field("Name", "", new ReadOnlyObjectWrapper<>(Optional.<Field.Hint>empty()));
        field.setPrefWidth(FIELD);
        field.input().setId("signer-name");
        field.input().setText(signer.person().name());
        Runnable save =
                () -> model.rename(signer.person().address(), field.input().getText());
        field.input().setOnAction(_ -> save.run());
        return acts(field, Buttons.plain("Save", save));
    }

    private Node removing(OwnSigner signer) {
        var words = signer.program().isPresent()
                ? "The program keeps its key. It is asked for nothing any more."
                : "The key's file stays at " + signer.where() + ".";
        var remove = Buttons.danger(Icon.TRASH, "Remove " + signer.person().name(), () -> model.remove(signer));
        remove.setId("signer-remove");
        return new VBox(8, Words.wrapped(Words.body(words)), new HBox(8, remove, cancel()));
    }

    private Node unlocking(Address address) {
        var field = new PassphraseField("Passphrase", new ReadOnlyObjectWrapper<>(Optional.<Field.Hint>empty()));
        field.setPrefWidth(FIELD);
        field.input().setId("signer-passphrase");
        Runnable unlock = () -> model.unlock(address, field.take());
        field.onEnter(unlock);
        var button = Buttons.plain("Unlock", unlock);
        button.setId("signer-unlock");
        return acts(field, button);
    }

    private Node acts(Node field, Button act) {
        Shown.following(act, model.busy(), act::setDisable);
        return new HBox(
                8, field, Boxes.padded(new VBox(act), 19, 0, 0, 0), Boxes.padded(new VBox(cancel()), 19, 0, 0, 0));
    }

    private Button cancel() {
        return Buttons.plain("Cancel", () -> model.edit(new Editing.Nothing()));
    }

    private Node unlisted(Address address) {
        var add = new Link("Put on the list", () -> model.list(address));
        add.setId("signer-" + address + "-list");
        var words = new VBox(2, around.chip(address), Words.secondary("A key file is here, and it is on no list"));
        return Boxes.styled(
                Boxes.row(12, Icon.FILE.at(Icon.Size.ROW, Tone.MUTED), Boxes.growing(words), add),
                "setting",
                "endpoint-row");
    }

    private Node outcome() {
        return outcome(model.ofList(), "signers-outcome");
    }

    /// What came of the last act, under what it was done with.
    static Node outcome(ObservableValue<Optional<Result>> result, String id) {
        var label = Words.wrapped(Words.secondary(""));
        label.setId(id);
        var box = Boxes.padded(new VBox(label), 10, 14, 10, 14);
        Shown.following(box, result, came -> {
            box.setVisible(came.isPresent());
            box.setManaged(came.isPresent());
            came.ifPresent(said -> {
                var tone = said.isGood() ? Tone.SUCCESS : Tone.DANGER;
                tone.on(label).setText(said.words());
                label.setGraphic((said.isGood() ? Icon.PASSED : Icon.PROBLEM).at(Icon.Size.TAG, tone));
            });
        });
        return box;
    }

    private Node locking() {
        return new Redrawn<>(around.acting().keyring().map(KeyringState::autoLock), this::locking);
    }

    private Node locking(AutoLock autoLock) {
        var minutes =
                new SimpleStringProperty(autoLock instanceof AutoLock.AfterIdle(var set) ? Integer.toString(set) : "");
        var when = Choices.segments(
                "When keystores lock",
                List.of(new Choice<>(false, "Without use"), new Choice<>(true, "After each signature")),
                autoLock instanceof AutoLock.AfterEachSignature,
                each -> model.lockAfter(each ? new AutoLock.AfterEachSignature() : AutoLock.STANDARD));
        var words = new VBox(
                2,
                Words.body("Lock keystores"),
                Words.wrapped(Words.secondary("after 1 to 60 min, and always when the window closes")));
        words.setMinWidth(0);
        var row = Boxes.row(12, Boxes.growing(words), when);
        if (autoLock instanceof AutoLock.AfterIdle) {
            row.getChildren().add(minutes(minutes));
        }
        return Boxes.styled(row, "setting", "endpoint-row", "last");
    }

    private Node minutes(SimpleStringProperty minutes) {
        var field = new Field("Minutes", "min", new ReadOnlyObjectWrapper<>(Optional.<Field.Hint>empty()));
        field.input().setId("signers-minutes");
        field.input().textProperty().bindBidirectional(minutes);
        field.input().setOnAction(_ -> model.lockAfterMinutes(minutes.get()));
        field.setPrefWidth(MINUTES);
        field.setMaxWidth(MINUTES);
        return field;
    }
}
