package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// The sale of policies, from the first listing to the head: who buys how much of what for how long, who cancels, what
/// expires.
final class Market implements Strand {

    /// About how many policies there are at the head, those that other strands buy included.
    private static final int POLICIES = 1_940;

    private static final int FIRST_DAY = 12;
    private static final long PURSE = 600_000;
    private static final List<Double> POOL_WEIGHTS = List.of(0.241, 0.18, 0.156, 0.165, 0.158, 0.10);
    private static final List<Integer> DAYS = List.of(365, 270, 180, 90, 30);
    private static final List<Double> DAY_WEIGHTS = List.of(0.72, 0.09, 0.12, 0.05, 0.02);

    /// Of what one subject may take, what random sales leave to others.
    private static final double LEFT_FREE = 0.15;

    /// The same for subjects that something will happen to, so that those can insure themselves who will claim.
    private static final double LEFT_FOR_CLAIMANTS = 0.45;

    private static final Set<String> FATEFUL = Set.of(
            "Anchorage Vaults",
            "Mistral Yield",
            "Causeway",
            "Longspan",
            "Granite Custody",
            "Beacon Oracle Markets",
            "Plumb Line Feeds",
            "Basin Dollar",
            "Harbor Dollar",
            "Flight delay London–Lisbon",
            "Flight delay Frankfurt–Oslo",
            "Rainfall Kisumu",
            "Hail Colorado Springs");

    /// Subjects that few want insured: what they may lose is set aside at the head.
    private static final Set<String> SMALL = Set.of(
            "Tessera Perpetuals", "Ferryman", "Strongroom Trust", "Bastion Exchange", "Flight delay Madrid–Rome");

    private static final long SMALL_COVER = 500_000;

    private final Setting setting;
    private final Subjects subjects;
    private final Draw draw;
    private final Contract underwriting;
    private final Contract engine;
    private final List<Person> holders;
    private final Set<Person> ready = new HashSet<>();
    private final Map<Person, Texts.Text> statements = new HashMap<>();
    private final List<Policy> policies = new ArrayList<>();

    Market(Setting setting, Subjects subjects) {
        this.setting = setting;
        this.subjects = subjects;
        this.draw = setting.draw("market");
        this.underwriting = setting.protocol().contract("Underwriting");
        this.engine = setting.protocol().contract("PremiumEngine");
        this.holders = setting.cast().of(Part.HOLDER);
    }

    /// A policy that was sold.
    ///
    /// @param amount dollars
    record Policy(
            BigInteger id, Person holder, Subject subject, long amount, Instant start, Instant end, Instant graceEnd) {}

    /// Every policy sold so far, in order.
    List<Policy> policies() {
        return List.copyOf(policies);
    }

    /// Those of a subject that are past their waiting period and not at their end; paid, cancelled ones included.
    List<Policy> inForce(Subject subject) {
        var now = setting.stage().time();
        return policies.stream()
                .filter(policy -> policy.subject() == subject)
                .filter(policy -> !policy.start().isAfter(now) && policy.end().isAfter(now))
                .toList();
    }

    @Override
    public void begin() {
        var agenda = setting.agenda();
        agenda.at(agenda.day(0, 6), "Proposing the first terms", this::firstTerms);
        agenda.at(
                agenda.day(292, 9),
                "Proposing new terms",
                () -> newTerms(2, List.of(Kind.SMART_CONTRACT, Kind.BRIDGE, Kind.STABLECOIN_DEPEG)));
        agenda.at(agenda.day(565, 14), "Proposing new terms", () -> newTerms(3, List.of(Kind.SMART_CONTRACT)));
        for (int day = FIRST_DAY; day < World.DAYS; day++) {
            var today = day;
            agenda.at(agenda.day(day, 0), "Opening the day's sales", () -> openDay(today));
        }
        agenda.every(agenda.day(130, 7), Duration.ofDays(7), () -> true, "Expiring policies", this::expire);
    }

    private void firstTerms() throws ProblemException {
        var calls = new ArrayList<Call>();
        for (var kind : Kind.values()) {
            calls.add(terms(kind, 1));
        }
        setting.dao()
                .carry(
                        "Publish the first terms of all six pools",
                        "The wordings were open for comment for three weeks.",
                        calls,
                        () -> {});
    }

