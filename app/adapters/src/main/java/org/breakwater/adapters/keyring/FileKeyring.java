package org.breakwater.adapters.keyring;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.breakwater.adapters.ethereum.KeyAccount;
import org.breakwater.adapters.signer.EthereumKey;
import org.breakwater.adapters.signer.KeyDevice;
import org.breakwater.adapters.signer.external.ExternalSigner;
import org.breakwater.adapters.signer.external.SignerConnection;
import org.breakwater.adapters.signer.external.SignerDialect;
import org.breakwater.adapters.signer.external.SignerEndpoint;
import org.breakwater.adapters.signer.keystore.Keystore;
import org.breakwater.adapters.signer.keystore.KeystoreKey;
import org.breakwater.adapters.signer.keystore.Locking;
import org.breakwater.core.acting.AutoLock;
import org.breakwater.core.acting.ExternalProgram;
import org.breakwater.core.acting.KeptSigner;
import org.breakwater.core.acting.KeptSigners;
import org.breakwater.core.acting.Keyring;
import org.breakwater.core.acting.KeyringState;
import org.breakwater.core.acting.OwnSigner;
import org.breakwater.core.acting.OwnSigner.Standing;
import org.breakwater.core.acting.People;
import org.breakwater.core.acting.Person;
import org.breakwater.core.execution.PayingAccount;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.EcdsaSignature;
import org.breakwater.core.signing.SigningDevice;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Live;

/// Keystore files in a private folder and programs on loopback, with the list of both beside them. Any thread may ask.
/// Every key locks when it is closed.
public final class FileKeyring implements Keyring, People, AutoCloseable {

    /// How long somebody may take at a program of theirs.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// How long a key that one signature locks waits for it.
    private static final Duration FOR_ONE_SIGNATURE = Duration.ofMinutes(1);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final SignersFile file;
    private final Path folder;
    private final Keystore keystore;
    private final Live<KeyringState> state = new Live<>(KeyringState.EMPTY);
    private final Map<Address, KeystoreKey> keys = new HashMap<>();
    private final Map<Address, Problem> unusable = new HashMap<>();
    private final Map<ExternalProgram, Standing> looked = new HashMap<>();
    private final ReentrantLock deriving = new ReentrantLock();
    private final Thread locking;
    private volatile KeptSigners kept = KeptSigners.NOBODY;
    private volatile boolean closed;
    private Optional<Problem> problem = Optional.empty();

    private FileKeyring(Path folder, InstantSource clock) {
        this.file = new SignersFile(folder);
        this.folder = folder.resolve("keystores");
        this.keystore = new Keystore(this.folder, new SecureRandom(), clock, this::locking);
        this.locking = Thread.ofVirtual().name("lock idle keys").unstarted(this::lockIdle);
    }

    /// A list that cannot be read is no reason not to open: nobody signs then, and the state says why.
    ///
    /// @param folder of the person's own; made when something is first kept
    /// @param clock by which idle time is measured: the machine's
    public static FileKeyring open(Path folder, InstantSource clock) {
        var opened = new FileKeyring(folder, clock);
        opened.read();
        opened.locking.start();
        return opened;
    }

    @Override
    public Live<KeyringState> state() {
        return state;
    }

    @Override
    public List<Person> all() {
        return state.get().people();
    }

    /// Asked by keys while they are used: it waits for nobody.
    private Locking locking() {
        return switch (kept.autoLock()) {
            case AutoLock.AfterIdle(var minutes) -> new Locking(Duration.ofMinutes(minutes), false);
            case AutoLock.AfterEachSignature _ -> new Locking(FOR_ONE_SIGNATURE, true);
        };
    }

    private void read() {
        try {
            show(file.read(), Optional.empty());
        } catch (ProblemException refused) {
            show(KeptSigners.NOBODY, Optional.of(refused.problem()));
        }
    }

