package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// How the outside is seen: feeds, vaults and report signers stand up for each listed subject, and the holders decide
/// which adapter speaks for it.
final class Adapters implements Strand {

    static final String BRIDGE = "BridgeAdapter";
    static final String CUSTODY = "CustodyAdapter";
    static final String PARAMETRIC = "ParametricAdapter";
    static final String PRICE_DROP = "PriceDropAdapter";
    static final String DEPEG = "DepegAdapter";
    static final String TVL = "TvlDropAdapter";
    static final String OPTIMISTIC = "OptimisticAdapter";

    /// Signatures of five that a report needs.
    private static final int THRESHOLD = 3;

    /// A proposal that does more does not fit into one transaction.
    private static final int CALLS_AT_ONCE = 20;

    /// Covered contracts that are measured on chain; the others are asserted.
    private static final Set<String> MEASURED =
            Set.of("Harbor Lend", "Anchorage Vaults", "Tessera Perpetuals", "Mistral Yield");

    private static final long ONE8 = 100_000_000;

    private final Setting setting;
    private final Draw draw;
    private final Map<String, Reports> reports = new HashMap<>();
    private final Map<Subject, FeedPair> feeds = new LinkedHashMap<>();
    private final Map<Subject, CoveredVault> vaults = new LinkedHashMap<>();

    Adapters(Setting setting) {
        this.setting = setting;
        this.draw = setting.draw("adapters");
        var chain = setting.protocol().deployment().chain();
        var attesting = Part.REPORT_SIGNER.indexes().stream()
                .limit(THRESHOLD)
                .map(setting.keys()::apply)
                .toList();
        Map.of(
                        BRIDGE, "Breakwater Bridge Reports",
                        CUSTODY, "Breakwater Custody Reports",
                        PARAMETRIC, "Breakwater Parametric Reports")
                .forEach((adapter, name) -> reports.put(
                        adapter, new Reports(chain, contract(adapter).address(), name, attesting)));
    }

    @Override
    public void begin() {
        setting.agenda().at(setting.agenda().day(1, 9), "Naming the report signers", this::nameSigners);
    }

    private void nameSigners() throws ProblemException {
        var signers = setting.cast().of(Part.REPORT_SIGNER).stream()
                .map(Person::address)
                .sorted()
                .toList();
        var calls = List.of(BRIDGE, CUSTODY, PARAMETRIC).stream()
                .map(adapter -> contract(adapter).call("setSigners", signers, THRESHOLD))
                .toList();
        setting.dao()
                .carry(
                        "Name the report signers",
                        "Five signers for bridges, custodians and parametric facts; three of them make a report.",
                        calls,
                        () -> {});
    }

    /// Sets up what reads these subjects: proposed now, in force eight days later.
    void attach(List<Subject> subjects) throws ProblemException {
        var calls = new ArrayList<Call>();
        for (var subject : subjects) {
            calls.addAll(readings(subject));
        }
        for (int from = 0; from < calls.size(); from += CALLS_AT_ONCE) {
            var part = calls.subList(from, Math.min(calls.size(), from + CALLS_AT_ONCE));
            setting.dao()
                    .carry(
                            "Adapters for %s and others%s"
                                    .formatted(
                                            subjects.getFirst().name(),
                                            from == 0 ? "" : ", part " + (from / CALLS_AT_ONCE + 1)),
                            "Binds and configures the adapters that may speak for the subjects listed last.",
                            List.copyOf(part),
                            () -> {});
        }
    }

    Contract contract(String adapter) {
        return setting.protocol().contract(adapter);
    }

    Reports reports(String adapter) {
        return Objects.requireNonNull(reports.get(adapter), adapter);
    }

    FeedPair feeds(Subject subject) {
        return Objects.requireNonNull(feeds.get(subject), subject.name());
    }

    CoveredVault vault(Subject subject) {
        return Objects.requireNonNull(vaults.get(subject), subject.name());
    }

    /// The subjects that have a price.
    List<Subject> withFeeds() {
        return List.copyOf(feeds.keySet());
    }

    /// The subjects whose holdings are measured.
    List<Subject> withVaults() {
        return List.copyOf(vaults.keySet());
    }

    private List<Call> readings(Subject subject) throws ProblemException {
        return switch (subject.pool()) {
            case 1 -> smartContract(subject);
            case 2 -> both(subject, bound(subject, BRIDGE, List.of(9_800, Duration.ofHours(2), Duration.ofHours(6))));
            case 3 -> bound(subject, CUSTODY, List.of(Duration.ofDays(21), Duration.ofDays(2)));
            case 4 -> both(subject, oracle(subject));
            case 5 -> stablecoin(subject);
            case 6 -> bound(subject, PARAMETRIC, ParametricTerms.of(subject.name()));
            default -> throw new IllegalArgumentException("no pool " + subject.pool());
        };
    }

    private List<Call> smartContract(Subject subject) throws ProblemException {
        if (!MEASURED.contains(subject.name())) {
            return asserted(subject);
        }
        var covered = CoveredVault.create(setting, subject.name(), draw.between(18L, 60L) * 1_000_000);
        vaults.put(subject, covered);
        return both(
                subject,
                bound(
                        subject,
                        TVL,
                        List.of(
                                covered.vault(),
                                setting.protocol().usdc(),
                                covered.vault(),
                                true,
                                1_000,
                                Duration.ofDays(3),
                                Setting.usdc(100_000_000))));
    }

    private List<Call> oracle(Subject subject) throws ProblemException {
        var price = Math.round(draw.logNormal(40, 2_500) * 100) * (ONE8 / 100);
        return bound(subject, PRICE_DROP, List.of(source(subject, price), 1_500));
    }

    private List<Call> stablecoin(Subject subject) throws ProblemException {
        return bound(
                subject,
                DEPEG,
                List.of(source(subject, ONE8 - draw.between(1_000L, 90_000L)), 99_500_000, 99_900_000, 80_000_000));
    }

    private List<Object> source(Subject subject, long price8) throws ProblemException {
        var pair = FeedPair.create(setting.stage(), setting.one(Part.PRICE_REPORTER), subject.name(), price8);
        feeds.put(subject, pair);
        return List.of(pair.feed(), pair.second(), Address.ZERO, 200);
    }

    private List<Call> both(Subject subject, List<Call> calls) {
        var all = new ArrayList<>(calls);
        all.addAll(asserted(subject));
        return all;
    }

    private List<Call> asserted(Subject subject) {
        return bound(
                subject, OPTIMISTIC, List.of(setting.protocol().usdc(), Duration.ofHours(24), Setting.usdc(2_000)));
    }

    private List<Call> bound(Subject subject, String adapter, List<?> config) {
        var incidents = setting.protocol().contract("Incidents");
        return List.of(
                contract(adapter).call("configure", subject.id(), config),
                incidents.call("bindAdapter", subject.pool(), subject.id(), contract(adapter), true));
    }
}
