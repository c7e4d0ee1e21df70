package org.breakwater.core.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.connection.EndpointUse;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.TreasuryFact;
import org.breakwater.core.follow.Known;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.TreasuryView.AssetView;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.risk.Metric;
import org.breakwater.core.risk.MetricKind;
import org.breakwater.core.risk.Metrics;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.stress.StressException;
import org.breakwater.core.treasury.TreasuryPast;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Live;
import org.breakwater.core.value.Loadable;
import org.breakwater.core.watch.SignerReader.Signed;
import org.breakwater.core.watch.rule.EventKind;
import org.breakwater.core.watch.rule.Rule;
import org.breakwater.core.watch.rule.RuleBook;
import org.jspecify.annotations.Nullable;

/// Use case: judges every block that is known of by rules, and writes down what it tells with the block it is true of.
/// What happened in blocks between two looks counts, each once, whatever ends this program in between; what is so is
/// judged at the blocks that are looked at. May be called on any thread.
public final class WatchProtocol {

    /// What watching needs.
    ///
    /// @param safes whose owners and guards are compared; none where nobody reads them
    /// @param signings who signs for those Safes
    /// @param isDevelopment whether somebody started the network for themselves, so that its clock is its own
    /// @param clock of this machine
    /// @param nanoseconds of a clock that nobody sets
    public record Parts(
            AlertStore store,
            RuleBook rules,
            WatchedFacts facts,
            AlertNames names,
            Assumptions assumptions,
            Set<Address> safes,
            SafeConfigurations configurations,
            KeptSignings signings,
            boolean isDevelopment,
            InstantSource clock,
            LongSupplier nanoseconds) {}

    /// What a fact means, and the fact.
    private record Happened(Happening what, LoggedFact logged) {}

    private final Parts parts;
    private final EventReader events;
    private final HealthReader health;
    private final Live<WatchStatus> status;
    private @Nullable WatchMemory memory;
    private @Nullable List<LoggedFact> ofTreasury;
    private RuleBook inForce;
    private Assumptions assumptions;
    private Supplier<List<UnreachedTarget>> unreached = List::of;
    private boolean readsEveryMetric;
    private boolean readsMetrics;
    private boolean readsPast;

    public WatchProtocol(Parts parts) {
        this.parts = parts;
        this.events = new EventReader(parts.names(), parts.facts().deployment());
        this.health = new HealthReader(parts.nanoseconds(), parts.isDevelopment());
        this.status = new Live<>(WatchStatus.initial(parts.clock().instant()));
        this.inForce = parts.rules();
        this.assumptions = parts.assumptions();
        needs();
    }

    private void needs() {
        readsMetrics = readsEveryMetric;
        readsPast = readsEveryMetric;
        for (var rule : inForce.rules()) {
            metric(rule).ifPresent(kind -> {
                readsMetrics = true;
                readsPast |= kind == MetricKind.RUNWAY || kind == MetricKind.COMBINED_RATIO;
            });
        }
    }

    /// Judges by other rules from now on: alerts of rules that are gone are cleared, and what happened before is not
    /// told anew. Blocking.
    ///
    /// @param refusals why files that were chosen do not hold
    public synchronized void judgeBy(RuleBook others, List<Problem> refusals) {
        inForce = others;
        needs();
        health.refused(refusals);
        step(now(), status.get().known());
    }

    /// Computes figures from other assumptions from the next block on.
    public synchronized void assume(Assumptions others) {
        assumptions = others;
    }

    /// Takes where to ask who of those that are to be told is not reached.
    public synchronized void unreached(Supplier<List<UnreachedTarget>> source) {
        unreached = source;
    }

    /// Reads every figure at each block from now on, whether a rule needs it or not.
    public synchronized void readEveryMetric() {
        readsEveryMetric = true;
        needs();
    }

    private static Optional<MetricKind> metric(Rule rule) {
        return switch (rule) {
            case Rule.Threshold threshold -> Optional.of(threshold.metric());
            case Rule.Change change -> Optional.of(change.metric());
            case Rule.Event _, Rule.State _, Rule.Signer _, Rule.Health _ -> Optional.empty();
        };
    }

    /// How it stands; set by whoever made it look.
    public Live<WatchStatus> status() {
        return status;
    }

    /// Takes what is known of the protocol now. Blocking: what it tells is written down when the call returns.
    public synchronized void look(Loadable<Known> known) {
        var now = now();
        switch (known) {
            case Loadable.Ready<Known>(var value, var block) -> {
                health.head(block, now);
                step(now, Optional.of(value));
            }
            case Loadable.Stale<Known>(var _, var _, var why) -> {
                health.unread(Problem.of(why, ""));
                step(now, Optional.empty());
            }
            case Loadable.Failed<Known>(var problem) -> {
                health.unread(problem);
                step(now, Optional.empty());
            }
            case Loadable.Idle<Known> _, Loadable.Loading<Known> _ -> {
                // Nothing is known yet.
            }
        }
    }

