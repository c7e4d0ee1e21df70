package org.breakwater.core.review.chain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// The contracts that Safe has published, by the hash of their code. Code is what it is, wherever it stands.
public final class PublishedSafeContracts {

    private static final Set<String> SINGLETONS = Set.of("GnosisSafe", "GnosisSafeL2", "Safe", "SafeL2");
    private static final Set<String> HANDLERS = Set.of(
            "CompatibilityFallbackHandler",
            "DefaultCallbackHandler",
            "ExtensibleFallbackHandler",
            "TokenCallbackHandler");
    private static final Set<String> RUN_AS_SAFE =
            Set.of("MultiSend", "MultiSendCallOnly", "SignMessageLib", "SafeMigration", "CreateCall");
    private static final String PROXY = "Proxy";
    private static final String WITHOUT_METADATA = "stripped";
    private static final List<Published> ALL = PublishedSafeContractList.LINES
            .lines()
            .map(PublishedSafeContracts::parse)
            .toList();

    private PublishedSafeContracts() {}

    /// @param kind of deployment: `canonical`, `eip155`, `zksync`; for proxies how the code was hashed
    /// @param address where it is listed; none for proxies
    public record Published(
            SafeVersion version, String contract, String kind, Optional<Address> address, Hash32 codeHash) {

        @Override
        public String toString() {
            return contract + " " + version;
        }
    }

    private static Published parse(String line) {
        var parts = List.of(line.split(" "));
        try {
            return new Published(
                    SafeVersion.parse(parts.get(0)),
                    parts.get(1),
                    parts.get(2),
                    parts.get(3).equals("-") ? Optional.empty() : Optional.of(Address.parse(parts.get(3))),
                    Hash32.fromHex(parts.get(4)));
        } catch (ProblemException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    /// The singleton that a code is.
    public static Optional<Published> singleton(Bytes code) {
        return of(SINGLETONS, code);
    }

    /// The fallback handler that a code is.
    public static Optional<Published> handler(Bytes code) {
        return of(HANDLERS, code);
    }

    /// The contract that is made to run as a Safe, at the address where it is published and with its code.
    public static Optional<Published> runAsSafe(Address address, Bytes code) {
        return RUN_AS_SAFE.stream()
                .flatMap(contract -> of(Set.of(contract), code).stream())
                .filter(_ -> isListed(address, code))
                .findFirst();
    }

    private static boolean isListed(Address address, Bytes code) {
        var hash = Keccak.hash(code);
        return ALL.stream()
                .anyMatch(published ->
                        published.codeHash().equals(hash) && published.address().equals(Optional.of(address)));
    }

    /// The proxy of a Safe that a code is.
    public static Optional<Published> proxy(Bytes code) {
        var whole = Keccak.hash(code);
        var stripped = withoutMetadata(code).map(Keccak::hash);
        return ALL.stream()
                .filter(published -> published.contract().equals(PROXY))
                .filter(published -> published.kind().equals(WITHOUT_METADATA)
                        ? stripped.equals(Optional.of(published.codeHash()))
                        : published.codeHash().equals(whole))
                .findFirst();
    }

    /// What is listed at an address, whatever code stands there.
    public static Optional<Published> at(Address address) {
        return ALL.stream()
                .filter(published -> published.address().equals(Optional.of(address)))
                .findFirst();
    }

    private static Optional<Published> of(Set<String> contracts, Bytes code) {
        if (code.isEmpty()) {
            return Optional.empty();
        }
        var hash = Keccak.hash(code);
        return ALL.stream()
                .filter(published -> contracts.contains(published.contract()))
                .filter(published -> published.codeHash().equals(hash))
                .findFirst();
    }

    /// The last two bytes of what older compilers appended are its length.
    private static Optional<Bytes> withoutMetadata(Bytes code) {
        if (code.length() < 2) {
            return Optional.empty();
        }
        var end = code.length()
                - 2
                - code.slice(code.length() - 2, code.length()).toUnsigned().intValueExact();
        return end > 0 ? Optional.of(code.slice(0, end)) : Optional.empty();
    }
}