    private void newTerms(int version, List<Kind> kinds) throws ProblemException {
        setting.dao()
                .carry(
                        "Publish version " + version + " of the terms",
                        "Clearer on when a loss counts as happened; nothing else changes. Sold policies keep their"
                                + " terms.",
                        kinds.stream().map(kind -> terms(kind, version)).toList(),
                        () -> {});
    }

    private Call terms(Kind kind, int version) {
        var text = setting.texts()
                .add("Terms of pool " + kind.pool() + ", version " + version, Wordings.terms(kind, version));
        return underwriting.call(
                "publishTerms", kind.pool(), text.address(), text.hash(), Wordings.exclusionsBitmap(kind));
    }

    private void openDay(int day) {
        var count = Math.toIntExact(Math.round(share(day) * (POLICIES - policies.size()) + draw.between(-0.5, 0.5)));
        var agenda = setting.agenda();
        var last = day == World.DAYS - 1 ? 23.5 : 23.9;
        for (int i = 0; i < count; i++) {
            agenda.at(agenda.day(day, draw.between(0.1, last)), "Selling a policy", this::sell);
        }
    }

    /// What part of the policies that are still to be sold falls on a day: sales grow from month to month.
    private static double share(int day) {
        var rest = 0.0;
        for (int later = day; later < World.DAYS; later++) {
            rest += demand(later);
        }
        return demand(day) / rest;
    }

    private static double demand(int day) {
        return 0.2 + 1.6 * Math.pow((double) day / World.DAYS, 1.5);
    }

    private void sell() throws ProblemException {
        for (int attempt = 0; attempt < 5; attempt++) {
            var pool = draw.pick(setting.protocol().poolNumbers(), POOL_WEIGHTS);
            if (isQuiet(pool) || subjects.listed(pool).isEmpty()) {
                continue;
            }
            var subject = draw.pick(subjects.listed(pool));
            var amount = rounded(Math.min(amount(pool), room(subject)));
            if (amount < 1_000) {
                continue;
            }
            var duration = Duration.ofDays(draw.pick(DAYS, DAY_WEIGHTS));
            var policy = buy(draw.pick(holders), subject, amount, duration);
            later(policy);
            return;
        }
    }

    /// Days around a pause of sales.
    private boolean isQuiet(int pool) {
        var day = setting.agenda().day();
        return pool == Kind.STABLECOIN_DEPEG.pool() && day >= 181 && day <= 185;
    }

    /// Dollars: half below 20 thousand, one in twenty above 240 thousand.
    private long amount(int pool) {
        if (pool == Kind.PARAMETRIC.pool()) {
            return Math.min(45_000, Math.round(draw.logNormal(8_000, 32_000)));
        }
        var drawn = draw.logNormal(20_000, 290_000);
        return Math.round(drawn <= 280_000 ? drawn : draw.between(220_000.0, 540_000.0));
    }

    private static long rounded(long dollars) {
        var step = dollars < 10_000 ? 250 : dollars < 100_000 ? 1_000 : 5_000;
        return dollars / step * step;
    }

    /// How much a subject can still take from random buyers, dollars.
    private long room(Subject subject) throws ProblemException {
        var pool = setting.protocol().pool(subject.pool());
        var stage = setting.stage();
        var capacity = dollars(stage.number(pool.call("availableCapacity", subject.id())));
        if (capacity == 0) {
            return 0;
        }
        var cover = dollars(
                stage.view(pool.call("coverOfSubject", subject.id())).struct().number("amount"));
        var assets = dollars(stage.number(pool.call("totalAssets")));
        var limit = assets * concentration(subject.pool()) / 10_000;
        var left = FATEFUL.contains(subject.name()) ? LEFT_FOR_CLAIMANTS : LEFT_FREE;
        var free = Math.round(limit * (1 - left)) - cover;
        var most = SMALL.contains(subject.name()) ? SMALL_COVER - cover : free;
        return Math.min(Math.round(capacity * 0.9), Math.min(free, most));
    }

    private long concentration(int pool) throws ProblemException {
        return setting.stage()
                .number(setting.protocol()
                        .contract("ParameterRegistry")
                        .call(
                                "get",
                                "SUBJECT_CONCENTRATION",
                                ParameterScope.pool(pool).encoded()))
                .longValueExact();
    }

    private static long dollars(BigInteger assets) {
        return assets.divide(Setting.usdc(1)).longValueExact();
    }

