package org.breakwater.desktop.feature.registry;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breakwater.core.fact.RiskFact.Dependencies;
import org.breakwater.core.follow.Known;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.SubjectView;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.core.rule.RiskScore;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.feature.registry.RegistryRow.Dependency;
import org.breakwater.desktop.feature.registry.RegistryRow.FailedRule;
import org.breakwater.desktop.feature.registry.RegistryRow.Of;
import org.breakwater.desktop.feature.registry.RegistryRow.PoolOf;
import org.breakwater.desktop.feature.registry.RegistryRow.Rule;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Reading;
import org.breakwater.desktop.place.SubjectName;

/// Puts together what the registry shows of all subjects.
final class ReadRegistry {

    private final Known known;
    private final ProtocolView view;
    private final TextLibrary texts;
    private final List<PoolView> pools;
    private final Map<Long, Long> policies;

    private ReadRegistry(Known known, TextLibrary texts) {
        this.known = known;
        this.view = known.view();
        this.texts = texts;
        this.pools = Reading.of(view::pools).value().orElse(List.of());
        this.policies = Reading.of(view::policies).value().orElse(List.of()).stream()
                .filter(policy -> isOpen(policy.state()))
                .collect(Collectors.groupingBy(policy -> policy.policy().subjectId(), Collectors.counting()));
    }

    static RegistryPage of(Known known, TextLibrary texts) {
        var read = new ReadRegistry(known, texts);
        return new RegistryPage(
                known.block(),
                read.view.head().pools(),
                read.view.subjects().stream().map(read::row).toList());
    }

    private static boolean isOpen(PolicyState state) {
        return switch (state) {
            case WAITING, ACTIVE, GRACE, OVERDUE -> true;
            case EXPIRED, CANCELLED, EXHAUSTED -> false;
        };
    }

    private RegistryRow row(SubjectView subject) {
        var attested = subject.inputs().attestedAt() != 0;
        var level = attested ? RiskScore.levelOf(subject.scoreNow()) : RiskLevel.UNRATED;
        var pool = pool(subject);
        return new RegistryRow(
                subject,
                SubjectName.of(subject, texts),
                known.block().time(),
                level,
                RiskScore.parts(subject.inputs(), known.time()),
                Reading.of(() -> duration(limit(ParameterKey.ATTESTATION_MAX_AGE, subject))),
                rules(subject, level),
                dependencies(subject.inputs().dependencies()),
                pool.map(of -> new PoolOf(of.poolId(), of.name())),
                Reading.ofOptional(
                        () -> pool.flatMap(of -> view.cover(of.poolId(), subject.subjectId())),
                        "No pool insures this kind."),
                policies.getOrDefault(subject.subjectId(), 0L),
                runOff(subject, level));
    }

    /// The pool of the subject's kind; where there are several, the one that has sold cover on it.
    private Optional<PoolView> pool(SubjectView subject) {
        var ofKind = pools.stream()
                .filter(pool -> pool.kind() == subject.subject().kind())
                .toList();
        return ofKind.stream()
                .filter(pool -> view.cover(pool.poolId(), subject.subjectId())
                        .filter(cover -> cover.amount().signum() > 0)
                        .isPresent())
                .findFirst()
                .or(() -> ofKind.stream().findFirst());
    }

    private BigInteger limit(ParameterKey key, SubjectView subject) {
        return view.parameterBook()
                .get(key, ParameterScope.kind(subject.subject().kind().number()));
    }

    private static Duration duration(BigInteger seconds) {
        return Duration.ofSeconds(seconds.longValueExact());
    }

    private List<FailedRule> rules(SubjectView subject, RiskLevel level) {
        var failed = new ArrayList<FailedRule>();
        for (var rule : Rule.values()) {
            if (rule.isIn(subject.failedRules())) {
                failed.addFirst(new FailedRule(
                        rule,
                        Reading.of(() -> words(rule, subject, level))
                                .value()
                                .orElse("The limit of this rule is not known.")));
            }
        }
        return failed;
    }

    private String words(Rule rule, SubjectView subject, RiskLevel level) {
        var inputs = subject.inputs();
        return switch (rule) {
            case AUDITS ->
                inputs.audits() + (inputs.audits() == 1 ? " audit" : " audits") + ", the rule asks for "
                        + limit(ParameterKey.MIN_AUDITS, subject);
            case AGE ->
                inputs.liveSince() == 0
                        ? "Not used in production yet"
                        : "Live for " + Times.duration(Duration.ofSeconds(known.time() - inputs.liveSince()))
                                + ", the rule asks for "
                                + Times.duration(duration(limit(ParameterKey.MIN_LIVE, subject)));
            case TVL ->
                Numbers.count(inputs.tvlUsd()) + " USD locked, the rule asks for "
                        + Numbers.count(limit(ParameterKey.MIN_TVL, subject)) + " USD";
            case UPGRADE -> "One key can upgrade it, which no subject may have";
            case ATTESTATION ->
                inputs.attestedAt() == 0
                        ? "Nobody has attested it"
                        : "Attested " + Times.duration(Duration.ofSeconds(known.time() - inputs.attestedAt()))
                                + " ago, it may be "
                                + Times.duration(duration(limit(ParameterKey.ATTESTATION_MAX_AGE, subject))) + " old";
            case LEVEL -> "Its level is " + Terms.of(level) + ", which is not insured";
        };
    }

    private static List<Dependency> dependencies(Dependencies of) {
        var known = new ArrayList<Dependency>();
        add(known, Of.CHAIN, of.chain());
        add(known, Of.ORACLE, of.oracle());
        add(known, Of.BRIDGE, of.bridge());
        add(known, Of.CUSTODIAN, of.custodian());
        add(known, Of.CODE, of.codeLineage());
        return known;
    }

    private static void add(List<Dependency> known, Of of, Hash32 id) {
        if (!id.equals(Hash32.ZERO)) {
            known.add(new Dependency(of, AsciiWord.read(id).orElse(id.toString())));
        }
    }

    /// Both since it was suspended and since it was seen to be critical (`RiskRegistry.enforce`).
    private Optional<Instant> runOff(SubjectView subject, RiskLevel level) {
        var state = subject.subject();
        if (state.status() != SubjectStatus.SUSPENDED || level != RiskLevel.CRITICAL || state.criticalSince() == 0) {
            return Optional.empty();
        }
        var since = Math.max(state.statusSince(), state.criticalSince());
        return Reading.of(() -> view.parameterBook().get(ParameterKey.RUN_OFF_AFTER, ParameterScope.GLOBAL))
                .value()
                .map(after -> Instant.ofEpochSecond(since + after.longValueExact()));
    }
}
