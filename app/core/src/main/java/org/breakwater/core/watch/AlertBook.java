package org.breakwater.core.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.alert.SubjectText;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Quotation;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.AlertChange.Phase;
import org.breakwater.core.watch.WatchMemory.Looked;
import org.breakwater.core.watch.WatchMemory.Pending;
import org.breakwater.core.watch.WatchMemory.Point;
import org.breakwater.core.watch.rule.Rule;
import org.breakwater.core.watch.rule.Rule.Patience;

/// The life of alerts through one look: what was remembered, what is found, and what becomes of it.
final class AlertBook {

    /// More alerts of what happened do not stand: the oldest of them make room.
    static final int MOST_STANDING = 5_000;

    private static final int MOST_SEEN = 50_000;
    private static final int MOST_TEXT = 500;

    private final WatchMemory before;
    private final Instant now;
    private final Map<String, StandingAlert> standing;
    private final Map<String, Pending> pending;
    private final Map<String, Long> seen;
    private final Set<String> seenAgain = new HashSet<>();
    private final Map<String, Integer> ofTransaction = new HashMap<>();
    private final List<Point> points;
    private final Map<String, String> remembered;
    private final List<AlertChange> changes = new ArrayList<>();
    private Optional<Looked> looked;
    private long common = Long.MAX_VALUE;
    private long sequence;
    private long alert;

    /// @param now by this machine's clock
    AlertBook(WatchMemory before, Instant now) {
        this.before = before;
        this.now = now;
        this.standing = new LinkedHashMap<>(before.standing());
        this.pending = new HashMap<>(before.pending());
        this.seen = new HashMap<>(before.seen());
        this.points = new ArrayList<>(before.points());
        this.remembered = new HashMap<>(before.remembered());
        this.looked = before.looked();
        this.sequence = before.lastSequence();
        this.alert = before.lastAlert();
    }

    WatchStep step() {
        var after = new WatchMemory(
                looked, new LinkedHashMap<>(standing), pending, seen, points, remembered, sequence, alert);
        return new WatchStep(after, changes);
    }

    boolean isChanged() {
        return !changes.isEmpty() || !pending.equals(before.pending());
    }

    List<Point> points() {
        return points;
    }

    Map<String, String> remembered() {
        return remembered;
    }

    /// Whether alerts by a rule stand about these.
    Set<String> identities(Rule rule) {
        var begin = rule.name() + "|";
        return standing.keySet().stream()
                .filter(key -> key.startsWith(begin))
                .map(key -> key.substring(key.lastIndexOf('|') + 1))
                .collect(Collectors.toSet());
    }

    private static String key(Rule rule, Subject about, String identity) {
        return rule.name() + "|" + SubjectText.write(about).replace('|', '/') + "|" + identity.replace('|', '/');
    }

    /// Takes what a rule found of what is so, in place of what it found before.
    ///
    /// @param block empty where the monitor's own health is meant and no block is known
    /// @param time by which the rule's patience counts
    void found(Rule rule, List<Finding> findings, Optional<BlockRef> block, Instant time) {
        var told = new HashSet<String>();
        for (var finding : findings) {
            var key = key(rule, finding.about(), finding.identity());
            var present = standing.get(key);
            if (!told.add(key) || isSilenced(rule, finding.about())) {
                continue;
            }
            if (present != null) {
                keep(rule, present, finding, block);
            } else if (!finding.raises()) {
                told.remove(key);
            } else if (hasLasted(rule, key, block, time)) {
                pending.remove(key);
                raise(key, rule, finding, block, Optional.empty());
            }
        }
        findings.stream()
                .filter(finding -> isSilenced(rule, finding.about()))
                .map(finding -> key(rule, finding.about(), finding.identity()))
                .forEach(told::remove);
        var begin = rule.name() + "|";
        pending.keySet().removeIf(key -> key.startsWith(begin) && !told.contains(key));
        for (var over : List.copyOf(standing.values())) {
            if (over.key().startsWith(begin) && !told.contains(over.key())) {
                var silenced = isSilenced(rule, over.said().about());
                clear(over.key(), silenced ? "Another rule tells of it" : "It is so no longer", block);
            }
        }
    }

