package org.breakwater.core.activity;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.breakwater.core.activity.Alert.Kind;
import org.breakwater.core.activity.Alert.Level;
import org.breakwater.core.follow.Known;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.core.value.Address;

/// What is not as it should be by what is known, worst first. The limits are the protocol's own parameters; only
/// solvency is told of early, from a tenth above the minimum.
public final class AlertList {

    private static final long WHOLE = 10_000;
    private static final long THIN = 11_000;

    private final ProtocolView view;
    private final long time;
    private final List<Alert> alerts = new ArrayList<>();

    private AlertList(ProtocolView view, long time) {
        this.view = view;
        this.time = time;
    }

    public static List<Alert> of(Known known) {
        var list = new AlertList(known.view(), known.time());
        known.view().pools().forEach(list::pool);
        list.treasury();
        list.subjects();
        list.integrators();
        return list.alerts.stream()
                .sorted(Comparator.comparing(Alert::level)
                        .thenComparing(Alert::kind)
                        .thenComparing(Alert::subject))
                .toList();
    }

    private void add(Level level, Kind kind, Area area, BigInteger subject, BigInteger value, BigInteger limit) {
        alerts.add(new Alert(level, kind, area, subject, value, limit));
    }

    private void pool(PoolView pool) {
        var id = BigInteger.valueOf(pool.poolId());
        var solvency = pool.capital().solvencyBps();
        if (solvency < THIN) {
            var under = solvency < WHOLE;
            add(
                    under ? Level.CRITICAL : Level.WARNING,
                    Kind.SOLVENCY,
                    Area.POOLS,
                    id,
                    BigInteger.valueOf(solvency),
                    BigInteger.valueOf(under ? WHOLE : THIN));
        }
        window(Kind.PAYOUT_WINDOW, id, pool.payoutsUsed(), pool.payoutsLimit());
        window(Kind.REDEMPTION_WINDOW, id, pool.redemptionsUsed(), pool.redemptionsLimit());
    }

    private void window(Kind kind, BigInteger pool, BigInteger used, BigInteger limit) {
        if (limit.signum() > 0 && used.compareTo(limit) >= 0) {
            add(Level.WARNING, kind, Area.POOLS, pool, used, limit);
        }
    }

    private void treasury() {
        for (var asset : view.treasury().assets()) {
            var word = number(asset.asset());
            var peg = asset.peg();
            if (peg.state() != PegState.NORMAL) {
                var depegged = peg.state() == PegState.DEPEGGED;
                add(
                        depegged ? Level.CRITICAL : Level.WARNING,
                        Kind.PEG,
                        Area.TREASURY,
                        word,
                        depegged ? BigInteger.TWO : BigInteger.ONE,
                        BigInteger.ZERO);
            }
            var oldest = view.parameterBook().get(ParameterKey.ORACLE_MAX_AGE, ParameterScope.account(peg.feed()));
            var age = BigInteger.valueOf(time - asset.health().oldestPrice());
            if (age.compareTo(oldest) > 0) {
                add(Level.WARNING, Kind.PRICE_AGE, Area.TREASURY, number(peg.feed()), age, oldest);
            }
            var coverage = asset.health().coverageBps();
            if (coverage < WHOLE) {
                add(
                        Level.CRITICAL,
                        Kind.TREASURY_COVERAGE,
                        Area.TREASURY,
                        word,
                        BigInteger.valueOf(coverage),
                        BigInteger.valueOf(WHOLE));
            }
            venues(asset.asset(), asset.health().liquid().add(asset.health().deployed()));
        }
    }

    private void venues(Address asset, BigInteger all) {
        for (var venue : view.treasury().venues()) {
            if (!venue.state().asset().equals(asset) || all.signum() == 0) {
                continue;
            }
            var share = venue.value().multiply(BigInteger.valueOf(WHOLE)).divide(all);
            var cap = BigInteger.valueOf(venue.state().capBps());
            if (share.compareTo(cap) > 0) {
                add(Level.WARNING, Kind.VENUE_SHARE, Area.TREASURY, number(venue.venue()), share, cap);
            }
        }
    }

    private void subjects() {
        for (var found : view.subjects()) {
            if (found.subject().status() != SubjectStatus.LISTED) {
                continue;
            }
            var scope = ParameterScope.kind(found.subject().kind().number());
            var oldest = view.parameterBook().get(ParameterKey.ATTESTATION_MAX_AGE, scope);
            var age = BigInteger.valueOf(time - found.inputs().attestedAt());
            if (age.compareTo(oldest) > 0) {
                add(
                        Level.WARNING,
                        Kind.ATTESTATION_AGE,
                        Area.POOLS,
                        BigInteger.valueOf(found.subjectId()),
                        age,
                        oldest);
            }
        }
    }

    private void integrators() {
        for (var found : view.integrators()) {
            if (found.state().active() && found.accounts() > 0 && found.fundedUntil() <= time) {
                add(
                        Level.WARNING,
                        Kind.UNFUNDED_ACCOUNTS,
                        Area.POLICIES,
                        number(found.integrator()),
                        BigInteger.valueOf(found.accounts()),
                        BigInteger.ZERO);
            }
        }
    }

    /// An address as a number, by which an alert says whose it is.
    public static BigInteger number(Address address) {
        return new BigInteger(1, address.bytes().toArray());
    }
}
