package org.breakwater.desktop.wording;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.breakwater.desktop.kit.Check;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.SeverityTag;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Router;

/// What a check that ran here found.
///
/// @param evidence how it is known; may be empty
/// @param leadsTo where the other side of it is
public record Finding(Severity severity, String sentence, String evidence, Optional<Lead> leadsTo) {

    /// A place and the words of the link there.
    public record Lead(String words, Place place) {}

    public static Finding of(Severity severity, String sentence, String evidence) {
        return new Finding(severity, sentence, evidence, Optional.empty());
    }

    /// The worst of some; a pass where there is none.
    public static Severity worst(Collection<Finding> findings) {
        return findings.stream()
                .map(Finding::severity)
                .min(Comparator.naturalOrder())
                .orElse(Severity.PASSED);
    }

    /// The worst of some as a tag.
    public static SeverityTag tag(Collection<Finding> findings) {
        return findings.contains(ReviewFindings.NOT_YET)
                ? new SeverityTag(Severity.COULD_NOT_RUN, ReviewFindings.NOT_YET.sentence())
                : new SeverityTag(worst(findings));
    }

    /// As a list of checks shows it.
    public Check check(Router router) {
        return new Check(
                severity,
                sentence,
                evidence,
                leadsTo.map(lead -> new Check.Act(lead.words(), () -> router.go(lead.place()))));
    }
}
