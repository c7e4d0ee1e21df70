package org.breakwater.adapters.storage;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.breakwater.core.policies.ListedPolicy;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Policies drawn from a seed, with many ties, amounts of every length and names with SQL's own signs in them.
final class RandomPolicies {

    private static final List<String> NAMES = List.of(
            "Meridian bridge",
            "meridian vault",
            "100% cover",
            "a_b",
            "O'Neill; DROP TABLE policy",
            "back\\slash",
            "Ferry");

    private final Random random;

    RandomPolicies(long seed) {
        random = new Random(seed);
    }

    List<ListedPolicy> policies(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(this::policy).toList();
    }

    ListedPolicy policy(long id) {
        var kind = drawn(List.of(RiskKind.values()));
        var subject = random.nextInt(NAMES.size());
        var bought = 1_700_000_000L + random.nextInt(1_000) * 3_600L;
        return new ListedPolicy(
                id,
                address(),
                random.nextBoolean() ? "" : drawn(NAMES),
                drawn(List.of(PolicyState.values())),
                kind,
                kind.number() + 1,
                "Pool of " + kind.name().charAt(0),
                subject + 1,
                NAMES.get(subject),
                amount(),
                amount(),
                random.nextInt(1_000),
                bought,
                bought + 86_400,
                bought + 86_400L * (30 + random.nextInt(300)),
                bought + 86_400L * 400,
                random.nextInt(10) == 0 ? random.nextInt(50) : 0);
    }

    private BigInteger amount() {
        return new BigInteger(random.nextInt(8) == 0 ? 1 + random.nextInt(255) : 12, random);
    }

    private Address address() {
        var bytes = new byte[20];
        random.nextBytes(bytes);
        bytes[0] = (byte) random.nextInt(4);
        return new Address(Bytes.of(bytes));
    }

    <T> T drawn(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    Random random() {
        return random;
    }
}
