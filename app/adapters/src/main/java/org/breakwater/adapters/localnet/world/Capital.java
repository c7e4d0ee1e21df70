package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// Who puts capital into the pools and takes it out again. Providers follow demand: each pool has a solvency that suits
/// them,
/// above it they ask for their money back, below it they bring more.
final class Capital implements Strand {

    private static final long PURSE = 8_000_000;
    private static final int REQUESTS_A_RUN = 6;

    private final Setting setting;
    private final Draw draw;
    private final List<Plan> plans;
    private final Set<Person> funded = new HashSet<>();
    private final Set<String> approved = new HashSet<>();
    private final Map<Address, Person> byAddress = new HashMap<>();

    Capital(Setting setting) {
        this.setting = setting;
        this.draw = setting.draw("capital");
        this.plans = plans();
        setting.cast().of(Part.PROVIDER).forEach(provider -> byAddress.put(provider.address(), provider));
    }

    /// What providers do with one pool.
    ///
    /// @param least dollars in the pool in the second year, however little cover it has
    /// @param most dollars
    /// @param solvency that suits them: assets over minimum capital
    private record Plan(int pool, long least, long most, double solvency, List<Person> providers) {

        /// What the pool should hold on a day.
        ///
        /// @param required minimum capital, dollars
        long wanted(long day, long required) {
            var ramp = Math.min(1, 0.3 + 0.7 * day / 420);
            return Math.min(most, Math.max(Math.round(least * ramp), Math.round(solvency * required)));
        }
    }

    private List<Plan> plans() {
        var everyone = setting.cast().of(Part.PROVIDER);
        return List.of(
                plan(1, 10_800_000, 18_000_000, 1.52, everyone, 16),
                plan(2, 9_300_000, 16_000_000, 1.16, everyone, 12),
                plan(3, 9_700_000, 14_000_000, 1.30, everyone, 11),
                plan(4, 9_400_000, 16_000_000, 1.64, everyone, 13),
                plan(5, 9_100_000, 18_000_000, 1.83, everyone, 14),
                plan(6, 1_180_000, 1_350_000, 1.26, everyone, 8));
    }

    private Plan plan(int pool, long least, long most, double solvency, List<Person> everyone, int count) {
        return new Plan(pool, least, most, solvency, draw.shuffled(everyone).subList(0, count));
    }

    @Override
    public void begin() {
        var agenda = setting.agenda();
        for (var plan : plans) {
            var first = agenda.day(2, 9).plusSeconds(7_000L * plan.pool());
            agenda.every(
                    first,
                    Duration.ofHours(20),
                    () -> true,
                    "Minding the capital of pool " + plan.pool(),
                    () -> mind(plan));
            agenda.every(
                    first.plus(Duration.ofHours(5)),
                    Duration.ofDays(2),
                    () -> true,
                    "Filling redemptions of pool " + plan.pool(),
                    () -> fill(plan));
            waitAtTheEnd(plan);
        }
    }

    /// Whatever the pool needs, some ask for their money in the last two weeks and still wait at the head.
    private void waitAtTheEnd(Plan plan) {
        var agenda = setting.agenda();
        var count = draw.between(1, 3);
        for (int i = 0; i < count; i++) {
            agenda.at(
                    agenda.day(draw.between(718, 728), draw.between(6.0, 22.0)),
                    "Asking for redemption from pool " + plan.pool(),
                    () -> request(plan, draw.pick(plan.providers()), draw.between(0.1, 0.35)));
        }
    }

    private void mind(Plan plan) throws ProblemException {
        var day = setting.agenda().day();
        var capital = capital(plan);
        var assets = dollars(capital.number("totalAssets"));
        var wanted = plan.wanted(day, dollars(capital.number("minCapital")));
        if (assets < wanted * 0.985) {
            deposit(plan, wanted - assets);
        } else if (day > 60
                && assets > wanted * 1.06
                && capital.number("queuedShares").signum() == 0
                && draw.chance(0.4)) {
            takeOut(plan, (double) (assets - wanted) / assets);
        } else if (day > 45 && draw.chance(0.022)) {
            request(plan, draw.pick(plan.providers()), draw.between(0.08, 0.5));
        }
    }

    private Fields capital(Plan plan) throws ProblemException {
        return setting.stage()
                .view(setting.protocol().pool(plan.pool()).call("capital"))
                .struct();
    }

