package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.time.Duration;
import org.breakwater.core.problem.ProblemException;

/// In the last hours buyers rush for bridge cover, just before one bridge raises an alarm: what is set aside for that
/// leaves
/// the pool with hardly more than its minimum capital.
final class LastRush implements Strand {

    private static final String ALARMED = "Ferryman";
    private static final int POOL = 2;

    /// Net assets over minimum capital that are left, in basis points.
    private static final long LEFT = 10_320;

    private static final long ONE = 10_000;
    private static final long LARGEST = 420_000;
    private static final int BUYERS = 24;

    private final Setting setting;
    private final Subjects subjects;
    private final Market market;
    private final Draw draw;

    LastRush(Setting setting, Subjects subjects, Market market) {
        this.setting = setting;
        this.subjects = subjects;
        this.market = market;
        this.draw = setting.draw("last rush");
    }

    @Override
    public void begin() {
        var agenda = setting.agenda();
        for (int buyer = 0; buyer < BUYERS; buyer++) {
            agenda.at(agenda.day(World.DAYS - 1L, 1 + buyer * 0.6), "Rushing for bridge cover", this::buy);
        }
    }

    private void buy() throws ProblemException {
        var gap = missing();
        if (gap < 20_000) {
            return;
        }
        var subject = draw.pick(subjects.listed(POOL).stream()
                .filter(candidate -> !candidate.name().equals(ALARMED))
                .toList());
        var pool = setting.protocol().pool(POOL);
        var capacity = dollars(setting.stage().number(pool.call("availableCapacity", subject.id())));
        var wanted = Math.min(gap * 100 / percent(subject), LARGEST);
        var amount = Math.min(wanted, capacity * 9 / 10) / 1_000 * 1_000;
        if (amount >= 5_000) {
            var buyer = draw.pick(setting.cast().of(Part.HOLDER).subList(0, 200));
            market.buy(buyer, subject, amount, Duration.ofDays(365));
        }
    }

    /// What minimum capital still has to grow by, dollars.
    private long missing() throws ProblemException {
        var pool = setting.protocol().pool(POOL);
        var capital = setting.stage().view(pool.call("capital")).struct();
        var alarmed = setting.stage()
                .view(pool.call("coverOfSubject", subjects.named(ALARMED).id()))
                .struct()
                .number("amount");
        var left = capital.number("totalAssets").subtract(alarmed);
        var wanted = left.multiply(BigInteger.valueOf(ONE)).divide(BigInteger.valueOf(LEFT));
        return dollars(wanted.subtract(capital.number("minCapital")));
    }

    /// About what part of a subject's cover is required as capital.
    private static long percent(Subject subject) {
        return switch (subject.entry().level()) {
            case LOW -> 25;
            case GUARDED -> 35;
            case ELEVATED -> 50;
            case HIGH -> 85;
            case UNRATED, CRITICAL -> 100;
        };
    }

    private static long dollars(BigInteger assets) {
        return assets.divide(Setting.usdc(1)).longValueExact();
    }
}
