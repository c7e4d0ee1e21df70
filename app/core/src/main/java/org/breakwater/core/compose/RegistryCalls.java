package org.breakwater.core.compose;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.fact.AuthorityFact.OperationScheduled;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.view.DelayedOperation;
import org.breakwater.core.projection.view.SubjectView;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.ParameterUnit;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Selector;

/// Reads calls of the risk registry, the guardian and the AccessManager.
record RegistryCalls(InputReader inputs, ComposeContext context) {

    Optional<ComposedCall> read() {
        return switch (inputs.template()) {
            case LIST_SUBJECT -> subject().flatMap(this::listing);
            case SUSPEND_SUBJECT -> suspension();
            case QUARANTINE_ADAPTER -> quarantine();
            case RESTORE_ADAPTER -> restoration();
            case LIFT_PAUSE -> lift();
            case EXTEND_PAUSE -> extension();
            case SCHEDULE -> schedule();
            case EXECUTE_SCHEDULED ->
                operation(true)
                        .flatMap(scheduled -> manager()
                                .map(manager -> new ComposedCall.ExecuteScheduled(
                                        manager, scheduled.target(), scheduled.data())));
            case CANCEL_SCHEDULED ->
                operation(false)
                        .flatMap(scheduled -> manager()
                                .map(manager -> new ComposedCall.CancelScheduled(
                                        manager, scheduled.caller(), scheduled.target(), scheduled.data())));
            default -> throw new IllegalArgumentException("nothing of registry or access: " + inputs.template());
        };
    }

    private Optional<SubjectView> subject() {
        var id = inputs.small(Input.SUBJECT, "Choose a subject.");
        var found = id.flatMap(number -> context.known().view().subjects().stream()
                .filter(subject -> subject.subjectId() == number)
                .findFirst());
        if (id.isPresent() && found.isEmpty()) {
            inputs.refuse(Input.SUBJECT, "There is no such subject.");
        }
        return found;
    }

    private Optional<ComposedCall> listing(SubjectView subject) {
        var status = subject.subject().status();
        if (status != SubjectStatus.CANDIDATE && status != SubjectStatus.SUSPENDED) {
            inputs.refuse(Input.SUBJECT, "Only a candidate or a suspended subject can be listed.");
        } else if (subject.failedRules() != 0) {
            inputs.refuse(
                    Input.SUBJECT,
                    "It fails " + Integer.bitCount(subject.failedRules()) + " of the rules for its kind.");
        }
        return context.module(ModuleName.RISK)
                .map(registry -> new ComposedCall.ListSubject(registry, subject.subjectId()));
    }

    private Optional<ComposedCall> suspension() {
        var subject = subject();
        var reason = inputs.reason();
        if (subject.filter(view -> view.subject().status() != SubjectStatus.LISTED)
                .isPresent()) {
            inputs.refuse(Input.SUBJECT, "Only a listed subject can be suspended.");
        }
        return subject.flatMap(view -> reason.flatMap(hash -> context.module(ModuleName.RISK)
                .map(registry -> new ComposedCall.SuspendSubject(registry, view.subjectId(), hash))));
    }

    private Optional<ComposedCall> quarantine() {
        var adapter = inputs.address(Input.ADAPTER, "Choose an adapter.");
        var reason = inputs.reason();
        if (adapter.filter(context.known().view()::isQuarantined).isPresent()) {
            inputs.refuse(Input.ADAPTER, "It is quarantined already.");
        }
        return adapter.flatMap(address -> reason.flatMap(hash -> context.module(ModuleName.GUARDIAN)
                .map(guardian -> new ComposedCall.QuarantineAdapter(guardian, address, hash))));
    }

    private Optional<ComposedCall> restoration() {
        var adapter = inputs.address(Input.ADAPTER, "Choose an adapter.");
        if (adapter.filter(address -> !context.known().view().isQuarantined(address))
                .isPresent()) {
            inputs.refuse(Input.ADAPTER, "It is not quarantined.");
        }
        return adapter.flatMap(address -> context.module(ModuleName.GUARDIAN)
                .map(guardian -> new ComposedCall.RestoreAdapter(guardian, address)));
    }

    /// By no more than a pause may last at all (`EmergencyGuardian._requireDuration`).
    private Optional<ComposedCall> extension() {
        var pause = running();
        var most = context.book().get(ParameterKey.PAUSE_MAX, ParameterScope.GLOBAL);
        var by = inputs.read(
                        Input.DURATION,
                        "Say by how long, such as 36 h.",
                        text -> WrittenValue.read(ParameterUnit.SECONDS, text))
                .filter(length -> {
                    var fits = length.signum() > 0 && length.compareTo(most) <= 0;
                    if (!fits) {
                        inputs.add(InputProblem.refused(
                                Input.DURATION,
                                "A pause is extended by at most " + WrittenValue.words(ParameterUnit.SECONDS, most)
                                        + " at once.",
                                WrittenValue.write(ParameterUnit.SECONDS, most)));
                    }
                    return fits;
                });
        return pause.flatMap(id -> by.flatMap(length -> context.module(ModuleName.GUARDIAN)
                .map(guardian -> new ComposedCall.ExtendPause(guardian, id, length.longValueExact()))));
    }

