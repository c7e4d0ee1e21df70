package org.breakwater.core.review.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a check finds, sentence by sentence. The gravest decides how it ends; all are its evidence.
final class Findings {

    private enum Gravity {
        NOTE,
        WARNING,
        HOLD,
        BLOCK
    }

    private final Map<Gravity, List<String>> sentences = new EnumMap<>(Gravity.class);

    private Findings add(Gravity gravity, String sentence) {
        var said = sentences.computeIfAbsent(gravity, _ -> new ArrayList<>());
        if (!said.contains(sentence)) {
            said.add(sentence);
        }
        return this;
    }

    Findings note(String sentence) {
        return add(Gravity.NOTE, sentence);
    }

    Findings warn(String sentence) {
        return add(Gravity.WARNING, sentence);
    }

    Findings hold(String sentence) {
        return add(Gravity.HOLD, sentence);
    }

    Findings block(String sentence) {
        return add(Gravity.BLOCK, sentence);
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    /// @param otherwise how the check ends where nothing was found
    CheckResult or(CheckResult otherwise) {
        if (isEmpty()) {
            return otherwise;
        }
        var evidence = evidence();
        if (sentences.containsKey(Gravity.BLOCK)) {
            return new CheckResult.Block(evidence);
        }
        if (sentences.containsKey(Gravity.HOLD)) {
            return new CheckResult.Hold(evidence);
        }
        return sentences.containsKey(Gravity.WARNING)
                ? new CheckResult.Warning(evidence)
                : new CheckResult.Note(evidence);
    }

    /// @param passed what it means that nothing was found
    CheckResult orPassed(String passed) {
        return or(new CheckResult.Passed(passed));
    }

    private String evidence() {
        var gravest = new ArrayList<String>();
        for (var gravity : List.of(Gravity.BLOCK, Gravity.HOLD, Gravity.WARNING, Gravity.NOTE)) {
            gravest.addAll(sentences.getOrDefault(gravity, List.of()));
        }
        return String.join(" ", gravest);
    }
}
