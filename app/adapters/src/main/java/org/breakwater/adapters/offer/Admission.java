package org.breakwater.adapters.offer;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Lets each address make so many requests a second, and twice as many at once after a quiet time. Of IPv6 the first 64
/// bits count. It remembers the addresses that came last, no more than some thousands.
final class Admission {

    private static final int MOST_ADDRESSES = 10_000;
    private static final long SECOND = 1_000_000_000L;
    private static final int BURST = 2;
    private static final int NETWORK_BYTES = 8;

    private final int perSecond;
    private final Optional<InetAddress> proxy;
    private final LongSupplier nanoseconds;
    private final Map<List<Byte>, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Byte>, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /// @param perSecond 0 for any number
    /// @param proxy whose word is taken for where requests come from
    Admission(int perSecond, Optional<InetAddress> proxy, LongSupplier nanoseconds) {
        this.perSecond = perSecond;
        this.proxy = proxy;
        this.nanoseconds = nanoseconds;
    }

    /// @param left requests that may be made at `at`, in parts of a second
    private record Bucket(double left, long at) {}

    /// Whether one more request is admitted.
    ///
    /// @param from the other end of the connection
    /// @param forwarded what a proxy says of where it comes from: `X-Forwarded-For`
    boolean admits(InetAddress from, @Nullable String forwarded) {
        return perSecond == 0 || take(key(origin(from, forwarded)));
    }

    private synchronized boolean take(List<Byte> key) {
        var now = nanoseconds.getAsLong();
        var most = (double) perSecond * BURST;
        var bucket = buckets.getOrDefault(key, new Bucket(most, now));
        var left = Math.min(most, bucket.left() + (double) (now - bucket.at()) / SECOND * perSecond);
        var isAdmitted = left >= 1;
        buckets.put(key, new Bucket(isAdmitted ? left - 1 : left, now));
        return isAdmitted;
    }

    /// The last entry is the one that the proxy itself saw.
    private InetAddress origin(InetAddress from, @Nullable String forwarded) {
        if (forwarded == null || proxy.filter(from::equals).isEmpty()) {
            return from;
        }
        try {
            return InetAddress.ofLiteral(
                    forwarded.substring(forwarded.lastIndexOf(',') + 1).strip());
        } catch (IllegalArgumentException noAddress) {
            return from;
        }
    }

    private static List<Byte> key(InetAddress address) {
        var bytes = address.getAddress();
        var counted = address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes;
        var key = new Byte[counted.length];
        for (int i = 0; i < counted.length; i++) {
            key[i] = counted[i];
        }
        return List.of(key);
    }
}
