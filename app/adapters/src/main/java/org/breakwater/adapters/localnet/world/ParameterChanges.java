package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;

/// What stewards, council and holders change in the protocol's parameters: proposals executed, withdrawn, cancelled and
/// forgotten, tightenings at once, and at the head two changes of which each is in order and both together are not.
final class ParameterChanges implements Strand {

    private static final int BRIDGE = 2;
    private static final int CUSTODY = 3;
    private static final int DEPEG = 5;
    private static final int GUARDED = 2;
    private static final int HIGH = 4;

    private final Props props;
    private final Contract parameters;

    ParameterChanges(Props props) {
        this.props = props;
        this.parameters = props.setting().protocol().contract("ParameterRegistry");
    }

    /// Who asks for a change.
    private enum By {
        STEWARD,
        COUNCIL
    }

    private record Wish(By by, String key, ParameterScope scope, long value, String rationale) {}

    @Override
    public void begin() {
        first();
        bridges();
        second();
        head();
    }

    private void first() {
        carried(46, wish(By.STEWARD, "TREASURY_FEE", ParameterScope.GLOBAL, 1_350, "rationale.fee"));
        carried(95, wish(By.COUNCIL, "SURGE_PER_1PCT", ParameterScope.GLOBAL, 3, "rationale.surge"));
        at(150, () -> {
            var id = propose(wish(By.STEWARD, "RATE_CEILING", ParameterScope.GLOBAL, 2_100, "rationale.ceiling"));
            props.agenda()
                    .after(
                            Duration.ofHours(31),
                            "The council cancels a change",
                            () -> props.setting()
                                    .council()
                                    .execute(parameters.call(
                                            "cancelAsCouncil",
                                            id,
                                            props.library()
                                                    .write("cancel.ceiling")
                                                    .hash())));
        });
        tightened(190, wish(By.STEWARD, "MAX_POLICY_SHARE", ParameterScope.pool(DEPEG), 400, "rationale.share"));
        carried(300, wish(By.COUNCIL, "CLAIM_DEPOSIT", ParameterScope.GLOBAL, 75_000_000, "rationale.deposit"));
        tightened(
                382,
                wish(
                        By.STEWARD,
                        "SUBJECT_CONCENTRATION",
                        ParameterScope.pool(CUSTODY),
                        1_800,
                        "rationale.concentration"));
        tightened(436, wish(By.COUNCIL, "MIN_CAPITAL_RATIO", ParameterScope.level(HIGH), 8_500, "rationale.ratio"));
    }

    private void bridges() {
        var bridge = ParameterScope.pool(BRIDGE);
        carried(345, wish(By.COUNCIL, "RISK_SLOPE", bridge, 196, "rationale.slope"));
        carried(355, wish(By.STEWARD, "DRAIN_LIMIT_24H", bridge, 2_750, "rationale.drain"));
        carried(380, wish(By.STEWARD, "DRAIN_LIMIT_24H", bridge, 3_000, "rationale.drain.2"));
        carried(404, wish(By.STEWARD, "DRAIN_LIMIT_24H", bridge, 3_250, "rationale.drain.3"));
        byHolders(520, "Lower the bridge pool's incident cap to 37 %", "INCIDENT_CAP", bridge, 3_700, "rationale.cap");
    }

