package org.breakwater.core.stress;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.value.Hash32;

/// Something that happens at once, gone through with the book to the unit: no chance in it.
///
/// @param name such as "A bridge is emptied"
/// @param after the published incident that it is taken from
/// @param losses what is hit, and how badly
public record Scenario(String name, String after, List<Loss> losses) {

    private static final int ALL = 10_000;

    public Scenario {
        losses = List.copyOf(losses);
    }

    /// @param severityBps from 1 to 10,000
    public record Loss(RiskTarget target, int severityBps) {}

    /// What it comes to.
    ///
    /// @param claims that holders have
    /// @param paid by the pools and the treasury
    /// @param cut what of the claims is not paid
    /// @param assets lost by venues and pegs
    /// @param under names of pools that fall under their minimum capital by it
    public record Outcome(
            Scenario scenario,
            BigInteger claims,
            BigInteger paid,
            BigInteger cut,
            BigInteger assets,
            List<String> under) {

        public Outcome {
            under = List.copyOf(under);
        }
    }

    /// Goes through it.
    ///
    /// @throws StressException where something is hit that the model does not know
    public Outcome outcome(ProtocolRisks risks, Book book) throws StressException {
        var year = new Year();
        for (var loss : losses) {
            if (loss.severityBps() < 1 || loss.severityBps() > ALL) {
                throw new StressException(new StressFault.OutOfRange(
                        "A severity of “" + name + "”", loss.severityBps(), "basis points from 1 to 10,000"));
            }
            year.add(risks.place(loss.target()), loss.severityBps(), 0);
        }
        year.sort();
        var before = new Ledger(book, risks.model().risks().size());
        before.go(new Year());
        var ledger = new Ledger(book, risks.model().risks().size());
        ledger.go(year);
        var under = new ArrayList<String>();
        for (int place = 0; place < ledger.pools(); place++) {
            if (ledger.pool(place).isUnderMinimum() && !before.pool(place).isUnderMinimum()) {
                under.add(book.pools().get(place).name());
            }
        }
        return new Outcome(
                this,
                BigInteger.valueOf(ledger.claims()),
                BigInteger.valueOf(ledger.claims() - ledger.cut()),
                BigInteger.valueOf(ledger.cut()),
                BigInteger.valueOf(ledger.assetLoss()),
                under);
    }

    /// Published incidents, put onto what this protocol covers and holds. One that touches nothing here is left out.
    ///
    /// @param subjects what a subject is called
    public static List<Scenario> published(
            ProtocolView view, Book book, ProtocolRisks risks, Function<Long, String> subjects) {
        var presets = new Presets(view, cover(book, risks), subjects);
        var found = new ArrayList<Scenario>();
        presets.largest(RiskKind.STABLECOIN_DEPEG, " loses its peg for good", "UST, May 2022", ALL)
                .ifPresent(found::add);
        presets.largest(RiskKind.BRIDGE, " is emptied", "Ronin, March 2022", ALL)
                .ifPresent(found::add);
        presets.largest(RiskKind.CUSTODY, " halts withdrawals", "FTX, November 2022", 7_000)
                .ifPresent(found::add);
        presets.largest(RiskKind.SMART_CONTRACT, " is drained", "Euler, March 2023", 9_000)
                .ifPresent(found::add);
        presets.oracle().ifPresent(found::add);
        presets.venue().ifPresent(found::add);
        presets.pegs().ifPresent(found::add);
        return found;
    }

    private static Map<Long, BigInteger> cover(Book book, ProtocolRisks risks) {
        var cover = new HashMap<Long, BigInteger>();
        for (var pool : book.pools()) {
            for (var each : pool.covers()) {
                if (risks.model().risks().get(each.risk()).target() instanceof RiskTarget.Subject(var subjectId)) {
                    cover.merge(subjectId, each.amount(), BigInteger::add);
                }
            }
        }
        return cover;
    }

    private record Presets(ProtocolView view, Map<Long, BigInteger> cover, Function<Long, String> subjects) {

        /// The subject of a kind of which most is covered.
        Optional<Scenario> largest(RiskKind kind, String what, String after, int severityBps) {
            return view.subjects().stream()
                    .filter(subject -> subject.subject().kind() == kind && cover.containsKey(subject.subjectId()))
                    .map(subject -> subject.subjectId())
                    .max(Comparator.comparing((Long subjectId) -> cover.get(subjectId))
                            .thenComparing(Comparator.reverseOrder()))
                    .map(subjectId -> new Scenario(
                            subjects.apply(subjectId) + what,
                            after,
                            List.of(new Loss(new RiskTarget.Subject(subjectId), severityBps))));
        }

        /// The oracle on which most cover depends says something wrong.
        Optional<Scenario> oracle() {
            var byOracle = new HashMap<Hash32, BigInteger>();
            for (var subject : view.subjects()) {
                var oracle = subject.inputs().dependencies().oracle();
                if (cover.containsKey(subject.subjectId()) && !oracle.equals(Hash32.ZERO)) {
                    byOracle.merge(oracle, cover.get(subject.subjectId()), BigInteger::add);
                }
            }
            return byOracle.entrySet().stream()
                    .max(Map.Entry.<Hash32, BigInteger>comparingByValue()
                            .thenComparing(entry -> entry.getKey().toString()))
                    .map(entry -> dependents(entry.getKey()))
                    .map(losses -> new Scenario(
                            "An oracle that " + losses.size() + " subjects share fails",
                            "Venus and Blizz, May 2022",
                            losses));
        }

        private List<Loss> dependents(Hash32 oracle) {
            return view.subjects().stream()
                    .filter(subject -> cover.containsKey(subject.subjectId()))
                    .filter(subject -> subject.inputs().dependencies().oracle().equals(oracle))
                    .map(subject -> new Loss(new RiskTarget.Subject(subject.subjectId()), 3_000))
                    .toList();
        }

        /// The largest venue loses a third.
        Optional<Scenario> venue() {
            return view.treasury().venues().stream()
                    .filter(venue -> venue.value().signum() > 0)
                    .max(Comparator.comparing(venue -> venue.value()))
                    .map(venue -> new Scenario(
                            "The largest venue loses a third",
                            "Maple, December 2022",
                            List.of(new Loss(new RiskTarget.Venue(venue.venue()), 3_333))));
        }

        /// Every settlement asset falls by an eighth.
        Optional<Scenario> pegs() {
            var losses = view.treasury().assets().stream()
                    .map(asset -> new Loss(new RiskTarget.Peg(asset.asset()), 1_250))
                    .toList();
            return losses.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Scenario("The settlement asset falls to 0.875", "USDC, March 2023", losses));
        }
    }
}
