package org.breakwater.adapters.signer.keystore;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.breakwater.adapters.signer.EthereumKey;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.EcdsaSignature;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.jspecify.annotations.Nullable;

/// A key in a file, which a passphrase unlocks for a while: until it was not used for some time, or is locked. Any
/// thread may ask.
public final class KeystoreKey implements EthereumKey, AutoCloseable {

    private final Address address;
    private final SealedKey sealed;
    private final InstantSource clock;
    private final Supplier<Locking> locking;
    private @Nullable SecretKey open;
    private Instant used = Instant.MIN;

    /// @param locking when it locks itself, asked each time
    KeystoreKey(Address address, SealedKey sealed, InstantSource clock, Supplier<Locking> locking) {
        this.address = address;
        this.sealed = sealed;
        this.clock = clock;
        this.locking = locking;
    }

    @Override
    public Address address() {
        return address;
    }

    /// Unlocks the key. Deriving takes about a second and a quarter of a gigabyte of memory: call it beside the window.
    ///
    /// @param passphrase wiped when this returns
    /// @throws ProblemException for another passphrase
    public void unlock(char[] passphrase) throws ProblemException {
        SecretKey key;
        try (var taken = Passphrase.take(passphrase)) {
            key = sealed.open(taken);
        }
        if (!key.address().equals(address)) {
            key.close();
            throw new ProblemException(
                    Problem.of("The file of " + address + " holds another key.", "Look for the right one."));
        }
        keep(key);
    }

    synchronized void keep(SecretKey key) {
        lock();
        open = key;
        used = clock.instant();
    }

    /// Whether it signs without a passphrase now.
    public synchronized boolean isUnlocked() {
        lockIfIdle();
        return open != null;
    }

    /// When it locks itself if it is not used before; nothing where it is locked.
    public synchronized Optional<Instant> locksAt() {
        return isUnlocked() ? Optional.of(used.plus(locking.get().idle())) : Optional.empty();
    }

    /// Locks the key where it was not used for long. Whoever keeps the time calls it now and then, so that the key does
    /// not stay in memory until somebody asks for it.
    public synchronized void lockIfIdle() {
        if (open != null && !clock.instant().isBefore(used.plus(locking.get().idle()))) {
            lock();
        }
    }

    public synchronized void lock() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    @Override
    public synchronized EcdsaSignature sign(Hash32 hash) throws ProblemException {
        lockIfIdle();
        if (open == null) {
            throw new ProblemException(
                    Problem.of("The key of " + address + " is locked.", "Unlock it with its passphrase."));
        }
        used = clock.instant();
        var signature = open.sign(hash);
        if (locking.get().afterSignature()) {
            lock();
        }
        return signature;
    }

    @Override
    public void close() {
        lock();
    }
}
