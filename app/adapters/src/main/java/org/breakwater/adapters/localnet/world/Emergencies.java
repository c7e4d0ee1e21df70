package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.time.Instant;
import org.breakwater.core.problem.ProblemException;

/// What the guardians stopped: one stop that ran out, one that they lifted, one that the council lifted, and one that
/// runs at
/// the head and stops no sale.
final class Emergencies implements Strand {

    private static final int BUY = 1;
    private static final int DEPOSIT = 2;
    private static final int WITHDRAW = 4;
    private static final int PAYOUT = 32;
    private static final int PARAM_LOOSEN = 128;

    private final Props props;
    private final Contract guardian;

    Emergencies(Props props) {
        this.props = props;
        this.guardian = props.setting().protocol().contract("EmergencyGuardian");
    }

    @Override
    public void begin() {
        var agenda = props.agenda();
        at(agenda.day(180, 8.4), () -> pause(BUY, 5, Duration.ofDays(2), "pause.depeg"));
        at(agenda.day(330, 6.3), () -> {
            var id = pause(DEPOSIT | WITHDRAW, 2, Duration.ofDays(1), "pause.bridge");
            agenda.after(
                    Duration.ofHours(6),
                    "Lifting a stop",
                    () -> props.setting().guardians().execute(guardian.call("lift", id)));
        });
        at(agenda.day(387, 1.2), () -> {
            var id = pause(PAYOUT, 3, Duration.ofDays(2), "pause.payout");
            agenda.after(
                    Duration.ofHours(21),
                    "The council lifts a stop",
                    () -> props.setting().council().execute(guardian.call("liftAsCouncil", id)));
        });
        at(
                props.head().minus(Duration.ofMinutes(78)),
                () -> pause(PARAM_LOOSEN, 2, Duration.ofDays(2), "pause.loosen"));
    }

    private long pause(int scopes, int pool, Duration duration, String reason) throws ProblemException {
        var call = guardian.call(
                "pause", scopes, pool, duration, props.library().write(reason).hash());
        return props.setting()
                .guardians()
                .execute(call)
                .event(guardian, "Paused")
                .count("pauseId");
    }

    private void at(Instant when, Act act) {
        props.agenda().at(when, "A stop", act);
    }
}
