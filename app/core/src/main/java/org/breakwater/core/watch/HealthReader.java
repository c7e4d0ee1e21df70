package org.breakwater.core.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.connection.EndpointUse;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.rule.Quantity;
import org.breakwater.core.watch.rule.Rule;

/// Finds what is wrong with the monitor itself. A clock that is set is told apart from time that passes by a second
/// clock, which nobody sets.
final class HealthReader {

    /// How long it is told that the clock was set.
    private static final Duration JUMP_STANDS = Duration.ofMinutes(10);

    private final LongSupplier nanoseconds;
    private final boolean isDevelopment;
    private Optional<BlockRef> head = Optional.empty();
    private long headSince;
    private Duration apart = Duration.ZERO;
    private Optional<Instant> lastWall = Optional.empty();
    private long lastNanoseconds;
    private Duration jumped = Duration.ZERO;
    private long jumpedAt;
    private Optional<Problem> reading = Optional.empty();
    private Optional<Problem> keeping = Optional.empty();
    private Optional<EndpointUse> endpoints = Optional.empty();
    private List<Finding> refusals = List.of();
    private List<Waiting> unreached = List.of();

    /// @param lasting for how long; empty where it is not known
    private record Waiting(UnreachedTarget target, Optional<Duration> lasting) {}

    /// @param nanoseconds of a clock that nobody sets
    /// @param isDevelopment whether blocks have times of their own and come when somebody asks for them
    HealthReader(LongSupplier nanoseconds, boolean isDevelopment) {
        this.nanoseconds = nanoseconds;
        this.isDevelopment = isDevelopment;
        this.headSince = nanoseconds.getAsLong();
    }

    void head(BlockRef block, Instant now) {
        reading = Optional.empty();
        if (head.filter(block::equals).isEmpty()) {
            head = Optional.of(block);
            headSince = nanoseconds.getAsLong();
            apart = Duration.between(block.time(), now);
        }
    }

    void unread(Problem problem) {
        reading = Optional.of(problem);
    }

    void keeping(Optional<Problem> problem) {
        keeping = problem;
    }

    void endpoints(EndpointUse use) {
        endpoints = Optional.of(use);
    }

    /// @param now by the clock that the targets' times are of
    void unreached(List<UnreachedTarget> targets, Instant now) {
        unreached = targets.stream()
                .map(target -> new Waiting(target, target.since().map(since -> Duration.between(since, now))))
                .toList();
    }

    /// Takes why chosen files do not hold, in place of what was so before.
    void refused(List<Problem> settings) {
        refusals = settings.stream()
                .map(why -> finding(
                        new Subject.Store("the settings of the watch"),
                        why.happened(),
                        (why.meaning() + " " + why.remedy()).strip(),
                        new Evidence("why", why.happened(), "the file that was chosen")))
                .limit(1)
                .toList();
    }

    Optional<Problem> reading() {
        return reading;
    }

    Optional<Problem> keeping() {
        return keeping;
    }

    Optional<EndpointUse> endpoints() {
        return endpoints;
    }

    Optional<BlockRef> head() {
        return head;
    }

    /// Compares the two clocks.
    void tick(Instant now) {
        var passed = nanoseconds.getAsLong();
        lastWall.ifPresent(before -> {
            var difference = Duration.between(before, now).minusNanos(passed - lastNanoseconds);
            if (difference.abs().compareTo(Duration.ofSeconds(1)) > 0) {
                jumped = difference;
                jumpedAt = passed;
            }
        });
        lastWall = Optional.of(now);
        lastNanoseconds = passed;
    }

    List<Finding> find(Rule.Health rule) {
        return switch (rule.health()) {
            case READING_FAILING ->
                problem(reading, new Subject.Machine(), "the chain is not read", "the index and its endpoints");
            case STORE_FAILING ->
                problem(
                        keeping,
                        new Subject.Store("the alerts"),
                        "the alerts are not written",
                        "the file of the alerts");
            case ENDPOINT_PASSED_OVER ->
                endpoints.map(EndpointUse::passedOver).orElse(List.of()).stream()
                        .map(passed -> finding(
                                new Subject.Endpoint(passed.name()),
                                passed.name() + " " + passed.why().words(),
                                passed.problem().toString(),
                                new Evidence("why", passed.why().words(), passed.name())))
                        .toList();
            case HEAD_STALE -> stale(rule.limit());
            case CLOCK_APART -> isDevelopment || head.isEmpty() ? List.of() : apart(rule.limit());
            case CLOCK_JUMPED -> jumped(rule.limit());
            case TARGET_FAILING -> unreached(rule.limit());
            case SETTING_REFUSED -> refusals;
        };
    }

    private static List<Finding> problem(Optional<Problem> problem, Subject about, String words, String source) {
        return problem
                .map(why -> finding(about, words, why.toString(), new Evidence("why", why.happened(), source)))
                .stream()
                .toList();
    }

    private List<Finding> unreached(Duration limit) {
        return unreached.stream()
                .filter(waiting -> waiting.lasting()
                        .filter(lasting -> lasting.compareTo(limit) <= 0)
                        .isEmpty())
                .map(waiting -> finding(
                        new Subject.Target(waiting.target().name()),
                        waiting.target().name(),
                        waiting.target().why(),
                        new Evidence(
                                "waits",
                                waiting.lasting().map(Quantity::write).orElse("unknown"),
                                "the file of deliveries")))
                .toList();
    }

    private List<Finding> stale(Duration limit) {
        var age = Duration.ofNanos(nanoseconds.getAsLong() - headSince);
        return isDevelopment || age.compareTo(limit) <= 0
                ? List.of()
                : List.of(finding(
                        new Subject.Protocol(),
                        "no block for more than " + Quantity.write(limit),
                        head.map(block -> "The newest is block " + block.number() + " of " + block.time())
                                .orElse("None was read yet"),
                        new Evidence("since", Quantity.write(age), "this machine's clock")));
    }

    private List<Finding> apart(Duration limit) {
        return apart.abs().compareTo(limit) <= 0
                ? List.of()
                : List.of(finding(
                        new Subject.Machine(),
                        "more than " + Quantity.write(limit) + " apart",
                        "The newest block's time is " + Quantity.write(apart.abs())
                                + (apart.isNegative() ? " after" : " before") + " this machine's",
                        new Evidence("apart", Quantity.write(apart.abs()), "the block's header")));
    }

    private List<Finding> jumped(Duration limit) {
        var since = Duration.ofNanos(nanoseconds.getAsLong() - jumpedAt);
        return jumped.abs().compareTo(limit) <= 0 || since.compareTo(JUMP_STANDS) > 0
                ? List.of()
                : List.of(finding(
                        new Subject.Machine(),
                        "by more than " + Quantity.write(limit),
                        "It was set " + (jumped.isNegative() ? "back" : "forward") + " by "
                                + Quantity.write(jumped.abs()),
                        new Evidence("by", Quantity.write(jumped.abs()), "this machine's clocks")));
    }

    private static Finding finding(Subject about, String words, String detail, Evidence evidence) {
        return new Finding(about, "", words, detail, List.of(evidence), Optional.empty(), true);
    }
}