    private boolean isSilenced(Rule rule, Subject about) {
        var others = rule.heading().unless();
        return !others.isEmpty()
                && standing.values().stream()
                        .anyMatch(alert -> others.contains(alert.rule())
                                && alert.said().about().equals(about));
    }

    private boolean hasLasted(Rule rule, String key, Optional<BlockRef> block, Instant time) {
        var height = block.map(BlockRef::number).orElse(0L);
        var since = pending.merge(
                key,
                new Pending(height, time),
                (known, fresh) -> known.height() > height || known.since().isAfter(time) ? fresh : known);
        return switch (rule.heading().patience()) {
            case Patience.None _ -> true;
            case Patience.Blocks(var blocks) -> height - since.height() + 1 >= blocks;
            case Patience.Time(var lasts) -> !since.since().plus(lasts).isAfter(time);
        };
    }

    private void keep(Rule rule, StandingAlert present, Finding finding, Optional<BlockRef> block) {
        var said = said(rule, finding.severity(), finding.about(), finding.words(), finding.detail());
        var same = said.severity() == present.said().severity()
                && said.sentence().equals(present.said().sentence());
        if (!same) {
            var changed = present.saying(said, finding.evidence());
            standing.put(present.key(), changed);
            note(Phase.CHANGED, changed, finding.evidence(), block);
        }
    }

    private static Alert said(Rule rule, Optional<Severity> severity, Subject about, String words, String detail) {
        return new Alert(
                rule.heading().severity().or(() -> severity).orElse(Severity.WARNING),
                about,
                bounded(rule.heading().says() + ": " + words),
                bounded(detail));
    }

    private static String bounded(String text) {
        var plain = Quotation.plain(text);
        return plain.length() <= MOST_TEXT ? plain : Quotation.plain(plain.substring(0, MOST_TEXT - 1)) + "…";
    }

    private void raise(String key, Rule rule, Finding finding, Optional<BlockRef> block, Optional<Instant> until) {
        alert++;
        var raised = new StandingAlert(
                alert,
                key,
                rule.name(),
                false,
                said(rule, finding.severity(), finding.about(), finding.words(), finding.detail()),
                bounded(finding.evidence()),
                block,
                now,
                until,
                before.looked().isEmpty() && !(rule instanceof Rule.Health));
        standing.put(key, raised);
        note(Phase.RAISED, raised, raised.evidence(), block);
    }

    private static List<Evidence> bounded(List<Evidence> evidence) {
        return evidence.stream()
                .limit(AlertChange.MOST_EVIDENCE - 1)
                .map(each -> new Evidence(bounded(each.name()), bounded(each.value()), bounded(each.source())))
                .toList();
    }

    /// @param why a sentence without its full stop
    private void clear(String key, String why, Optional<BlockRef> block) {
        var gone = standing.remove(key);
        if (gone != null) {
            var evidence = new ArrayList<>(gone.evidence());
            evidence.add(new Evidence("cleared", why, "the rule " + gone.rule()));
            note(Phase.CLEARED, gone, evidence, block);
        }
    }

    private void note(Phase phase, StandingAlert of, List<Evidence> evidence, Optional<BlockRef> block) {
        sequence++;
        changes.add(new AlertChange(
                sequence, of.alert(), of.rule(), phase, of.said(), evidence, block.or(of::block), now, of.hasStood()));
    }

    /// Takes what happened in a block. What was seen before is the same.
    void happened(Rule.Event rule, Happening.Began began, LoggedFact logged) {
        var name = began.name() + "@" + logged.transaction();
        var identity = key(rule, began.about(), name);
        var again = ofTransaction.merge(identity, 1, Integer::sum);
        var key = again == 1 ? identity : identity + "#" + again;
        seenAgain.add(key);
        if (seen.put(key, logged.block().number()) == null) {
            happened(key, rule, began, logged.block());
        } else {
            standing.computeIfPresent(key, (_, present) -> present.in(logged.block()));
        }
    }

