package org.breakwater.adapters.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How many requests an address may make.
class AdmissionTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong();

    private Admission admission(int perSecond, String... proxy) {
        var named = proxy.length == 0 ? Optional.<InetAddress>empty() : Optional.of(InetAddress.ofLiteral(proxy[0]));
        return new Admission(perSecond, named, clock::get);
    }

    private static long admitted(Admission admission, String from, String forwarded, int requests) {
        return IntStream.range(0, requests)
                .filter(_ -> admission.admits(InetAddress.ofLiteral(from), forwarded.isEmpty() ? null : forwarded))
                .count();
    }

    @Test
    void anAddressHasItsRateAndTwiceAsManyAtOnce() {
        var admission = admission(10);
        assertThat(admitted(admission, "192.0.2.1", "", 100)).isEqualTo(20);
        assertThat(admitted(admission, "192.0.2.2", "", 5)).isEqualTo(5);
        clock.addAndGet(SECOND);
        assertThat(admitted(admission, "192.0.2.1", "", 100)).isEqualTo(10);
    }

    @Test
    void aNetworkOfIpv6IsOneAddress() {
        var admission = admission(10);
        assertThat(admitted(admission, "2001:db8::1", "", 20)).isEqualTo(20);
        assertThat(admitted(admission, "2001:db8::2", "", 20)).isZero();
        assertThat(admitted(admission, "2001:db8:0:1::2", "", 20)).isEqualTo(20);
    }

    @Test
    void onlyTheProxyIsBelievedWhereARequestComesFrom() {
        var admission = admission(10, "127.0.0.1");
        assertThat(admitted(admission, "127.0.0.1", "10.0.0.1, 192.0.2.1", 20)).isEqualTo(20);
        assertThat(admitted(admission, "127.0.0.1", "10.9.9.9, 192.0.2.1", 20)).isZero();
        assertThat(admitted(admission, "192.0.2.7", "192.0.2.8", 20)).isEqualTo(20);
        assertThat(admitted(admission, "192.0.2.7", "192.0.2.9", 20)).isZero();
    }

    @Test
    void withoutARateAnyNumberIsAnswered() {
        assertThat(admitted(admission(0), "192.0.2.1", "", 1_000)).isEqualTo(1_000);
    }
}