    private static long dollars(BigInteger assets) {
        return assets.divide(Setting.usdc(1)).longValueExact();
    }

    private void deposit(Plan plan, long gap) throws ProblemException {
        var pool = setting.protocol().pool(plan.pool());
        var room = dollars(setting.stage().number(pool.call("maxDeposit", Address.ZERO)));
        var typical = plan.pool() == 6 ? 45_000 : 210_000;
        var amount =
                Math.min(Math.max(Math.round(draw.logNormal(typical, typical * 5.0)), gap / 4), Math.min(gap, room));
        amount = amount / 1_000 * 1_000;
        if (amount < 5_000) {
            return;
        }
        var provider = draw.pick(plan.providers());
        var deeds = new ArrayList<Stage.Deed>();
        var usdc = setting.protocol().usdc();
        if (funded.add(provider)) {
            deeds.add(Stage.Deed.of(setting.one(Part.DEPLOYER), usdc.call("mint", provider, Setting.usdc(PURSE))));
        }
        if (approved.add(plan.pool() + "/" + provider)) {
            deeds.add(Stage.Deed.of(provider, usdc.call("approve", pool, Setting.UNLIMITED)));
        }
        deeds.add(Stage.Deed.of(provider, pool.call("deposit", Setting.usdc(amount), provider)));
        setting.stage().mine(deeds);
    }

    private void takeOut(Plan plan, double share) throws ProblemException {
        var pool = setting.protocol().pool(plan.pool());
        var supply = setting.stage().number(pool.call("totalSupply"));
        var wanted = part(supply, Math.min(share, 0.08));
        var provider = draw.pick(plan.providers());
        var held = setting.stage().number(pool.call("balanceOf", provider));
        ask(pool, provider, held.min(wanted));
    }

    private static BigInteger part(BigInteger whole, double share) {
        return whole.multiply(BigInteger.valueOf(Math.round(share * 10_000))).divide(BigInteger.valueOf(10_000));
    }

    private void request(Plan plan, Person provider, double share) throws ProblemException {
        var pool = setting.protocol().pool(plan.pool());
        ask(pool, provider, part(setting.stage().number(pool.call("balanceOf", provider)), share));
    }

    private void ask(Contract pool, Person provider, BigInteger shares) throws ProblemException {
        var worth = setting.stage().number(pool.call("convertToAssets", shares));
        if (dollars(worth) < 2_000) {
            return;
        }
        setting.stage().send(provider, pool.call("requestRedeem", shares, provider, provider));
        if (draw.chance(0.06)) {
            changeTheirMind(pool, provider);
        }
    }

    private void changeTheirMind(Contract pool, Person provider) throws ProblemException {
        var queue = setting.stage().view(pool.call("queue"));
        var request = queue.number("tail").subtract(BigInteger.ONE);
        setting.agenda().after(draw.time(Duration.ofDays(1), Duration.ofDays(12)), "Cancelling a redemption", () -> {
            var call = pool.call("cancelRedeem", request);
            if (setting.stage().refusal(provider.address(), call).isEmpty()) {
                setting.stage().send(provider, call);
            }
        });
    }

    private void fill(Plan plan) throws ProblemException {
        var pool = setting.protocol().pool(plan.pool());
        var queue = setting.stage().view(pool.call("queue"));
        if (queue.number("head").equals(queue.number("tail"))) {
            return;
        }
        var first =
                setting.stage().view(pool.call("request", queue.number("head"))).struct();
        var capital = capital(plan);
        var due = !first.instant("claimableAt").isAfter(setting.stage().time());
        if (!due || capital.count("openIncidents") != 0 || dollars(capital.number("free")) < 20_000) {
            return;
        }
        var receipt = setting.stage().send(setting.one(Part.KEEPER), pool.call("processQueue", REQUESTS_A_RUN));
        for (var filled : receipt.events(pool, "RedeemFilled")) {
            var controller = Objects.requireNonNull(byAddress.get(filled.address("controller")));
            setting.agenda()
                    .after(
                            draw.time(Duration.ofHours(2), Duration.ofDays(4)),
                            "Collecting a redemption",
                            () -> collect(pool, controller));
        }
    }

    private void collect(Contract pool, Person controller) throws ProblemException {
        if (setting.stage().number(pool.call("owed", controller)).signum() != 0) {
            setting.stage().send(controller, pool.call("collect", controller));
        }
    }
}
