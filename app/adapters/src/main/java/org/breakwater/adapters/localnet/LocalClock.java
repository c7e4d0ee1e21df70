package org.breakwater.adapters.localnet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/// The time of a local network: it goes on as this machine's does, and can be set. Every clock that is made from one is
/// set with it.
final class LocalClock extends Clock {

    private final Clock machine;
    private final AtomicReference<Duration> ahead;

    private LocalClock(Clock machine, AtomicReference<Duration> ahead) {
        this.machine = machine;
        this.ahead = ahead;
    }

    /// A clock at which it is a given time now.
    static LocalClock setTo(Instant time) {
        var clock = new LocalClock(Clock.systemUTC(), new AtomicReference<>(Duration.ZERO));
        clock.set(time);
        return clock;
    }

    void set(Instant time) {
        ahead.set(Duration.between(machine.instant(), time));
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new LocalClock(machine.withZone(zone), ahead);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead.get());
    }
}
