package org.breakwater.core.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.SubjectView;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.SubjectStatus;

/// Listed subjects whose inputs were attested longer ago than the registry allows.
record SubjectAlerts(ProtocolView view, AlertNames names) {

    /// One that is late.
    ///
    /// @param late seconds past the limit
    /// @param limit seconds
    record Late(SubjectView subject, long late, long limit) {}

    Optional<Alert> all() {
        return attestations(view.subjects().stream()
                .filter(each -> each.subject().status() == SubjectStatus.LISTED)
                .map(each -> new Late(each, age(each) - limit(each), limit(each)))
                .filter(each -> each.late() > 0)
                .toList());
    }

    private long age(SubjectView subject) {
        return view.time() - subject.inputs().attestedAt();
    }

    private long limit(SubjectView subject) {
        var scope = ParameterScope.kind(subject.subject().kind().number());
        return view.parameterBook().get(ParameterKey.ATTESTATION_MAX_AGE, scope).longValueExact();
    }

    /// One subject is told of by itself, several together.
    Optional<Alert> attestations(List<Late> late) {
        return late.stream().max(Comparator.comparingLong(Late::late)).map(oldest -> {
            var name = names.subject(oldest.subject().subjectId());
            var past = Phrase.duration(oldest.late()) + " past its limit of " + Phrase.duration(oldest.limit());
            return late.size() == 1
                    ? new Alert(
                            Severity.WARNING,
                            new Subject.InsuredSubject(
                                    pool(oldest.subject()), oldest.subject().subjectId()),
                            "The attestation of " + name + " is " + past,
                            "It fails a rule of the registry until it is attested anew")
                    : new Alert(
                            Severity.WARNING,
                            new Subject.Registry(),
                            "The attestations of " + late.size() + " subjects are too old",
                            "They fail a rule of the registry; the oldest, of " + name + ", is " + past);
        });
    }

    private long pool(SubjectView subject) {
        return view.pools().stream()
                .filter(pool -> pool.kind() == subject.subject().kind())
                .mapToLong(PoolView::poolId)
                .findFirst()
                .orElse(0);
    }
}
