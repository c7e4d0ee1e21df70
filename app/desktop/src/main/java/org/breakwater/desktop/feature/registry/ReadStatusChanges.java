package org.breakwater.desktop.feature.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.activity.EventLog;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.RiskFact;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// Reads what the registry said about a subject, the newest first. Blocking.
record ReadStatusChanges(EventLog events, Address registry, TextLibrary texts) {

    private static final int MOST = 2_000;

    List<StatusChange> of(long subjectId) throws ProblemException {
        var about = new Hash32(Word.of(subjectId));
        return changes(subjectId, events.page(LogQuery.of(registry, about), 0, MOST));
    }

    /// The word of the subject's number can stand for something else in an event: its kind.
    private List<StatusChange> changes(long subjectId, List<LoggedFact> facts) {
        var attested = new HashMap<Hash32, Address>();
        var scored = new HashSet<Hash32>();
        for (var fact : facts) {
            if (fact.fact() instanceof RiskFact.InputsAttested inputs && inputs.subjectId() == subjectId) {
                attested.put(fact.transaction(), inputs.by());
            }
            if (fact.fact() instanceof RiskFact.LevelChanged level && level.subjectId() == subjectId) {
                scored.add(fact.transaction());
            }
        }
        var changes = new ArrayList<StatusChange>();
        for (var fact : facts) {
            change(subjectId, fact, attested, scored.contains(fact.transaction()))
                    .ifPresent(changes::add);
        }
        return changes;
    }

    private Optional<StatusChange> change(
            long subjectId, LoggedFact logged, Map<Hash32, Address> attested, boolean scored) {
        var at = logged.block().time();
        return switch (logged.fact()) {
            case RiskFact.StatusChanged moved
            when moved.subjectId() == subjectId ->
                Optional.of(new StatusChange.Moved(at, moved.to(), reason(moved.reasonHash())));
            case RiskFact.LevelChanged level
            when level.subjectId() == subjectId ->
                Optional.of(new StatusChange.Scored(
                        at,
                        level.from(),
                        level.to(),
                        level.scoreBps(),
                        Optional.ofNullable(attested.get(logged.transaction()))));
            case RiskFact.InputsAttested inputs
            when inputs.subjectId() == subjectId && !scored -> Optional.of(new StatusChange.Attested(at, inputs.by()));
            case RiskFact.SubjectApplied applied
            when applied.subjectId() == subjectId -> Optional.of(new StatusChange.Applied(at, applied.applicant()));
            default -> Optional.empty();
        };
    }

    /// What a hash stands for: a reason of the registry's own, or the text that has it.
    private String reason(Hash32 hash) {
        return AsciiWord.read(hash).or(() -> texts.body(hash)).orElse("");
    }
}
