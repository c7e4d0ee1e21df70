package org.breakwater.core.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.chain.AskedEndpoint;
import org.breakwater.core.chain.CompareEndpoints;
import org.breakwater.core.chain.Endpoint;
import org.breakwater.core.chain.EndpointAnswer;
import org.breakwater.core.chain.EndpointAnswer.Standing;
import org.breakwater.core.chain.Unfit;
import org.breakwater.core.connection.EndpointUse.PassedOver;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Live;

/// Use case: chooses which of a network's endpoints is used, the first in order of preference that is well.
///
/// The one that is used is left at once when reading from it fails, and when it failed to tell its newest block, or was
/// behind, several times in a row. One that was left is gone back to when it has been well for a while, longer each
/// time. Where none is well, the one that is used stays. May be called on any thread.
public final class EndpointSelection {

    private final EndpointRules rules;
    private final InstantSource clock;
    private final Live<List<Endpoint>> endpoints;
    private final Live<EndpointUse> use;
    private final Map<Endpoint, Health> healths = new HashMap<>();

    /// @param endpoints in order of preference
    /// @param first the one that is used at first, known to be on the chain
    /// @param clock of this machine
    public EndpointSelection(List<Endpoint> endpoints, Endpoint first, EndpointRules rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
        this.endpoints = new Live<>(List.copyOf(endpoints));
        this.use = new Live<>(new EndpointUse(first, List.of()));
        health(first).answers = true;
    }

    /// One endpoint, for which there is no other.
    public static EndpointSelection only(Endpoint endpoint, Duration lateAfter) {
        return new EndpointSelection(
                List.of(endpoint), endpoint, EndpointRules.development(lateAfter), InstantSource.system());
    }

    /// What is known of how an endpoint does.
    private static final class Health {

        private Optional<PassedOver> unfit = Optional.empty();
        private Instant wellFrom = Instant.MIN;
        private Instant left = Instant.MIN;
        private Duration patience = Duration.ZERO;
        private int failures;
        private boolean answers;
        private boolean failsReading;
    }

    /// All endpoints, in order of preference.
    public Live<List<Endpoint>> endpoints() {
        return endpoints;
    }

    /// Which one is used; set by whoever finds out that it must be another.
    public Live<EndpointUse> use() {
        return use;
    }

    /// Others, or another order. One that is gone is used no longer.
    public synchronized void change(List<Endpoint> others) {
        if (others.isEmpty()) {
            throw new IllegalArgumentException("a network has at least one endpoint");
        }
        healths.keySet().retainAll(others);
        endpoints.set(List.copyOf(others));
        choose();
    }

    /// Asks all endpoints for their newest blocks, and chooses. Blocking.
    ///
    /// @return what each answered, in order of preference
    public List<AskedEndpoint> look() {
        var round = round();
        var answers = new CompareEndpoints(round, rules.lateAfter()).run();
        return heard(round, answers);
    }

    /// The endpoint that is used comes first: it is the one the others are compared with.
    private synchronized List<Endpoint> round() {
        var used = use.get().endpoint();
        var round = new ArrayList<>(endpoints.get());
        if (round.remove(used)) {
            round.addFirst(used);
        }
        return round;
    }

    private synchronized List<AskedEndpoint> heard(List<Endpoint> round, List<EndpointAnswer> answers) {
        var newest = newest(answers);
        var judged = new HashMap<Endpoint, EndpointAnswer>();
        for (int i = 0; i < round.size(); i++) {
            var endpoint = round.get(i);
            var answer = judged(answers.get(i), newest);
            judged.put(endpoint, answer);
            if (endpoints.get().contains(endpoint)) {
                note(endpoint, answer, newest);
            }
        }
        choose();
        return endpoints.get().stream()
                .map(endpoint ->
                        new AskedEndpoint(endpoint.name(), isUsed(endpoint), Optional.ofNullable(judged.get(endpoint))))
                .toList();
    }

    private boolean isUsed(Endpoint endpoint) {
        return use.get().endpoint().equals(endpoint);
    }

    /// The newest block of the chain that is read. Who tells another one cannot make the others late.
    private static Optional<BlockRef> newest(List<EndpointAnswer> answers) {
        Optional<BlockRef> newest = Optional.empty();
        for (var answer : answers) {
            if (answer instanceof EndpointAnswer.Head(var head, var _, var standing)
                    && standing == Standing.AGREES
                    && newest.stream().noneMatch(known -> known.number() >= head.number())) {
                newest = Optional.of(head);
            }
        }
        return newest;
    }

    private EndpointAnswer judged(EndpointAnswer answer, Optional<BlockRef> newest) {
        return answer instanceof EndpointAnswer.Head(var head, var took, var standing)
                        && standing == Standing.AGREES
                        && newest.filter(block -> isBehind(head, block)).isPresent()
                ? new EndpointAnswer.Head(head, took, Standing.BEHIND)
                : answer;
    }

    private boolean isBehind(BlockRef head, BlockRef newest) {
        return newest.number() - head.number() > rules.mostBlocksBehind()
                && Duration.between(head.time(), newest.time()).compareTo(rules.mostTimeBehind()) > 0;
    }

