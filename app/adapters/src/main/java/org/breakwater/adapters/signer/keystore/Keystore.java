package org.breakwater.adapters.signer.keystore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.breakwater.adapters.files.BoundedText;
import org.breakwater.adapters.files.PrivateFolder;
import org.breakwater.adapters.files.WholeFile;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.acting.Keyring;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// A folder with keys in keystore files of version 3, each named after its address. Files are written whole or not at
/// all, for their owner alone.
public final class Keystore {

    /// How long a passphrase for a new key is at least.
    public static final int LEAST_PASSPHRASE = Keyring.LEAST_PASSPHRASE;

    private static final String SUFFIX = ".json";
    private static final String NAME = "0x[0-9a-f]{40}\\.json";
    private static final int MOST_KEYS = 1_000;

    /// Ten years: longer than a program runs.
    private static final Duration UNATTENDED = Duration.ofDays(3_653);

    private final Path folder;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Supplier<Locking> locking;

    /// @param folder made where there is none
    /// @param idle how long a key stays unlocked without being used
    public Keystore(Path folder, SecureRandom random, InstantSource clock, Duration idle) {
        this(folder, random, clock, () -> new Locking(idle, false));
    }

    /// @param folder made where there is none
    /// @param locking when an unlocked key locks itself, asked each time
    public Keystore(Path folder, SecureRandom random, InstantSource clock, Supplier<Locking> locking) {
        this.folder = folder;
        this.random = random;
        this.clock = clock;
        this.locking = locking;
    }

    /// Whose keys there are, in ascending order.
    public List<Address> addresses() throws ProblemException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(NAME))
                    .limit(MOST_KEYS)
                    .map(name -> Address.parse(name.substring(0, name.length() - SUFFIX.length())))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw failed("The folder " + folder + " could not be read", broken);
        }
    }

    /// Makes a new key.
    ///
    /// @param passphrase of {@link #LEAST_PASSPHRASE} characters at least; wiped when this returns
    public KeystoreKey create(char[] passphrase) throws ProblemException {
        requireLong(passphrase);
        try (var taken = Passphrase.take(passphrase);
                var key = SecretKey.random(random)) {
            return store(key, taken);
        }
    }

    private static void requireLong(char[] passphrase) throws ProblemException {
        if (passphrase.length < LEAST_PASSPHRASE) {
            Arrays.fill(passphrase, '\0');
            throw new ProblemException(Problem.of(
                    "A passphrase for a new key has at least " + LEAST_PASSPHRASE + " characters.",
                    "Choose a longer one, such as five words."));
        }
    }

    /// Takes a key from a file of another program. It is encrypted anew, with the parameters of this program and the
    /// same passphrase; the file stays as it is.
    ///
    /// @param passphrase of the file; wiped when this returns
    public KeystoreKey importFrom(Path file, char[] passphrase) throws ProblemException {
        try (var taken = Passphrase.take(passphrase);
                var key = read(file).open(taken)) {
            return store(key, taken);
        }
    }

    /// As {@link #importFrom}, where the file was read already.
    ///
    /// @param source the file's name
    public KeystoreKey importDocument(String source, String document, char[] passphrase) throws ProblemException {
        try (var taken = Passphrase.take(passphrase);
                var key = KeystoreFormat.read(JsonText.parse(source, document, KeystoreFormat.LIMITS))
                        .open(taken)) {
            return store(key, taken);
        }
    }

    /// A key that is here, locked.
    public KeystoreKey key(Address address) throws ProblemException {
        return new KeystoreKey(address, read(path(address)), clock, locking);
    }

    /// A key of any file, unlocked until it is closed: for a program that signs by itself.
    ///
    /// @param passphrase of the file; wiped when this returns
    public static KeystoreKey unlocked(Path file, char[] passphrase, InstantSource clock) throws ProblemException {
        try (var taken = Passphrase.take(passphrase)) {
            var sealed = read(file);
            var key = sealed.open(taken);
            var opened = new KeystoreKey(key.address(), sealed, clock, () -> new Locking(UNATTENDED, false));
            opened.keep(key);
            return opened;
        }
    }

    private KeystoreKey store(SecretKey key, Passphrase passphrase) throws ProblemException {
        var path = path(key.address());
        if (Files.exists(path)) {
            throw there(key.address());
        }
        var sealed = SealedKey.seal(key, passphrase, random);
        try {
            PrivateFolder.make(folder);
            WholeFile.create(path, KeystoreFormat.document(sealed).getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException inTheMeantime) {
            throw there(key.address());
        } catch (IOException broken) {
            throw failed("The key could not be written to " + path, broken);
        }
        return new KeystoreKey(key.address(), sealed, clock, locking);
    }

    private static ProblemException there(Address address) {
        return new ProblemException(new Problem(
                "There is a key of " + address + " already.",
                "It was left as it is.",
                "Use it, or move its file away first."));
    }

    /// Where the key of an address is, or would be.
    public Path path(Address address) {
        return folder.resolve(address.toString().toLowerCase(Locale.ROOT) + SUFFIX);
    }

    private static SealedKey read(Path file) throws ProblemException {
        var most = Math.toIntExact(KeystoreFormat.LIMITS.bytes());
        return KeystoreFormat.read(
                JsonText.parse(file.toString(), BoundedText.read(file, most), KeystoreFormat.LIMITS));
    }

    private static ProblemException failed(String what, IOException broken) {
        return new ProblemException(
                Problem.of(what + ": " + broken.getMessage() + ".", "Check the folder and the disk."), broken);
    }
}