    private Optional<Long> running() {
        var id = inputs.small(Input.PAUSE, "Choose a pause.");
        var active = id.filter(number -> context.known().view().pauses().stream()
                .anyMatch(pause -> pause.pauseId() == number && pause.active()));
        if (id.isPresent() && active.isEmpty()) {
            inputs.refuse(Input.PAUSE, "No pause of that number runs.");
        }
        return active;
    }

    private Optional<ComposedCall> lift() {
        return running()
                .flatMap(number -> context.module(ModuleName.GUARDIAN)
                        .map(guardian -> new ComposedCall.LiftPause(guardian, number, context.isDao())));
    }

    private Optional<Address> manager() {
        return Power.manager(context.deployment());
    }

    /// Announces any call for which the Safe's role has a delay; the AccessManager refuses others.
    private Optional<ComposedCall> schedule() {
        var target = inputs.address(Input.TARGET, "Say which contract is to be called.");
        var data = inputs.read(Input.DATA, "Paste the calldata.", Bytes::parse);
        var notBefore = inputs.isEmpty(Input.NOT_BEFORE)
                ? Optional.of(0L)
                : inputs.readIfWritten(Input.NOT_BEFORE, InputReader::time);
        if (target.isEmpty() || data.isEmpty() || notBefore.isEmpty()) {
            return Optional.empty();
        }
        var power = Power.of(
                context.known(),
                context.deployment(),
                context.account(),
                new SafeCall(Operation.CALL, target.get(), BigInteger.ZERO, data.get()));
        switch (power) {
            case Power.AfterDelay(var _, var delay) -> requireTime(notBefore.get(), delay);
            case Power.Open _, Power.AtOnce _ ->
                inputs.refuse(Input.TARGET, "This call needs no announcement. Make it at once.");
            case Power.Denied(var role) ->
                inputs.refuse(
                        Input.TARGET,
                        "No such call may be made as " + context.composer().words() + ". It takes the role "
                                + context.deployment().roleName(role) + ".");
        }
        return manager().map(manager -> new ComposedCall.Schedule(manager, target.get(), data.get(), notBefore.get()));
    }

    private void requireTime(long notBefore, long delay) {
        if (notBefore != 0 && notBefore < context.time() + delay) {
            inputs.refuse(Input.NOT_BEFORE, "It lies before the delay of the role is over. Leave it empty.");
        }
    }

    private Optional<OperationScheduled> operation(boolean ready) {
        var id = inputs.read(Input.OPERATION, "Choose what was announced.", Hash32::fromHex);
        var found = id.flatMap(hash -> manager()
                .flatMap(manager -> context.known().view().authority(manager).waiting().stream()
                        .filter(operation -> operation.scheduled().operationId().equals(hash))
                        .findFirst()));
        if (id.isPresent() && found.isEmpty()) {
            inputs.refuse(Input.OPERATION, "Nothing of that id waits.");
        }
        found.ifPresent(operation -> require(operation, ready));
        return found.map(DelayedOperation::scheduled);
    }

    private void require(DelayedOperation operation, boolean ready) {
        var own = operation.scheduled().caller().equals(context.account());
        if (ready && !own) {
            inputs.refuse(Input.OPERATION, "Another account announced it, and only that one can execute it.");
        } else if (ready && !operation.isReady(context.time())) {
            inputs.refuse(Input.OPERATION, "It is not due yet.");
        } else if (!ready && !own && !isGuardian(operation)) {
            inputs.refuse(
                    Input.OPERATION,
                    "Another account announced it, and " + context.composer().words() + " is not its guardian.");
        }
    }

    /// Whoever holds the guardian role of what a function takes may cancel its announcements.
    private boolean isGuardian(DelayedOperation operation) {
        var call = operation.scheduled();
        return manager()
                .map(manager -> {
                    var authority = context.known().view().authority(manager);
                    var function = new Selector(call.data().slice(0, Selector.LENGTH));
                    var guardian = authority
                            .role(authority.roleOf(call.target(), function))
                            .guardian();
                    return authority
                            .member(guardian, context.account())
                            .filter(member -> member.inEffect())
                            .isPresent();
                })
                .orElse(false);
    }
}