    private synchronized void show(KeptSigners now, Optional<Problem> why) {
        kept = now;
        problem = why;
        var listed = now.signers().stream().map(KeptSigner::address).toList();
        keys.entrySet().removeIf(entry -> {
            var gone = !listed.contains(entry.getKey());
            if (gone) {
                entry.getValue().lock();
            }
            return gone;
        });
        unusable.clear();
        for (var signer : now.signers()) {
            if (signer.program().isEmpty() && !keys.containsKey(signer.address())) {
                openFile(signer.address());
            }
        }
        publish();
    }

    private synchronized void openFile(Address address) {
        try {
            keys.put(address, keystore.key(address));
        } catch (ProblemException missing) {
            unusable.put(address, missing.problem());
        }
    }

    private synchronized void publish() {
        var now = new KeyringState(
                kept.signers().stream().map(this::signer).toList(),
                kept.autoLock(),
                unlisted(),
                folder.toString(),
                problem);
        if (!now.equals(state.get())) {
            state.set(now);
        }
    }

    private synchronized OwnSigner signer(KeptSigner signer) {
        var where = signer.program()
                .map(ExternalProgram::endpoint)
                .orElseGet(() -> keystore.path(signer.address()).toString());
        return new OwnSigner(signer.person(), where, signer.program(), standing(signer));
    }

    private synchronized Standing standing(KeptSigner signer) {
        if (signer.program().isPresent()) {
            return looked.getOrDefault(signer.program().get(), new Standing.Unknown());
        }
        var key = keys.get(signer.address());
        if (key != null) {
            return key.isUnlocked() ? new Standing.Unlocked() : new Standing.Locked();
        }
        return new Standing.Unusable(unusable.getOrDefault(signer.address(), gone(signer)));
    }

    private static Problem gone(KeptSigner signer) {
        return Problem.of("The key file of " + signer.name() + " was not read.", "Open Settings, Signers again.");
    }

    private List<Address> unlisted() {
        try {
            return keystore.addresses().stream()
                    .filter(address -> kept.find(address).isEmpty())
                    .toList();
        } catch (ProblemException unread) {
            return List.of();
        }
    }

