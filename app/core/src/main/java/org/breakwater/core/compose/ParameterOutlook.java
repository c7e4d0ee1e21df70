package org.breakwater.core.compose;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.breakwater.core.call.OpenSettings;
import org.breakwater.core.call.OpenSettings.OpenSetting;
import org.breakwater.core.fact.ParameterFact.Spec;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.rule.ParameterBook;
import org.breakwater.core.rule.ParameterClash;
import org.breakwater.core.rule.ParameterClash.Setting;
import org.breakwater.core.rule.ParameterConsistency;
import org.breakwater.core.rule.ParameterConsistency.Form;
import org.breakwater.core.rule.ParameterConsistency.Rule;
import org.breakwater.core.rule.ParameterConsistency.Violation;
import org.breakwater.core.rule.ParameterPreview;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.rule.Unsigned;
import org.breakwater.core.value.Hash32;

/// What is so of a parameter, and what another value of it would do, by the protocol's own arithmetic.
///
/// @param old the value in force
/// @param value the one that is written; empty where none can be read
/// @param step largest change that a proposal may ask for
/// @param lastChangedAt seconds since 1970; 0 if never
/// @param earliest time of execution of what is proposed now
/// @param rules that tie the parameter to others, with the values that would stand
/// @param clashes what is pending and could not be executed any more, or not together with this
/// @param stale pending changes of the same parameter that expect the value in force
/// @param pools what the value does to each of them
/// @param solventUpTo the highest value at which every pool holds its minimum capital; where the parameter decides that
public record ParameterOutlook(
        Hash32 key,
        ParameterScope scope,
        Spec spec,
        BigInteger old,
        Optional<BigInteger> value,
        BigInteger step,
        BigInteger lowest,
        BigInteger highest,
        long lastChangedAt,
        long earliest,
        List<RuleState> rules,
        List<OpenSetting> clashes,
        List<Long> stale,
        List<PoolEffect> pools,
        Optional<BigInteger> solventUpTo) {

    public ParameterOutlook {
        rules = List.copyOf(rules);
        clashes = List.copyOf(clashes);
        stale = List.copyOf(stale);
        pools = List.copyOf(pools);
    }

    /// A rule with the values that would stand: of its two sides, or of the levels in their order.
    public record RuleState(Rule rule, List<BigInteger> values, boolean holds) {
        public RuleState {
            values = List.copyOf(values);
        }
    }

    /// A pool before and after. Amounts in the settlement asset, solvency in basis points.
    ///
    /// @param limit what a share of the pool's assets comes to; where the parameter is such a share
    public record PoolEffect(PoolView pool, Capital before, Capital after, Optional<Limit> limit) {

        public boolean isAffected() {
            return !before.equals(after)
                    || limit.filter(amount -> !amount.before().equals(amount.after()))
                            .isPresent();
        }
    }

    /// @param solvencyBps {@link Solvency#UNBOUNDED} where nothing is insured
    public record Capital(BigInteger minimum, long solvencyBps, BigInteger free) {}

    /// An amount before and after.
    public record Limit(BigInteger before, BigInteger after) {}

    /// Empty for a parameter that is not defined.
    ///
    /// @param book the parameters after the calls before this one
    /// @param open everything that would set a parameter
    public static Optional<ParameterOutlook> of(
            ProtocolView view,
            ParameterBook book,
            OpenSettings open,
            Hash32 key,
            ParameterScope scope,
            Optional<BigInteger> value) {
        return book.spec(key)
                .filter(spec -> ParameterPreview.fits(spec.scopeKind(), scope))
                .map(spec -> {
                    var old = book.inForce(key, scope).orElseThrow();
                    var wanted = new Setting(key, scope, value.orElse(old));
                    var preview = ParameterPreview.of(book, key, scope, wanted.value(), view.time());
                    var after = ParameterClash.after(book, wanted);
                    return new ParameterOutlook(
                            key,
                            scope,
                            spec,
                            old,
                            value,
                            ParameterPreview.maxStep(spec, old),
                            preview.lowest(),
                            preview.highest(),
                            book.changedAt(key, scope),
                            preview.earliestEta(),
                            rules(book, wanted),
                            value.isPresent() ? clashes(book, open, wanted) : List.of(),
                            value.isPresent() ? stale(view, wanted) : List.of(),
                            view.pools().stream()
                                    .map(pool -> effect(pool, key, book, after))
                                    .toList(),
                            solventUpTo(view.pools(), book, key, scope));
                });
    }

    public boolean tightens() {
        return value.filter(next -> ParameterPreview.tightens(spec.safe(), old, next))
                .isPresent();
    }

    public boolean loosens() {
        return value.filter(next -> ParameterPreview.tightens(spec.safe(), next, old))
                .isPresent();
    }

    /// From when on another change may be executed; 0 for now.
    public long intervalEnds() {
        return lastChangedAt == 0 ? 0 : lastChangedAt + spec.minInterval();
    }

    private static List<RuleState> rules(ParameterBook book, Setting wanted) {
        var broken = ParameterConsistency.violation(book, wanted.key(), wanted.scope(), wanted.value())
                .map(Violation::rule);
        var after = ParameterClash.after(book, wanted);
        var states = new ArrayList<RuleState>();
        for (var rule : ParameterConsistency.RULES) {
            var concerns = rule.key().word().equals(wanted.key())
                    || rule.other().word().equals(wanted.key());
            if (concerns) {
                states.add(new RuleState(
                        rule,
                        values(after, rule, wanted.scope()),
                        broken.filter(rule::equals).isEmpty()));
            }
        }
        return states;
    }

    private static List<BigInteger> values(ParameterBook book, Rule rule, ParameterScope scope) {
        if (rule.form() == Form.RISES_WITH_LEVEL) {
            return Arrays.stream(RiskLevel.values())
                    .filter(level -> level != RiskLevel.UNRATED)
                    .flatMap(level -> book.inForce(rule.key().word(), ParameterScope.level(level.number())).stream())
                    .toList();
        }
        var values = new ArrayList<BigInteger>();
        book.inForce(rule.key().word(), scope).ifPresent(values::add);
        book.inForce(rule.other().word(), scope).ifPresent(values::add);
        return values;
    }

    private static List<OpenSetting> clashes(ParameterBook book, OpenSettings open, Setting wanted) {
        return open.settings().stream()
                .filter(other ->
                        ParameterClash.between(book, wanted, other.setting()).isPresent())
                .toList();
    }

    /// A pending change names the value that it expects, and is refused beside any other.
    private static List<Long> stale(ProtocolView view, Setting wanted) {
        return view.changes().stream()
                .filter(pending -> pending.change().state() == ChangeState.PENDING)
                .filter(pending -> pending.change().key().equals(wanted.key())
                        && pending.change().scope().equals(wanted.scope())
                        && !pending.change().expectedOld().equals(wanted.value()))
                .map(pending -> pending.changeId())
                .toList();
    }

    private static PoolEffect effect(PoolView pool, Hash32 key, ParameterBook before, ParameterBook after) {
        return new PoolEffect(pool, capital(pool, before), capital(pool, after), limit(pool, key, before, after));
    }

    private static Capital capital(PoolView pool, ParameterBook book) {
        var minimum = Solvency.minCapital(weighted(pool, book, _ -> true));
        var total = pool.capital().totalAssets();
        return new Capital(minimum, Solvency.ratio(total, minimum), Unsigned.saturatingSub(total, minimum));
    }

    private static BigInteger weighted(PoolView pool, ParameterBook book, Predicate<RiskLevel> which) {
        var sum = BigInteger.ZERO;
        for (var level : RiskLevel.values()) {
            if (which.test(level)) {
                var ratio = book.get(ParameterKey.MIN_CAPITAL_RATIO, ParameterScope.level(level.number()));
                sum = sum.add(cover(pool, level).multiply(ratio));
            }
        }
        return sum;
    }

    private static BigInteger cover(PoolView pool, RiskLevel level) {
        return pool.coverByLevel().get(List.of(RiskLevel.values()).indexOf(level));
    }

    private static Optional<Limit> limit(PoolView pool, Hash32 key, ParameterBook before, ParameterBook after) {
        var share = Arrays.stream(ParameterKey.values())
                .filter(parameter -> parameter.word().equals(key))
                .findFirst()
                .flatMap(parameter -> base(pool, parameter));
        return share.map(base -> new Limit(
                Solvency.limit(base, inForce(before, key, pool)), Solvency.limit(base, inForce(after, key, pool))));
    }

    private static BigInteger inForce(ParameterBook book, Hash32 key, PoolView pool) {
        return book.inForce(key, ParameterScope.pool(pool.poolId())).orElseThrow();
    }

    /// What a parameter is a share of.
    private static Optional<BigInteger> base(PoolView pool, ParameterKey parameter) {
        return switch (parameter) {
            case MAX_POLICY_SHARE, SUBJECT_CONCENTRATION ->
                Optional.of(pool.capital().totalAssets());
            case INCIDENT_CAP, POOL_FLOOR, DRAIN_LIMIT_24H ->
                Optional.of(pool.capital().grossAssets());
            default -> Optional.empty();
        };
    }

    private static Optional<BigInteger> solventUpTo(
            List<PoolView> pools, ParameterBook book, Hash32 key, ParameterScope scope) {
        if (!key.equals(ParameterKey.MIN_CAPITAL_RATIO.word())) {
            return Optional.empty();
        }
        return pools.stream()
                .flatMap(pool -> solventUpTo(pool, book, scope).stream())
                .min(BigInteger::compareTo);
    }

    private static Optional<BigInteger> solventUpTo(PoolView pool, ParameterBook book, ParameterScope scope) {
        var cover = BigInteger.ZERO;
        for (var level : RiskLevel.values()) {
            if (isMoved(level, book, scope)) {
                cover = cover.add(cover(pool, level));
            }
        }
        if (cover.signum() == 0) {
            return Optional.empty();
        }
        var rest = weighted(pool, book, level -> !isMoved(level, book, scope));
        var most = pool.capital().totalAssets().multiply(Unsigned.BPS);
        return Optional.of(Unsigned.saturatingSub(most, rest).divide(cover));
    }

    private static boolean isMoved(RiskLevel level, ParameterBook book, ParameterScope scope) {
        var own = ParameterScope.level(level.number());
        return scope.equals(own)
                || (scope.equals(ParameterScope.GLOBAL)
                        && book.own(ParameterKey.MIN_CAPITAL_RATIO.word(), own).isEmpty());
    }
}
