package org.breakwater.desktop.feature.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.breakwater.adapters.keyring.FileKeyring;
import org.breakwater.core.acting.AutoLock;
import org.breakwater.core.acting.OwnSigner;
import org.breakwater.core.acting.OwnSigner.Standing;
import org.breakwater.core.acting.Person;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.feature.settings.NetworkSettingsViewModel.Result;
import org.breakwater.desktop.feature.settings.SignersViewModel.Editing;
import org.breakwater.desktop.feature.settings.SignersViewModel.Source;
import org.breakwater.desktop.place.Opening.Opened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignersViewModelTest {

    private static final String PASSPHRASE = "five words drawn by dice";

    @TempDir
    private Path folder;

    private FileKeyring keyring;
    private SignersViewModel model;

    @BeforeEach
    void open() {
        keyring = FileKeyring.open(folder.resolve("signers"), InstantSource.system());
        model = new SignersViewModel(keyring, OpenConsole.AT_ONCE);
    }

    @AfterEach
    void close() {
        keyring.close();
    }

    private Result ofAdding() {
        return model.ofAdding().get().orElseThrow();
    }

    private Result ofList() {
        return model.ofList().get().orElseThrow();
    }

    private OwnSigner only() {
        assertThat(keyring.state().get().signers()).hasSize(1);
        return keyring.state().get().signers().getFirst();
    }

    @Test
    void aKeyIsMadeNamedUnlockedLockedAndRemoved() {
        var passphrase = PASSPHRASE.toCharArray();
        var again = PASSPHRASE.toCharArray();
        model.name().set(" Ops laptop ");
        model.create(passphrase, again);
        assertThat(passphrase).containsOnly('\0');
        assertThat(again).containsOnly('\0');
        assertThat(ofAdding().words())
                .startsWith("Ops laptop signs here as 0x")
                .endsWith("without it and its passphrase the key is lost.");
        assertThat(model.name().get()).isEmpty();
        var address = only().person().address();

        model.edit(new Editing.Unlocking(address));
        model.unlock(address, "not the passphrase".toCharArray());
        assertThat(ofList())
                .isEqualTo(new Result(
                        false, "The passphrase does not open this key. Type it again; mind capital letters."));
        assertThat(model.editing().get()).as("one may try again").isEqualTo(new Editing.Unlocking(address));
        model.unlock(address, PASSPHRASE.toCharArray());
        assertThat(only().standing()).isEqualTo(new Standing.Unlocked());
        assertThat(model.editing().get()).isEqualTo(new Editing.Nothing());

        model.lock();
        assertThat(only().standing()).isEqualTo(new Standing.Locked());
        model.rename(address, "Old laptop");
        assertThat(only().person()).isEqualTo(new Person(address, "Old laptop", Person.Means.KEYSTORE));

        model.remove(only());
        assertThat(ofList().words()).startsWith("Old laptop is off the list. The key's file stays at " + folder);
        assertThat(keyring.state().get().unlisted()).containsExactly(address);
        model.list(address);
        assertThat(only().person().address()).isEqualTo(address);
    }

    @Test
    void twoPassphrasesThatDifferMakeNoKey() {
        var passphrase = PASSPHRASE.toCharArray();
        var again = "five words drawn by mice".toCharArray();
        model.name().set("Ops laptop");
        model.create(passphrase, again);

        assertThat(ofAdding())
                .isEqualTo(
                        new Result(false, "The two passphrases are not the same. Nothing was made. Type both again."));
        assertThat(passphrase).containsOnly('\0');
        assertThat(again).containsOnly('\0');
        assertThat(keyring.state().get().signers()).isEmpty();
        assertThat(model.name().get()).as("the name stays").isEqualTo("Ops laptop");
    }

    @Test
    void whatAPassphraseIsWorthIsSaidByItsLengthAndNoMore() {
        assertThat(SignersViewModel.strength(0)).startsWith("At least 12 characters.");
        assertThat(SignersViewModel.strength(11)).isEqualTo("11 of at least 12 characters.");
        assertThat(SignersViewModel.strength(12)).contains("enough only if they are drawn at random");
        assertThat(SignersViewModel.strength(24)).contains("Length alone does not make it hard to guess");
        assertThat(IntStream.range(0, 200).mapToObj(SignersViewModel::strength))
                .noneMatch(words -> words.contains("strong") || words.contains("safe passphrase"));
    }

    @Test
    void aFileThatIsNoKeystoreIsRefusedInASentence() {
        model.source().set(Source.FILE);
        model.choose(new Opened("ops laptop.json", "{\"version\":3}"));
        assertThat(model.name().get()).as("its name serves").isEqualTo("ops laptop");
        var passphrase = PASSPHRASE.toCharArray();
        model.importKey(passphrase);
        assertThat(ofAdding().isGood()).isFalse();
        assertThat(ofAdding().words()).contains("Line 1 of ops laptop.json").contains("“crypto” is missing");
        assertThat(passphrase).containsOnly('\0');
        assertThat(model.file().get()).as("one may choose another").isPresent();
    }

    @Test
    void aProgramIsOnThisMachineOrIsNotAsked() {
        model.source().set(Source.PROGRAM);
        for (var address : List.of("https://signer.example.org", "http://10.0.0.1:8550", "ftp://127.0.0.1")) {
            model.endpoint().set(address);
            model.ask();
            assertThat(ofAdding().words()).startsWith("No signer is asked at " + address);
        }
        model.endpoint().set("127.0.0.1 port 8550");
        model.ask();
        assertThat(ofAdding().words()).startsWith("That is no address of a signer.");
        assertThat(model.found().get()).isEmpty();
    }

    @Test
    void keysLockAfterOneToSixtyMinutes() {
        model.lockAfterMinutes("60");
        assertThat(keyring.state().get().autoLock()).isEqualTo(new AutoLock.AfterIdle(60));
        for (var typed : List.of("0", "61", "-1", "1.5", "", "ten", "0x10")) {
            model.lockAfterMinutes(typed);
            assertThat(ofList()).isEqualTo(new Result(false, "Between 1 and 60 minutes."));
        }
        assertThat(keyring.state().get().autoLock()).isEqualTo(new AutoLock.AfterIdle(60));
        model.lockAfter(new AutoLock.AfterEachSignature());
        assertThat(keyring.state().get().autoLock()).isEqualTo(new AutoLock.AfterEachSignature());
    }
}
