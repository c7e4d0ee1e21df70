package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import org.breakwater.core.compose.ComposeCall;
import org.breakwater.core.compose.ComposedCall;
import org.breakwater.core.compose.Composition.Finished;
import org.breakwater.core.compose.Composition.Unfinished;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.Template;
import org.breakwater.core.protocol.SubjectStatus;
import org.junit.jupiter.api.Test;

/// Subjects, adapters, pauses and what was announced.
interface AccessCallsOnTheWorld extends ComposedCalls {

    @Test
    default void aListedSubjectIsSuspendedAndOnlyTheDaoListsOne() throws IOException {
        var listed = known().view().subjects().stream()
                .filter(subject -> subject.subject().status() == SubjectStatus.LISTED)
                .findFirst()
                .orElseThrow();
        taken(council(), written(Template.SUSPEND_SUBJECT, Input.SUBJECT, listed.subjectId(), Input.REASON, "Why"));
        assertThat(refused(council(), written(Template.LIST_SUBJECT, Input.SUBJECT, listed.subjectId())))
                .contains(Input.SUBJECT);
        assertThat(error(
                        council().account(),
                        new ComposedCall.ListSubject(deployment().address("RiskRegistry"), listed.subjectId())
                                .encoded()))
                .contains("AccessManagedUnauthorized");
    }

    @Test
    default void anAdapterIsQuarantinedByTheGuardianAlone() throws IOException {
        var call = written(
                Template.QUARANTINE_ADAPTER, Input.ADAPTER, deployment().address("BridgeAdapter"), Input.REASON, "Why");

        taken(guardian(), call);
        assertThat(refused(council(), call)).contains(Input.ADAPTER);
    }

    @Test
    default void aPauseIsLiftedOnlyWhileItRuns() throws IOException {
        for (var pause : known().view().pauses()) {
            var call = written(Template.LIFT_PAUSE, Input.PAUSE, pause.pauseId());
            var answered = error(
                    council().account(),
                    new ComposedCall.LiftPause(deployment().address("EmergencyGuardian"), pause.pauseId()).encoded());
            assertThat(ComposeCall.of(call, council()) instanceof Finished)
                    .as("pause %s: %s", pause.pauseId(), answered)
                    .isEqualTo(answered.isEmpty());
        }
    }

    @Test
    default void whatWasAnnouncedIsExecutedOnceItIsDueAndCancelledByWhoMay() throws IOException {
        var manager = deployment().address("AccessManager");
        var waiting = known().view().authority(manager).waiting();
        for (var operation : waiting) {
            var id = operation.scheduled().operationId();
            var execute = written(Template.EXECUTE_SCHEDULED, Input.OPERATION, id);
            var answered = error(
                    council().account(),
                    new ComposedCall.ExecuteScheduled(
                                    manager,
                                    operation.scheduled().target(),
                                    operation.scheduled().data())
                            .encoded());
            if (ComposeCall.of(execute, council()) instanceof Unfinished) {
                assertThat(answered).as("%s", operation).isPresent();
            }
            taken(council(), written(Template.CANCEL_SCHEDULED, Input.OPERATION, id));
            taken(guardian(), written(Template.CANCEL_SCHEDULED, Input.OPERATION, id));
        }
        var data = new ComposedCall.Allocate(
                        deployment().address("Treasury"), venue(true).venue(), BigInteger.ONE)
                .encoded()
                .data();
        taken(
                council(),
                written(Template.SCHEDULE, Input.TARGET, deployment().address("Treasury"), Input.DATA, data.toHex()));
        assertThat(refused(
                        council(),
                        written(
                                Template.SCHEDULE,
                                Input.TARGET,
                                deployment().address("Treasury"),
                                Input.DATA,
                                new ComposedCall.CloseVenue(
                                                deployment().address("Treasury"),
                                                venue(true).venue())
                                        .encoded()
                                        .data()
                                        .toHex())))
                .as("what needs no announcement")
                .containsExactly(Input.TARGET);
    }
}
