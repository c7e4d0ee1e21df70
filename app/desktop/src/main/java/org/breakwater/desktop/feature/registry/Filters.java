package org.breakwater.desktop.feature.registry;

import java.util.Locale;
import java.util.Optional;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.desktop.l10n.Terms;

/// Which subjects are wanted.
///
/// @param words each of them has to occur
record Filters(
        String words,
        Optional<RiskKind> kind,
        Optional<RiskLevel> level,
        Optional<SubjectStatus> status,
        Optional<String> dependsOn) {

    static final Filters NONE = new Filters("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    Filters withWords(String other) {
        return new Filters(other, kind, level, status, dependsOn);
    }

    Filters withKind(Optional<RiskKind> other) {
        return new Filters(words, other, level, status, dependsOn);
    }

    Filters withLevel(Optional<RiskLevel> other) {
        return new Filters(words, kind, other, status, dependsOn);
    }

    Filters withStatus(Optional<SubjectStatus> other) {
        return new Filters(words, kind, level, other, dependsOn);
    }

    Filters withDependency(Optional<String> other) {
        return new Filters(words, kind, level, status, other);
    }

    boolean match(RegistryRow row) {
        var subject = row.subject().subject();
        return kind.map(wanted -> subject.kind() == wanted).orElse(true)
                && level.map(wanted -> row.level() == wanted).orElse(true)
                && status.map(wanted -> subject.status() == wanted).orElse(true)
                && dependsOn.map(wanted -> dependsOn(row, wanted)).orElse(true)
                && says(row);
    }

    private static boolean dependsOn(RegistryRow row, String name) {
        return row.dependencies().stream().anyMatch(each -> each.name().equals(name));
    }

    private boolean says(RegistryRow row) {
        var text = new StringBuilder(row.name())
                .append(' ')
                .append(row.id())
                .append(' ')
                .append(Terms.of(row.subject().subject().kind()))
                .append(' ')
                .append(row.subject().subject().applicant());
        row.dependencies().forEach(each -> text.append(' ').append(each.name()));
        var all = text.toString().toLowerCase(Locale.ROOT);
        return words.toLowerCase(Locale.ROOT).strip().lines().allMatch(line -> each(line, all));
    }

    private static boolean each(String line, String all) {
        for (var word : line.split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