    /// Takes which endpoint is read. Blocking.
    public synchronized void endpoints(EndpointUse use) {
        health.endpoints(use);
        tick();
    }

    /// Looks after the monitor's own health, though there may be no news. Blocking.
    public synchronized void tick() {
        var now = now();
        health.tick(now);
        health.unreached(unreached.get(), now);
        step(now, Optional.empty());
    }

    /// Somebody has seen an alert. Nothing where it does not stand or was seen before. Blocking.
    public synchronized void acknowledge(long alert) throws ProblemException {
        acknowledge(book -> book.acknowledge(alert));
    }

    /// Somebody has seen all that stood already when they began to watch. Blocking.
    public synchronized void acknowledgeWhatStood() throws ProblemException {
        acknowledge(AlertBook::acknowledgeWhatStood);
    }

    private void acknowledge(Consumer<AlertBook> which) throws ProblemException {
        var book = new AlertBook(remembered(), now());
        which.accept(book);
        if (book.isChanged()) {
            write(book.step());
            publish(
                    status.get().known(),
                    status.get().metrics(),
                    parts.nanoseconds().getAsLong());
        }
    }

    /// As exactly as it is written down.
    private Instant now() {
        return parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private WatchMemory remembered() throws ProblemException {
        var present = memory;
        if (present == null) {
            present = parts.store().memory();
            memory = present;
        }
        return present;
    }

    private void write(WatchStep step) throws ProblemException {
        parts.store().write(step);
        memory = step.after();
    }

    private void step(Instant now, Optional<Known> known) {
        var began = parts.nanoseconds().getAsLong();
        var metrics = status.get().metrics();
        try {
            var book = new AlertBook(remembered(), now);
            book.retire(inForce.rules().stream().map(Rule::name).collect(Collectors.toSet()));
            if (known.isPresent()) {
                metrics = judge(book, known.get());
            }
            for (var rule : inForce.of(Rule.Health.class)) {
                book.found(rule, health.find(rule), health.head(), now);
            }
            if (known.isPresent() || book.isChanged()) {
                write(book.step());
            }
            health.keeping(Optional.empty());
        } catch (IndexException failed) {
            health.unread(failed.fault().problem());
        } catch (ProblemException failed) {
            health.keeping(Optional.of(failed.problem()));
        }
        publish(known.or(() -> status.get().known()), metrics, began);
    }

    private void publish(Optional<Known> known, List<Metric> metrics, long began) {
        var present = memory == null ? WatchMemory.EMPTY : memory;
        status.set(new WatchStatus(
                known,
                metrics,
                List.copyOf(present.alerts()),
                present.lastSequence(),
                health.endpoints(),
                health.reading(),
                health.keeping(),
                parts.clock().instant(),
                Duration.ofNanos(parts.nanoseconds().getAsLong() - began)));
    }

    private List<Metric> judge(AlertBook book, Known known) throws IndexException, ProblemException {
        var head = known.block();
        happened(book, known);
        var safes = safes(head);
        compare(book, safes, head);
        var signers = signers(safes, head);
        var read = metrics(known);
        var metrics = read.orElse(List.of());
        var words = new SubjectWords(parts.names());
        var figures = new MetricReader(metrics, known.view(), head, words);
        var states = new StateReader(known, parts.names());
        for (var rule : inForce.rules()) {
            switch (rule) {
                case Rule.Threshold threshold
                when read.isPresent() -> judged(book, rule, figures.find(threshold, book.identities(rule)), head);
                case Rule.Change change
                when read.isPresent() -> {
                    var more = figures.points(change, book.points());
                    book.add(more, change, head.time());
                    judged(book, rule, figures.find(change, book.points()), head);
                }
                case Rule.State state -> judged(book, rule, states.find(state), head);
                case Rule.Signer signer
                when signers.isPresent() -> judged(book, rule, signers.get().find(signer), head);
                case Rule.Threshold _, Rule.Change _, Rule.Event _, Rule.Signer _, Rule.Health _ -> {
                    // Judged by what happened, and by the monitor's own health; not by what is not known.
                }
            }
        }
        book.passed(head);
        return metrics;
    }

    private static void judged(AlertBook book, Rule rule, List<Finding> findings, BlockRef head) {
        book.found(rule, findings, Optional.of(head), head.time());
    }

    private void happened(AlertBook book, Known known) throws IndexException, ProblemException {
        var head = known.block();
        var rules = inForce.of(Rule.Event.class);
        var looked = remembered().looked();
        var since = looked.isPresent()
                ? parts.facts().since(looked.get())
                : parts.facts().since(known.time() - longest(rules).toSeconds(), head);
        var found = new ArrayList<Happened>();
        if (since.isFork()) {
            book.forked(since.above());
            ofTreasury = null;
        }
        parts.facts().read(since.above(), head.number(), logged -> {
            if (logged.fact() instanceof TreasuryFact) {
                ofTreasury = null;
            }
            for (var what : events.read(logged)) {
                found.add(new Happened(what, logged));
            }
        });
        var news = looked.isPresent() ? found : lasting(found);
        for (var each : news) {
            rules.stream()
                    .filter(rule -> rule.event() == each.what().kind())
                    .filter(rule -> looked.isPresent() || stands(rule, each.logged(), head))
                    .forEach(rule -> take(book, rule, each));
        }
        if (since.isFork()) {
            book.takeBack(head);
        }
        book.looked(head, since.finality());
    }

    /// What is over already when somebody begins to watch is not told.
    private static List<Happened> lasting(List<Happened> all) {
        var over = new HashSet<String>();
        var lasting = new ArrayList<Happened>();
        for (var each : all.reversed()) {
            var name = each.what().kind() + " " + each.what().name();
            switch (each.what()) {
                case Happening.Ended _ -> over.add(name);
                case Happening.Began _ -> {
                    if (!over.contains(name)) {
                        lasting.addFirst(each);
                    }
                }
            }
        }
        return lasting;
    }

    private static Duration longest(List<Rule.Event> rules) {
        return rules.stream().map(Rule.Event::stands).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /// Whether what happened before anybody watched would still be told.
    private static boolean stands(Rule.Event rule, LoggedFact logged, BlockRef head) {
        return logged.block().time().plus(rule.stands()).isAfter(head.time());
    }

    private static void take(AlertBook book, Rule.Event rule, Happened each) {
        switch (each.what()) {
            case Happening.Began began -> {
                if (began.amount().compareTo(rule.atLeast()) >= 0) {
                    book.happened(rule, began, each.logged());
                }
            }
            case Happening.Ended ended -> book.ended(rule, ended, each.logged());
        }
    }

    private static final Set<EventKind> OF_SAFES = Set.of(
            EventKind.SAFE_OWNERS_CHANGED,
            EventKind.SAFE_THRESHOLD_CHANGED,
            EventKind.SAFE_MODULES_CHANGED,
            EventKind.SAFE_GUARD_CHANGED,
            EventKind.SAFE_CODE_CHANGED);

    /// The Safes that are watched, as they are built now; those that can be read.
    private List<SafeConfiguration> safes(BlockRef head) {
        var safes = new ArrayList<SafeConfiguration>();
        if (rulesOfSafes().isEmpty() && inForce.of(Rule.Signer.class).isEmpty()) {
            return safes;
        }
        for (var safe : parts.safes()) {
            try {
                safes.add(parts.configurations().at(safe, head));
            } catch (ProblemException unread) {
                health.unread(unread.problem());
            }
        }
        return safes;
    }

    private List<Rule.Event> rulesOfSafes() {
        return inForce.of(Rule.Event.class).stream()
                .filter(rule -> OF_SAFES.contains(rule.event()))
                .toList();
    }

    private void compare(AlertBook book, List<SafeConfiguration> safes, BlockRef head) {
        var rules = rulesOfSafes();
        if (rules.isEmpty()) {
            return;
        }
        for (var safe : safes) {
            for (var change : new SafeChanges(parts.names()).of(safe, book.remembered())) {
                rules.stream()
                        .filter(rule -> rule.event() == change.began().kind())
                        .forEach(rule -> book.changed(rule, change.began(), change.mark(), head));
            }
        }
    }

    /// Empty where not all is known: then nothing is raised, and nothing cleared.
    private Optional<SignerReader> signers(List<SafeConfiguration> safes, BlockRef head) {
        if (inForce.of(Rule.Signer.class).isEmpty()) {
            return Optional.empty();
        }
        var signings = parts.signings();
        signings.look(parts.safes(), head);
        signings.problem().ifPresent(health::unread);
        var known = safes.stream()
                .flatMap(safe -> signings.of(safe.address()).stream().map(history -> new Signed(safe, history)))
                .toList();
        return known.size() == parts.safes().size()
                ? Optional.of(new SignerReader(known, parts.names(), head))
                : Optional.empty();
    }

    /// Empty where they cannot be computed: then nothing is cleared for their sake.
    private Optional<List<Metric>> metrics(Known known) throws IndexException {
        if (!readsMetrics) {
            return Optional.of(List.of());
        }
        var metrics = new ArrayList<Metric>();
        try {
            metrics.addAll(Metrics.of(known, assumptions));
        } catch (StressException undefined) {
            health.unread(undefined.fault().problem());
            return Optional.empty();
        }
        if (readsPast) {
            var assets = known.view().treasury().assets().stream()
                    .map(AssetView::asset)
                    .collect(Collectors.toSet());
            var past = TreasuryPast.of(ofTreasury(known), assets, known.block().time());
            metrics.addAll(Metrics.of(known, past));
        }
        return Optional.of(metrics);
    }

    private List<LoggedFact> ofTreasury(Known known) throws IndexException {
        var present = ofTreasury;
        if (present == null) {
            var treasury = known.view().module(ModuleName.TREASURY);
            present = treasury.isPresent() ? parts.facts().of(treasury.get()) : List.of();
            ofTreasury = present;
        }
        return present;
    }
}
