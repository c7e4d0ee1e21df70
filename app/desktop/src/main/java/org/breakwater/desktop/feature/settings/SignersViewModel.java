package org.breakwater.desktop.feature.settings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.breakwater.core.acting.AutoLock;
import org.breakwater.core.acting.ExternalProgram;
import org.breakwater.core.acting.ExternalProgram.Dialect;
import org.breakwater.core.acting.Keyring;
import org.breakwater.core.acting.OwnSigner;
import org.breakwater.core.acting.Person;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.feature.settings.NetworkSettingsViewModel.Result;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.place.Opening.Opened;

/// Changes who signs on this machine. Passphrases pass through as arrays that are wiped on the way; nothing here keeps
/// one. Lives on the toolkit's thread.
public final class SignersViewModel {

    /// What a signer is made of.
    public enum Source {
        NEW_KEY("New key"),
        FILE("Keystore file"),
        PROGRAM("External signer");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// What is being done with somebody on the list.
    public sealed interface Editing {

        record Nothing() implements Editing {}

        record Renaming(Address address) implements Editing {}

        record Removing(Address address) implements Editing {}

        record Unlocking(Address address) implements Editing {}
    }

    private final Keyring keyring;
    private final Background background;
    private final ObjectProperty<Source> source = new SimpleObjectProperty<>(Source.NEW_KEY);
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty endpoint = new SimpleStringProperty("");
    private final ObjectProperty<Dialect> dialect = new SimpleObjectProperty<>(Dialect.CLEF);
    private final ReadOnlyObjectWrapper<Optional<Opened>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Address>> found = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Editing> editing = new ReadOnlyObjectWrapper<>(new Editing.Nothing());
    private final ReadOnlyObjectWrapper<Optional<Result>> ofAdding = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Result>> ofList = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public SignersViewModel(Keyring keyring, Background background) {
        this.keyring = keyring;
        this.background = background;
        source.subscribe(() -> {
            ofAdding.set(Optional.empty());
            file.set(Optional.empty());
            found.set(List.of());
        });
        endpoint.subscribe(() -> found.set(List.of()));
        dialect.subscribe(() -> found.set(List.of()));
    }

    public ObjectProperty<Source> source() {
        return source;
    }

    /// What the signer that is added is called.
    public StringProperty name() {
        return name;
    }

    /// The external signer's address that is being entered.
    public StringProperty endpoint() {
        return endpoint;
    }

    public ObjectProperty<Dialect> dialect() {
        return dialect;
    }

    /// The keystore file that was chosen.
    public ReadOnlyObjectProperty<Optional<Opened>> file() {
        return file.getReadOnlyProperty();
    }

