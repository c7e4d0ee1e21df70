package org.breakwater.desktop.feature.pools;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.breakwater.core.fact.ParameterFact.Spec;
import org.breakwater.core.follow.Known;
import org.breakwater.core.follow.PoolHistory;
import org.breakwater.core.follow.PoolHistory.Dated;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.Capital;
import org.breakwater.core.projection.view.Change;
import org.breakwater.core.projection.view.ChangeView;
import org.breakwater.core.projection.view.PolicyView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.SubjectView;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.core.rule.ParameterPreview;
import org.breakwater.core.rule.RiskScore;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.rule.Unsigned;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.feature.pools.PoolDetail.ClaimsDue;
import org.breakwater.desktop.feature.pools.PoolDetail.IncidentRow;
import org.breakwater.desktop.feature.pools.PoolDetail.LevelRow;
import org.breakwater.desktop.feature.pools.PoolDetail.ParameterRow;
import org.breakwater.desktop.feature.pools.PoolDetail.Pending;
import org.breakwater.desktop.feature.pools.PoolDetail.Where;
import org.breakwater.desktop.l10n.ParameterWords;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.place.Reading;
import org.breakwater.desktop.place.SubjectName;

/// Puts together what the place shows of all pools. Each figure is read for itself: what one of them lacks does not
/// hide
/// the others.
final class ReadPools {

    private final Known known;
    private final ProtocolView view;
    private final TextLibrary texts;
    private final List<SubjectView> subjects;
    private final List<ChangeView> changes;

    private ReadPools(Known known, TextLibrary texts) {
        this.known = known;
        this.view = known.view();
        this.texts = texts;
        this.subjects = Reading.of(view::subjects).value().orElse(List.of());
        this.changes = Reading.of(view::changes).value().orElse(List.of());
    }

    static PoolsPage of(Known known, TextLibrary texts) {
        return new ReadPools(known, texts).page();
    }

    private PoolsPage page() {
        var policies = Reading.of(view::policies).value().orElse(List.of()).stream()
                .filter(policy -> isOpen(policy.state()))
                .collect(Collectors.groupingBy(policy -> policy.policy().poolId()));
        var pools = new ArrayList<PoolDetail>();
        for (var row : withShortNames(LongStream.rangeClosed(1, view.head().pools())
                .mapToObj(this::row)
                .toList())) {
            pools.add(detail(row, policies.getOrDefault(row.id(), List.of())));
        }
        return new PoolsPage(known.block(), view.head().subjects(), pools, totals(pools));
    }