    private void second() {
        tightened(500, wish(By.STEWARD, "ORACLE_MAX_AGE", ParameterScope.GLOBAL, 3_660, "rationale.age"));
        carried(
                520,
                wish(
                        By.STEWARD,
                        "REDEEM_COOLDOWN",
                        ParameterScope.pool(CUSTODY),
                        Duration.ofDays(21).toSeconds(),
                        "rationale.cooldown"));
        byHolders(
                585,
                "Base rate of the guarded level from 1.41 % to 1.55 %",
                "BASE_RATE",
                ParameterScope.level(GUARDED),
                155,
                "rationale.rate");
        at(655, () -> {
            var window = Duration.ofDays(35).toSeconds();
            var id = propose(wish(By.STEWARD, "CLAIM_WINDOW", ParameterScope.GLOBAL, window, "rationale.window"));
            props.agenda()
                    .after(
                            Duration.ofHours(20),
                            "A steward withdraws a change",
                            () -> props.stage()
                                    .send(
                                            steward(),
                                            parameters.call(
                                                    "cancel",
                                                    id,
                                                    props.library()
                                                            .write("cancel.window")
                                                            .hash())));
        });
        // Proposed, in order, and forgotten: it expires.
        at(
                690,
                () -> propose(wish(
                        By.COUNCIL, "AUTO_PAY_LIMIT_CLAIM", ParameterScope.GLOBAL, 30_000_000_000L, "rationale.auto")));
    }

    /// One change that anyone may execute, and two that break rule 4 together: the window of 24 hours must not be wider
    /// than
    /// what one incident may take.
    private void head() {
        var bridge = ParameterScope.pool(BRIDGE);
        beforeHead(
                Duration.ofHours(98),
                () -> propose(
                        wish(By.STEWARD, "UTILISATION_SLOPE", ParameterScope.GLOBAL, 115, "rationale.utilisation")));
        beforeHead(
                Duration.ofHours(69),
                () -> propose(wish(By.COUNCIL, "INCIDENT_CAP", bridge, 3_400, "rationale.cap.2")));
        beforeHead(
                Duration.ofHours(26),
                () -> propose(wish(By.STEWARD, "DRAIN_LIMIT_24H", bridge, 3_500, "rationale.drain.4")));
    }

    private static Wish wish(By by, String key, ParameterScope scope, long value, String rationale) {
        return new Wish(by, key, scope, value, rationale);
    }

    /// Proposed, waited for, executed.
    private void carried(int day, Wish wish) {
        at(day, () -> {
            var id = propose(wish);
            executed(id, eta(id));
        });
    }

    private void tightened(int day, Wish wish) {
        at(day, () -> perform(wish, "tightenNow"));
    }

    private void byHolders(int day, String title, String key, ParameterScope scope, long value, String rationale) {
        at(day, () -> {
            var text = props.library().write(rationale);
            var call =
                    parameters.call("proposeChangeAsDao", key, scope.encoded(), BigInteger.valueOf(value), text.hash());
            props.setting().dao().carry(title, props.library().words(rationale).body(), List.of(call), () -> {
                var id = props.stage().number(parameters.call("changeCount")).longValueExact();
                executed(id, props.agenda().now());
            });
        });
    }

    private void executed(long id, Instant eta) {
        props.agenda()
                .at(
                        eta.plus(Duration.ofMinutes(75)),
                        "Executing change " + id,
                        () -> props.stage().send(props.keeper(), parameters.call("execute", id)));
    }

    private long propose(Wish wish) throws ProblemException {
        return perform(wish, "proposeChange")
                .event(parameters, "ChangeProposed")
                .count("changeId");
    }

    private Receipt perform(Wish wish, String function) throws ProblemException {
        var call = parameters.call(
                function,
                wish.key(),
                wish.scope().encoded(),
                BigInteger.valueOf(wish.value()),
                props.library().write(wish.rationale()).hash());
        return switch (wish.by()) {
            case STEWARD -> props.stage().send(steward(), call);
            case COUNCIL -> props.setting().council().execute(call);
        };
    }

    private Instant eta(long id) throws ProblemException {
        return props.stage().view(parameters.call("change", id)).struct().instant("eta");
    }

    private Person steward() {
        return props.setting().one(Part.STEWARD);
    }

    private void at(int day, Act act) {
        props.agenda().at(props.agenda().day(day, 10.4), "A change of a parameter", act);
    }

    private void beforeHead(Duration before, Act act) {
        props.agenda().at(props.head().minus(before), "A change that is pending at the head", act);
    }
}