    /// The accounts that the external signer said it has, and that are not on the list.
    public ReadOnlyObjectProperty<List<Address>> found() {
        return found.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Editing> editing() {
        return editing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Result>> ofAdding() {
        return ofAdding.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Result>> ofList() {
        return ofList.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// What can be said of a passphrase by its length, which is little.
    public static String strength(int length) {
        if (length < Keyring.LEAST_PASSPHRASE) {
            return length == 0
                    ? "At least " + Keyring.LEAST_PASSPHRASE + " characters. Five words drawn by dice are good."
                    : length + " of at least " + Keyring.LEAST_PASSPHRASE + " characters.";
        }
        if (length < 20) {
            return length + " characters: enough only if they are drawn at random. A longer one is safer.";
        }
        return length + " characters: long. Length alone does not make it hard to guess; known words in a known order"
                + " are not.";
    }

    /// Makes a new key. Both arrays are wiped.
    public void create(char[] passphrase, char[] again) {
        if (!Arrays.equals(passphrase, again)) {
            wipe(passphrase, again);
            ofAdding.set(Optional.of(
                    new Result(false, "The two passphrases are not the same. Nothing was made. Type both again.")));
            return;
        }
        wipe(again);
        var called = name.get().strip();
        add("Making a key", () -> made(keyring.create(called, passphrase)));
    }

    private static String made(Person person) {
        return person.name() + " signs here as " + person.address()
                + ". Copy its key file to a safe place: without it and its passphrase the key is lost.";
    }

    public void choose(Opened opened) {
        file.set(Optional.of(opened));
        ofAdding.set(Optional.empty());
        if (name.get().isBlank()) {
            name.set(suggested(opened.name()));
        }
    }

    /// A file's name as a name for a signer, as far as it serves.
    private static String suggested(String fileName) {
        var plain = fileName.replaceAll("\\.json$", "");
        return plain.length() <= 24 && plain.matches("[\\p{L}\\p{N} ._-]+") ? plain : "";
    }

    /// Takes the key from the file that was chosen. The array is wiped.
    public void importKey(char[] passphrase) {
        var chosen = file.get();
        if (chosen.isEmpty()) {
            wipe(passphrase);
            return;
        }
        var called = name.get().strip();
        add("Opening the keystore file", () -> {
            var opened = chosen.get();
            var person = keyring.importKey(called, opened.text(), opened.name(), passphrase);
            return person.name() + " signs here as " + person.address()
                    + ". The key was encrypted anew with the same passphrase; the file stays as it is.";
        });
    }

    private void add(String words, Attempt.Work<String> work) {
        act(words, ofAdding, work, said -> {
            name.set("");
            file.set(Optional.empty());
            return said;
        });
    }

    /// Asks the external signer for its accounts.
    public void ask() {
        var program = program();
        act(
                "Asking the external signer",
                ofAdding,
                () -> {
                    var accounts = keyring.accounts(program.done());
                    var known = keyring.state().get();
                    return accounts.stream()
                            .filter(each -> known.find(each).isEmpty())
                            .toList();
                },
                accounts -> {
                    found.set(accounts);
                    return accounts.isEmpty()
                            ? "It has no account that is not on the list."
                            : "It has " + (accounts.size() == 1 ? "one account." : accounts.size() + " accounts.")
                                    + " Add those that you sign with.";
                });
    }

    /// Refused in a sentence where the address is none.
    private Attempt.Work<ExternalProgram> program() {
        var address = endpoint.get().strip();
        var asked = dialect.get();
        return () -> {
            try {
                return new ExternalProgram(address, asked);
            } catch (IllegalArgumentException noAddress) {
                throw new ProblemException(
                        Problem.of("That is no address of a signer.", "Give an address such as http://127.0.0.1:8550."),
                        noAddress);
            }
        };
    }

    /// Adds an account of the external signer.
    public void addAccount(Address account, String called) {
        var program = program();
        act(
                "Adding the signer",
                ofAdding,
                () -> {
                    var names = new LinkedHashMap<Address, String>();
                    names.put(account, called.strip());
                    keyring.add(program.done(), names);
                    return called.strip();
                },
                added -> {
                    found.set(found.get().stream()
                            .filter(each -> !each.equals(account))
                            .toList());
                    return added + " signs here. Each signature is asked of the program, and proven here.";
                });
    }

    public void edit(Editing other) {
        ofList.set(Optional.empty());
        editing.set(other);
    }

    public void rename(Address address, String called) {
        onList("Renaming", () -> {
            keyring.rename(address, called.strip());
            return "";
        });
    }

    public void remove(OwnSigner signer) {
        onList("Removing", () -> {
            keyring.remove(signer.person().address());
            return signer.person().name()
                    + (signer.program().isEmpty()
                            ? " is off the list. The key's file stays at " + signer.where() + "."
                            : " is off the list. The program keeps its key.");
        });
    }

    /// Puts a key whose file is here on the list.
    public void list(Address address) {
        var text = address.toString();
        onList("Adding", () -> {
            keyring.list("Key " + text.substring(text.length() - 4), address);
            return "It is on the list. Give it a name of your own.";
        });
    }

    /// The array is wiped.
    public void unlock(Address address, char[] passphrase) {
        onList("Unlocking", () -> {
            keyring.unlock(address, passphrase);
            return "It is unlocked until it was not used for a while, or is locked.";
        });
    }

    public void lock() {
        onList("Locking", () -> {
            keyring.lock();
            return "Every key is locked.";
        });
    }

    public void lockAfter(AutoLock autoLock) {
        onList("Keeping the setting", () -> {
            keyring.lockAfter(autoLock);
            return "";
        });
    }

    /// Takes minutes as they were typed.
    public void lockAfterMinutes(String typed) {
        if (typed.strip().matches("[0-9]{1,2}")) {
            var minutes = Integer.parseInt(typed.strip());
            if (minutes >= AutoLock.AfterIdle.LEAST && minutes <= AutoLock.AfterIdle.MOST) {
                lockAfter(new AutoLock.AfterIdle(minutes));
                return;
            }
        }
        ofList.set(Optional.of(new Result(
                false, "Between " + AutoLock.AfterIdle.LEAST + " and " + AutoLock.AfterIdle.MOST + " minutes.")));
    }

    /// Looks whether the programs are there.
    public void look() {
        background.quietly(
                () -> Attempt.of(() -> {
                    keyring.look();
                    return true;
                }),
                _ -> {});
    }

    private void onList(String words, Attempt.Work<String> work) {
        act(words, ofList, work, said -> {
            editing.set(new Editing.Nothing());
            return said;
        });
    }

    /// @param done what is said of it; nothing where the list says it itself
    private <T> void act(
            String words,
            ReadOnlyObjectWrapper<Optional<Result>> result,
            Attempt.Work<T> work,
            Function<? super T, String> done) {
        busy.set(true);
        result.set(Optional.empty());
        background.run(words, () -> Attempt.of(work), came -> {
            busy.set(false);
            came.then(
                    value -> result.set(Optional.of(done.apply(value))
                            .filter(said -> !said.isEmpty())
                            .map(said -> new Result(true, said))),
                    refused -> result.set(Optional.of(new Result(false, refused.toString()))));
        });
    }

    private static void wipe(char[]... passphrases) {
        for (var passphrase : passphrases) {
            Arrays.fill(passphrase, '\0');
        }
    }
}