    @Override
    public Person create(String name, char[] passphrase) throws ProblemException {
        try {
            requireRoom(name);
            return keep(name, derived(() -> keystore.create(passphrase)).address());
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    @Override
    public Person importKey(String name, String document, String source, char[] passphrase) throws ProblemException {
        try {
            requireRoom(name);
            return keep(
                    name,
                    derived(() -> keystore.importDocument(source, document, passphrase))
                            .address());
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    @Override
    public Person list(String name, Address address) throws ProblemException {
        requireRoom(name);
        keystore.key(address);
        return keep(name, address);
    }

    /// Before a key is made: it should not be made in vain.
    private void requireRoom(String name) throws ProblemException {
        requireName(name);
        if (file.read().signers().size() >= KeptSigners.MOST_SIGNERS) {
            throw new ProblemException(Problem.of(
                    "There are " + KeptSigners.MOST_SIGNERS + " signers already.", "Remove one that is not needed."));
        }
    }

    private static void requireName(String name) throws ProblemException {
        if (!KeptSigner.isName(name)) {
            throw new ProblemException(Problem.of(
                    "A signer's name has 1 to " + KeptSigner.MOST_NAME + " characters that can be seen.",
                    "Name it after what it is, such as Ops laptop."));
        }
    }

    private Person keep(String name, Address address) throws ProblemException {
        var signer = new KeptSigner(address, name, Optional.empty());
        change(before -> before.with(signer));
        return signer.person();
    }

    @Override
    public void rename(Address address, String name) throws ProblemException {
        requireName(name);
        change(before -> before.calling(address, name));
    }

    @Override
    public void remove(Address address) throws ProblemException {
        change(before -> before.without(address));
    }

    @Override
    public void lockAfter(AutoLock autoLock) throws ProblemException {
        change(before -> before.with(autoLock));
    }

    private void change(UnaryOperator<KeptSigners> change) throws ProblemException {
        show(file.change(change), Optional.empty());
    }

    @Override
    public List<Address> accounts(ExternalProgram program) throws ProblemException {
        var accounts = connection(program).addresses();
        synchronized (this) {
            looked.put(program, new Standing.Listens());
        }
        return accounts.stream().distinct().toList();
    }

    @Override
    public void add(ExternalProgram program, SequencedMap<Address, String> names) throws ProblemException {
        connection(program);
        for (var name : names.values()) {
            requireName(name);
        }
        change(before -> {
            var more = before;
            for (var entry : names.entrySet()) {
                more = more.with(new KeptSigner(entry.getKey(), entry.getValue(), Optional.of(program)));
            }
            return more;
        });
    }

    @Override
    public void look() {
        read();
        var programs = state.get().signers().stream()
                .flatMap(signer -> signer.program().stream())
                .distinct()
                .toList();
        for (var program : programs) {
            var standing = look(program);
            synchronized (this) {
                looked.put(program, standing);
            }
        }
        publish();
    }

    private static Standing look(ExternalProgram program) {
        try {
            return connection(program).isListening() ? new Standing.Listens() : new Standing.Silent();
        } catch (ProblemException refused) {
            return new Standing.Unusable(refused.problem());
        }
    }

    private static SignerConnection connection(ExternalProgram program) throws ProblemException {
        var dialect = switch (program.dialect()) {
            case CLEF -> SignerDialect.CLEF;
            case ETHEREUM_V4 -> SignerDialect.ETHEREUM_V4;
            case WEB3SIGNER -> SignerDialect.WEB3SIGNER;
        };
        return new SignerConnection(
                SignerEndpoint.of(program.endpoint(), SignerEndpoint.Reach.LOOPBACK), dialect, PATIENCE);
    }

    @Override
    public void unlock(Address address, char[] passphrase) throws ProblemException {
        try {
            var key = key(address);
            derived(() -> {
                key.unlock(passphrase);
                return key;
            });
        } finally {
            Arrays.fill(passphrase, '\0');
        }
        if (closed) {
            lock();
        }
        publish();
    }

    /// A derivation takes a quarter of a gigabyte: one after the other.
    private <T> T derived(Derivation<T> derivation) throws ProblemException {
        deriving.lock();
        try {
            return derivation.done();
        } finally {
            deriving.unlock();
        }
    }

    @FunctionalInterface
    private interface Derivation<T> {
        T done() throws ProblemException;
    }

    @Override
    public synchronized void lock() {
        keys.values().forEach(KeystoreKey::lock);
        publish();
    }

    private void lockIdle() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                if (state.get().hasUnlocked()) {
                    publish();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized KeystoreKey key(Address address) throws ProblemException {
        var key = keys.get(address);
        if (key != null) {
            return key;
        }
        throw new ProblemException(Optional.ofNullable(unusable.get(address))
                .orElseGet(() ->
                        Problem.of("There is no key of " + address + " here.", "Choose somebody who signs here.")));
    }

    private KeptSigner kept(Person person) throws ProblemException {
        return kept.find(person.address())
                .orElseThrow(() -> new ProblemException(
                        Problem.of(person.name() + " does not sign here any more.", "Choose somebody who does.")));
    }

    @Override
    public SigningDevice device(Person person) throws ProblemException {
        var signer = kept(person);
        return signer.program().isPresent()
                ? new ExternalSigner(connection(signer.program().get()), signer.address())
                : new KeyDevice(new ShownKey(key(signer.address())));
    }

    /// An external signer is asked for typed data alone: what it would send itself could not be checked before.
    @Override
    public Optional<PayingAccount> account(Person person) throws ProblemException {
        var signer = kept(person);
        return signer.program().isPresent()
                ? Optional.empty()
                : Optional.of(new KeyAccount(new ShownKey(key(signer.address()))));
    }

    /// A key whose state is shown as soon as it is used: one signature may have locked it.
    private final class ShownKey implements EthereumKey {

        private final KeystoreKey key;

        ShownKey(KeystoreKey key) {
            this.key = key;
        }

        @Override
        public Address address() {
            return key.address();
        }

        @Override
        public EcdsaSignature sign(Hash32 hash) throws ProblemException {
            try {
                return key.sign(hash);
            } finally {
                publish();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        locking.interrupt();
        lock();
    }
}