    /// Takes a change that no event tells.
    ///
    /// @param mark tells one change from the next
    void changed(Rule.Event rule, Happening.Began began, Hash32 mark, BlockRef block) {
        happened(key(rule, began.about(), began.name() + "@" + mark), rule, began, block);
    }

    private void happened(String key, Rule.Event rule, Happening.Began began, BlockRef block) {
        if (!standing.containsKey(key) && !isSilenced(rule, began.about())) {
            var finding = new Finding(
                    began.about(), "", began.words(), began.detail(), began.evidence(), Optional.empty(), true);
            raise(
                    key,
                    rule,
                    finding,
                    Optional.of(block),
                    Optional.of(block.time().plus(rule.stands())));
        }
    }

    /// Takes that the contrary of something happened.
    void ended(Rule.Event rule, Happening.Ended ended, LoggedFact logged) {
        var begin = rule.name() + "|";
        var end = "|" + ended.name().replace('|', '/') + "@";
        for (var each : List.copyOf(standing.values())) {
            if (each.key().startsWith(begin) && each.key().contains(end) && hasBegun(each)) {
                clear(each.key(), ended.how(), Optional.of(logged.block()));
            }
        }
    }

    /// On another branch, only what was seen on it.
    private boolean hasBegun(StandingAlert alert) {
        return seenAgain.contains(alert.key())
                || alert.block().filter(block -> block.number() > common).isEmpty();
    }

    /// Begins on another branch: what stood on the old one has not happened until it is seen again.
    ///
    /// @param above the highest block that both branches have
    void forked(long above) {
        common = above;
    }

    /// Ends what is told for a time only, and makes room.
    void passed(BlockRef head) {
        for (var each : List.copyOf(standing.values())) {
            if (each.until().filter(until -> !until.isAfter(head.time())).isPresent()) {
                clear(each.key(), "It is told for so long", Optional.of(head));
            }
        }
        var happened = standing.values().stream()
                .filter(each -> each.until().isPresent())
                .toList();
        happened.stream()
                .limit(Math.max(0, happened.size() - MOST_STANDING))
                .forEach(each -> clear(each.key(), "It made room for newer ones", Optional.of(head)));
    }

    /// Takes back what stood on an abandoned branch and was not seen again.
    void takeBack(BlockRef head) {
        for (var each : Map.copyOf(seen).entrySet()) {
            if (each.getValue() > common && !seenAgain.contains(each.getKey())) {
                seen.remove(each.getKey());
                clear(each.getKey(), "Its block is no longer on the chain", Optional.of(head));
            }
        }
        points.removeIf(point -> point.block().number() > common);
    }

    /// Ends the alerts of rules that are no longer there.
    void retire(Collection<String> rules) {
        for (var each : List.copyOf(standing.values())) {
            if (!rules.contains(each.rule())) {
                clear(each.key(), "There is no such rule any more", Optional.empty());
            }
        }
    }

    void add(List<Point> more, Rule.Change rule, Instant time) {
        points.addAll(more);
        var begin = rule.name() + "|";
        points.removeIf(point ->
                point.series().startsWith(begin) && point.block().time().isBefore(time.minus(rule.over())));
    }

    void acknowledge(long number) {
        acknowledge(each -> each.alert() == number);
    }

    /// Somebody has seen all that stood already when they began to watch.
    void acknowledgeWhatStood() {
        acknowledge(StandingAlert::hasStood);
    }

    private void acknowledge(Predicate<StandingAlert> which) {
        for (var each : List.copyOf(standing.values())) {
            if (which.test(each) && !each.isAcknowledged()) {
                var acknowledged = each.acknowledged();
                standing.put(each.key(), acknowledged);
                note(Phase.ACKNOWLEDGED, acknowledged, acknowledged.evidence(), acknowledged.block());
            }
        }
    }

    /// What happened at or below finality is not seen again.
    void looked(BlockRef head, long finality) {
        looked = Optional.of(new Looked(head, finality));
        seen.values().removeIf(height -> height <= finality);
        if (seen.size() > MOST_SEEN) {
            seen.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .limit(seen.size() - MOST_SEEN)
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(seen::remove);
        }
    }
}
