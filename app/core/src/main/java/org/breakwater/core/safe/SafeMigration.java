package org.breakwater.core.safe;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.core.safe.SafeChange.Migrate;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Selector;

/// The published SafeMigration contracts, by the addresses that the npm package safe-deployments 1.37.63 lists. Run
/// as the Safe, they put the singleton of their version in its place.
public enum SafeMigration {
    /// To 1.4.1.
    TO_1_4_1(
            SafeVersion.V1_4_1,
            "0x526643F69b81B008F46d95CD5ced5eC0edFFDaC6",
            "0x817756C6c555A94BCEE39eB5a102AbC1678b09A7"),
    /// To 1.5.0.
    TO_1_5_0(SafeVersion.V1_5_0, "0x6439e7ABD8Bb915A5263094784C5CF561c4172AC");

    private final SafeVersion version;
    private final Set<Address> addresses;

    SafeMigration(SafeVersion version, String... addresses) {
        this.version = version;
        this.addresses = Stream.of(addresses).map(Address::parse).collect(Collectors.toUnmodifiableSet());
    }

    /// What it is asked to do.
    public enum Step {
        /// The singleton alone.
        SINGLETON("migrateSingleton()"),
        /// The singleton and the fallback handler.
        SINGLETON_AND_HANDLER("migrateWithFallbackHandler()"),
        /// The singleton that tells more events.
        L2_SINGLETON("migrateL2Singleton()"),
        /// The singleton that tells more events, and the fallback handler.
        L2_SINGLETON_AND_HANDLER("migrateL2WithFallbackHandler()");

        private final Selector selector;

        Step(String signature) {
            this.selector = Selector.of(signature);
        }

        /// The calldata of the delegate call.
        public Bytes calldata() {
            return selector.bytes();
        }
    }

    /// The version that the Safe has afterwards.
    public SafeVersion version() {
        return version;
    }

    static Optional<SafeChange> in(Address target, Bytes data) {
        return Arrays.stream(values())
                .filter(migration -> migration.addresses.contains(target))
                .flatMap(migration -> Arrays.stream(Step.values())
                        .filter(step -> step.calldata().equals(data))
                        .<SafeChange>map(step -> new Migrate(migration, step)))
                .findFirst();
    }
}