    private void note(Endpoint endpoint, EndpointAnswer answer, Optional<BlockRef> newest) {
        switch (answer) {
            case EndpointAnswer.None(var why, var problem) -> failed(endpoint, false, why, problem);
            case EndpointAnswer.Head(var head, var _, var standing) -> {
                switch (standing) {
                    case AGREES, UNKNOWN -> well(endpoint);
                    case BEHIND -> failed(endpoint, true, Unfit.BEHIND, behind(endpoint, head, newest));
                    case DIFFERS -> failed(endpoint, true, Unfit.OTHER_BRANCH, differs(endpoint, head));
                }
            }
        }
    }

    private static Problem behind(Endpoint endpoint, BlockRef head, Optional<BlockRef> newest) {
        var lag = newest.filter(block -> block.number() > head.number())
                .map(block -> ", the newest is " + block.number())
                .orElse("");
        return Problem.of(
                endpoint.name() + " is behind: it is at block " + head.number() + lag + ".",
                "Wait until it has caught up.");
    }

    private static Problem differs(Endpoint endpoint, BlockRef head) {
        return Problem.of(
                endpoint.name() + " has another block than the endpoint that is used, at or below block "
                        + head.number() + ".",
                "If it stays so, find out which of them is on the chain that everybody is on.");
    }

    private void well(Endpoint endpoint) {
        var health = health(endpoint);
        health.answers = true;
        health.failures = 0;
        if (!clock.instant().isBefore(health.wellFrom)) {
            health.unfit = Optional.empty();
            health.failsReading = false;
        }
    }

    /// Tells why an endpoint that is not used was not good enough when it was tried.
    public synchronized void passOver(Endpoint endpoint, Unfit why, Problem problem) {
        failed(endpoint, false, why, problem);
        choose();
    }

    private void failed(Endpoint endpoint, boolean answers, Unfit why, Problem problem) {
        var health = health(endpoint);
        health.answers = answers;
        health.failures++;
        health.unfit = Optional.of(new PassedOver(endpoint.name(), why, problem));
        if (!isUsed(endpoint)) {
            health.wellFrom = clock.instant().plus(patience(health));
        } else if (health.failures == rules.mostFailures()) {
            leave(health);
        }
    }

    private Duration patience(Health health) {
        return health.patience.isZero() ? rules.patience() : health.patience;
    }

    /// From here on it must be well for a while, for longer if it was left not long ago.
    private void leave(Health health) {
        var now = clock.instant();
        if (health.left.equals(Instant.MIN) || health.left.plus(rules.calm()).isBefore(now)) {
            health.patience = rules.patience();
        } else {
            var doubled = health.patience.multipliedBy(2);
            health.patience = doubled.compareTo(rules.mostPatience()) < 0 ? doubled : rules.mostPatience();
        }
        health.left = now;
        health.wellFrom = now.plus(health.patience);
    }

    /// Tells that reading from an endpoint failed. Where nothing is known of the others, they are asked. Blocking.
    ///
    /// @return whether another one is used from now on
    public boolean failed(Endpoint endpoint, Unfit why, Problem problem) {
        if (leaves(endpoint, why, problem)) {
            return true;
        }
        if (endpoints.get().size() > 1) {
            look();
        }
        return !isUsed(endpoint);
    }

    private synchronized boolean leaves(Endpoint endpoint, Unfit why, Problem problem) {
        if (!isUsed(endpoint)) {
            return true;
        }
        var health = health(endpoint);
        health.unfit = Optional.of(new PassedOver(endpoint.name(), why, problem));
        health.failures = Math.max(health.failures, rules.mostFailures());
        health.failsReading = true;
        leave(health);
        choose();
        return !isUsed(endpoint);
    }

    private void choose() {
        var all = endpoints.get();
        var used = use.get().endpoint();
        var chosen = all.stream()
                .filter(this::isCandidate)
                .findFirst()
                .or(() -> Optional.of(used).filter(all::contains).filter(this::mayDo))
                .or(() -> all.stream().filter(this::mayDo).findFirst())
                .orElse(all.contains(used) ? used : all.getFirst());
        var now = new EndpointUse(
                chosen,
                all.subList(0, all.indexOf(chosen)).stream()
                        .map(this::passedOver)
                        .toList());
        if (!now.equals(use.get())) {
            use.set(now);
        }
    }

    private boolean isCandidate(Endpoint endpoint) {
        var health = health(endpoint);
        var wellForLong = !clock.instant().isBefore(health.wellFrom);
        return isUsed(endpoint)
                ? wellForLong && health.failures < rules.mostFailures()
                : wellForLong && health.answers && health.unfit.isEmpty();
    }

    /// Better than one that gives nothing.
    private boolean mayDo(Endpoint endpoint) {
        var health = health(endpoint);
        return health.answers && !health.failsReading;
    }

    private PassedOver passedOver(Endpoint endpoint) {
        var health = health(endpoint);
        return health.unfit
                .filter(_ -> health.failures > 0 || health.failsReading)
                .orElseGet(() -> new PassedOver(
                        endpoint.name(),
                        Unfit.RECOVERING,
                        Problem.of(
                                endpoint.name() + " answers again; it is used again when it has been well for "
                                        + patience(health).toSeconds() + " s.",
                                "Nothing need be done.")));
    }

    private Health health(Endpoint endpoint) {
        return healths.computeIfAbsent(endpoint, _ -> new Health());
    }
}