    /// Sells a policy to a holder, at the engine's price.
    ///
    /// @param amount dollars
    Policy buy(Person holder, Subject subject, long amount, Duration duration) throws ProblemException {
        var distributor = draw.chance(0.3)
                ? draw.pick(setting.cast().of(Part.DISTRIBUTOR)).address()
                : Address.ZERO;
        var stage = setting.stage();
        var insured = Setting.usdc(amount);
        var quote = stage.view(engine.call("quote", subject.pool(), subject.id(), insured, duration, distributor))
                .struct();
        var version = stage.number(underwriting.call("termsVersion", subject.pool()));
        var deeds = prepared(holder);
        deeds.add(Stage.Deed.of(
                holder,
                underwriting.call(
                        "buy",
                        List.of(
                                subject.pool(),
                                subject.id(),
                                insured,
                                duration,
                                // A little more than quoted: the rate moves with every second and every sale.
                                quote.number("premium")
                                        .multiply(BigInteger.valueOf(102))
                                        .divide(BigInteger.valueOf(100)),
                                version,
                                statement(holder).hash(),
                                holder,
                                distributor,
                                Bytes.EMPTY))));
        var receipt = stage.mine(deeds).getLast();
        var bought = receipt.event(underwriting, "PolicyBought");
        var terms = bought.struct("policy");
        var policy = new Policy(
                bought.number("policyId"),
                holder,
                subject,
                amount,
                terms.instant("start"),
                terms.instant("end"),
                terms.instant("graceEnd"));
        policies.add(policy);
        return policy;
    }

    /// What a holder does before the first purchase, and again when the purse is empty.
    private List<Stage.Deed> prepared(Person holder) {
        var deeds = new ArrayList<Stage.Deed>();
        if (ready.add(holder)) {
            var usdc = setting.protocol().usdc();
            deeds.add(Stage.Deed.of(setting.one(Part.DEPLOYER), usdc.call("mint", holder, Setting.usdc(PURSE))));
            deeds.add(Stage.Deed.of(holder, usdc.call("approve", underwriting, Setting.UNLIMITED)));
        }
        return deeds;
    }

    private Texts.Text statement(Person holder) {
        return statements.computeIfAbsent(
                holder,
                person -> setting.texts()
                        .add(
                                "Statement of interest",
                                person.name() + " holds what is insured, and will show it when asked."));
    }

    /// What becomes of a policy by itself.
    private void later(Policy policy) {
        var term = Duration.between(setting.agenda().now(), policy.end());
        if (draw.chance(0.065)) {
            var when = term.multipliedBy(draw.between(15, 70)).dividedBy(100);
            setting.agenda().after(when, "Cancelling a policy", () -> cancel(policy));
        } else if (draw.chance(0.015)) {
            var when = term.multipliedBy(draw.between(10, 80)).dividedBy(100);
            setting.agenda().after(when, "Selling a policy on", () -> sellOn(policy));
        }
    }

    private void cancel(Policy policy) throws ProblemException {
        tried(policy.holder(), underwriting.call("cancel", policy.id()));
    }

    private void sellOn(Policy policy) throws ProblemException {
        var buyer = draw.pick(holders);
        tried(
                policy.holder(),
                setting.protocol().contract("PolicyNFT").call("transferFrom", policy.holder(), buyer, policy.id()));
    }

    /// Does what may have become impossible since it was planned.
    private Optional<Receipt> tried(Person by, Call call) throws ProblemException {
        return setting.stage().refusal(by.address(), call).isEmpty()
                ? Optional.of(setting.stage().send(by, call))
                : Optional.empty();
    }

    private final Set<BigInteger> expired = new HashSet<>();

    private void expire() throws ProblemException {
        var keeper = setting.one(Part.KEEPER);
        var due = new ArrayList<BigInteger>();
        for (var policy : policies) {
            var over = policy.graceEnd().isBefore(setting.stage().time()) && !expired.contains(policy.id());
            if (over
                    && setting.stage()
                            .refusal(keeper.address(), underwriting.call("expire", List.of(policy.id())))
                            .isEmpty()) {
                due.add(policy.id());
            }
        }
        if (!due.isEmpty()) {
            expired.addAll(due);
            setting.stage().send(keeper, underwriting.call("expire", due));
        }
    }
}