    /// A first word that all pools share tells none from another.
    private static List<PoolRow> withShortNames(List<PoolRow> rows) {
        var shared = rows.stream()
                .map(row -> row.name().substring(0, row.name().indexOf(' ') + 1))
                .distinct()
                .toList();
        return rows.size() < 2 || shared.size() != 1
                ? rows
                : rows.stream()
                        .map(row -> row.named(capitalised(
                                row.name().substring(shared.getFirst().length()))))
                        .toList();
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static boolean isOpen(PolicyState state) {
        return switch (state) {
            case WAITING, ACTIVE, GRACE, OVERDUE -> true;
            case EXPIRED, CANCELLED, EXHAUSTED -> false;
        };
    }

    private PoolRow row(long id) {
        var pool = Reading.ofOptional(() -> view.pool(id), "There is no such pool.");
        return new PoolRow(
                id,
                pool.value().map(PoolView::name).orElse("Pool " + id),
                pool,
                rates(id, pool.value()),
                Reading.ofOptional(() -> view.redemptions(id), "There is no such pool."),
                Reading.of(() -> new BasisPoints(
                        view.parameterBook().get(ParameterKey.DRAIN_LIMIT_24H, ParameterScope.pool(id)))));
    }

    private Reading<RateSpan> rates(long id, Optional<PoolView> pool) {
        return Reading.ofOptional(
                () -> pool.flatMap(read -> RateSpan.of(prices(id, listed(read.kind())))),
                "No subject of this pool can be insured now.");
    }

    private List<SubjectView> listed(RiskKind kind) {
        return subjects.stream()
                .filter(subject ->
                        subject.subject().kind() == kind && subject.subject().status() == SubjectStatus.LISTED)
                .toList();
    }

    private List<Optional<BigInteger>> prices(long pool, List<SubjectView> priced) {
        return priced.stream()
                .map(subject -> view.price(pool, subject.subjectId()).flatMap(price -> price.rate()))
                .toList();
    }

    private PoolDetail detail(PoolRow row, List<PolicyView> policies) {
        return new PoolDetail(
                row,
                known.block(),
                policies.size(),
                read(row, pool -> levels(row, pool, policies)),
                read(row, pool -> parameters(row, pool)),
                row.redemptions(),
                Reading.of(() -> incidents(row.id())),
                read(row, pool -> claims(row, pool)),
                history(row));
    }

    /// The past days, and now.
    private List<Dated> history(PoolRow row) {
        var days = new ArrayList<>(known.history().of(row.id()));
        row.pool().value().map(ReadPools::point).ifPresent(now -> {
            days.removeIf(day -> !day.time().isBefore(known.block().time()));
            days.add(new Dated(known.block().time(), now));
        });
        return days;
    }

    private static PoolHistory.Point point(PoolView pool) {
        var capital = pool.capital();
        return new PoolHistory.Point(
                capital.totalAssets(),
                capital.minCapital(),
                capital.activeCover(),
                capital.solvencyBps(),
                capital.utilisationBps(),
                pool.sharePrice());
    }

    private static <T> Reading<T> read(PoolRow row, Function<PoolView, T> figure) {
        return row.pool().value().isPresent()
                ? Reading.of(() -> figure.apply(row.pool().value().orElseThrow()))
                : new Reading<>(Optional.empty(), row.pool().problem());
    }

    private List<LevelRow> levels(PoolRow row, PoolView pool, List<PolicyView> policies) {
        var counted = new EnumMap<RiskLevel, Long>(RiskLevel.class);
        var buckets = new HashMap<Long, RiskLevel>();
        for (var policy : policies) {
            var bucket = buckets.computeIfAbsent(
                    policy.policy().subjectId(),
                    subject -> view.cover(row.id(), subject).orElseThrow().level());
            counted.merge(bucket, 1L, Long::sum);
        }
        Map<RiskLevel, List<SubjectView>> listed =
                listed(pool.kind()).stream().collect(Collectors.groupingBy(subject -> levelNow(subject)));
        var rows = new ArrayList<LevelRow>();
        for (var level : RiskLevel.values()) {
            var cover = pool.coverByLevel().get(level.number());
            var priced = listed.getOrDefault(level, List.of());
            if (cover.signum() > 0 || !priced.isEmpty()) {
                rows.addFirst(level(row, level, cover, counted.getOrDefault(level, 0L), priced));
            }
        }
        return rows;
    }

    private LevelRow level(PoolRow row, RiskLevel level, BigInteger cover, long policies, List<SubjectView> priced) {
        var scope = ParameterScope.level(level.number());
        var ratio = view.parameterBook().get(ParameterKey.MIN_CAPITAL_RATIO, scope);
        return new LevelRow(
                level,
                priced.size(),
                policies,
                SettlementAsset.amount(cover),
                new BasisPoints(ratio),
                SettlementAsset.amount(Solvency.requirement(cover, ratio)),
                new BasisPoints(view.parameterBook().get(ParameterKey.BASE_RATE, scope)),
                RateSpan.of(prices(row.id(), priced)));
    }

    private static RiskLevel levelNow(SubjectView subject) {
        return subject.inputs().attestedAt() == 0 ? RiskLevel.UNRATED : RiskScore.levelOf(subject.scoreNow());
    }

    private List<ParameterRow> parameters(PoolRow row, PoolView pool) {
        var rows = new ArrayList<ParameterRow>();
        for (var parameter : view.parameters()) {
            var spec = parameter.spec();
            switch (spec.scopeKind()) {
                case POOL ->
                    rows.add(parameter(parameter.key(), spec, Where.POOL, ParameterScope.pool(row.id()), "this pool"));
                case KIND -> {
                    var scope = ParameterScope.kind(pool.kind().number());
                    rows.add(parameter(parameter.key(), spec, Where.KIND, scope, "this kind"));
                }
                case LEVEL -> {
                    for (var level : RiskLevel.values()) {
                        if (level != RiskLevel.UNRATED) {
                            var scope = ParameterScope.level(level.number());
                            rows.add(parameter(parameter.key(), spec, Where.LEVEL, scope, Terms.of(level)));
                        }
                    }
                }
                case ADDRESS ->
                    address(pool, parameter.key())
                            .map(account -> parameter(
                                    parameter.key(),
                                    spec,
                                    Where.ADDRESS,
                                    ParameterScope.account(account),
                                    SettlementAsset.SYMBOL))
                            .ifPresent(rows::add);
                case GLOBAL ->
                    rows.add(parameter(parameter.key(), spec, Where.GLOBAL, ParameterScope.GLOBAL, "everywhere"));
            }
        }
        rows.sort(Comparator.comparing(ParameterRow::where));
        return rows;
    }

    /// The asset whose peg is watched; a price feed's age is not the pool's.
    private static Optional<Address> address(PoolView pool, Hash32 key) {
        return key.equals(ParameterKey.ORACLE_MAX_AGE.word()) ? Optional.empty() : Optional.of(pool.asset());
    }

    private ParameterRow parameter(Hash32 key, Spec spec, Where where, ParameterScope scope, String words) {
        var book = view.parameterBook();
        var value = book.inForce(key, scope).orElseThrow();
        return new ParameterRow(
                key,
                ParameterWords.name(key),
                where,
                words,
                scope,
                book.own(key, scope).isPresent(),
                value,
                spec,
                ParameterPreview.maxStep(spec, value),
                pending(key, scope));
    }

    private Optional<Pending> pending(Hash32 key, ParameterScope scope) {
        return changes.stream()
                .filter(change -> isPending(change.change(), key, scope))
                .findFirst()
                .map(change -> new Pending(
                        change.changeId(),
                        change.change().newValue(),
                        Instant.ofEpochSecond(change.change().eta())));
    }

    private static boolean isPending(Change change, Hash32 key, ParameterScope scope) {
        return change.state() == ChangeState.PENDING
                && change.key().equals(key)
                && change.scope().equals(scope);
    }

    /// The newest first.
    private List<IncidentRow> incidents(long pool) {
        return view.incidents().stream()
                .filter(incident -> incident.incident().poolId() == pool)
                .map(incident ->
                        new IncidentRow(incident, name(incident.incident().subjectId())))
                .toList()
                .reversed();
    }

    private String name(long subject) {
        return subjects.stream()
                .filter(each -> each.subjectId() == subject)
                .findFirst()
                .map(each -> SubjectName.of(each, texts))
                .orElse("Subject " + subject);
    }

    private ClaimsDue claims(PoolRow row, PoolView pool) {
        var ofPool = view.incidents().stream()
                .filter(incident -> incident.incident().poolId() == row.id())
                .map(incident -> incident.incidentId())
                .collect(Collectors.toSet());
        var due = view.claims().stream()
                .filter(claim -> ofPool.contains(claim.claim().incidentId())
                        && claim.dueNow().signum() > 0)
                .toList();
        var sum = due.stream().map(claim -> claim.dueNow()).reduce(BigInteger.ZERO, BigInteger::add);
        return new ClaimsDue(
                SettlementAsset.amount(pool.capital().reserved()),
                due.size(),
                SettlementAsset.amount(sum),
                SettlementAsset.amount(Unsigned.saturatingSub(pool.payoutsLimit(), pool.payoutsUsed())));
    }

    private static PoolsPage.Totals totals(List<PoolDetail> pools) {
        var rows = pools.stream().map(PoolDetail::row).toList();
        var capital = sum(rows, PoolRow::totalAssets);
        var minimum = sum(rows, PoolRow::minCapital);
        return new PoolsPage.Totals(
                pools.size(),
                capital,
                sum(rows, PoolRow::activeCover),
                minimum,
                ratio(capital, minimum),
                ratio(minimum, capital),
                sum(rows, PoolRow::queued),
                rows.stream()
                        .flatMap(row -> row.requests().stream())
                        .mapToInt(Integer::intValue)
                        .sum(),
                rows.stream()
                        .flatMap(row -> row.capital().stream())
                        .mapToLong(Capital::openIncidents)
                        .sum());
    }

    private static Optional<BasisPoints> ratio(Optional<TokenAmount> part, Optional<TokenAmount> whole) {
        return part.flatMap(units -> whole.filter(all -> all.units().signum() > 0)
                .map(all -> BasisPoints.of(Solvency.ratio(units.units(), all.units()))));
    }

    /// Empty where an amount is missing.
    private static Optional<TokenAmount> sum(List<PoolRow> rows, Function<PoolRow, Optional<TokenAmount>> amount) {
        var amounts = rows.stream().flatMap(row -> amount.apply(row).stream()).toList();
        if (amounts.isEmpty() || amounts.size() < rows.size()) {
            return Optional.empty();
        }
        var units = amounts.stream().map(TokenAmount::units).reduce(BigInteger.ZERO, BigInteger::add);
        return Optional.of(SettlementAsset.amount(units));
    }
}
