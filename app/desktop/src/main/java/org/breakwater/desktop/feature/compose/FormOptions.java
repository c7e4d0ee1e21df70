package org.breakwater.desktop.feature.compose;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.call.CallReader;
import org.breakwater.core.compose.ComposeContext;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.Possible;
import org.breakwater.core.compose.Power;
import org.breakwater.core.compose.Template;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.fact.ParameterFact.Spec;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.ChangeView;
import org.breakwater.core.projection.view.DelayedOperation;
import org.breakwater.core.projection.view.SubjectView;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.SafeDirection;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.feature.compose.ComposePage.TemplateRow;
import org.breakwater.desktop.feature.compose.FieldState.Option;
import org.breakwater.desktop.kit.Field.Hint;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.ParameterWords;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.PoolName;
import org.breakwater.desktop.place.SubjectName;
import org.breakwater.desktop.wording.CallSentences;

/// What can be chosen in the inputs of templates.
///
/// @param name what an address is called
record FormOptions(Function<Address, String> name, TextLibrary texts, CallSentences sentences, CallReader calls) {

    static Stream<ParameterKey> keys() {
        return Arrays.stream(ParameterKey.values());
    }

    /// A template with how much there is for it, and whether the Safe may use it.
    TemplateRow row(Template template, ComposeContext context) {
        var choice = subject(template);
        var denied = Possible.role(template, context).filter(Power.Denied.class::isInstance);
        if (denied.isPresent() && denied.get() instanceof Power.Denied(var role)) {
            return new TemplateRow(
                    template, context.deployment().roleName(role).equals("DAO") ? "DAO only" : "no role", false);
        }
        if (choice.isEmpty()) {
            return new TemplateRow(template, "", true);
        }
        var count = of(choice.get(), WrittenCall.empty(template), context).size();
        return new TemplateRow(template, count == 0 ? "none" : Numbers.count(count), count != 0);
    }

    /// What a template needs one of.
    private static Optional<Input> subject(Template template) {
        return switch (template) {
            case EXECUTE_CHANGE, CANCEL_CHANGE -> Optional.of(Input.CHANGE);
            case DECIDE_INCIDENT -> Optional.of(Input.INCIDENT);
            case DECIDE_CLAIM, FLAG_FRAUD -> Optional.of(Input.CLAIM);
            case LIFT_PAUSE, EXTEND_PAUSE -> Optional.of(Input.PAUSE);
            case RESTORE_ADAPTER -> Optional.of(Input.ADAPTER);
            case EXECUTE_SCHEDULED, CANCEL_SCHEDULED -> Optional.of(Input.OPERATION);
            case DISABLE_MODULE -> Optional.of(Input.MODULE);
            default -> Optional.empty();
        };
    }

    /// How many parameters a template can be used for.
    Optional<Hint> parameters(Template template, ComposeContext context) {
        var all = keys().filter(key -> context.book().spec(key.word()).isPresent())
                .count();
        var fit = of(Input.PARAMETER, WrittenCall.empty(template), context).size();
        return Optional.of(Hint.limits(
                template == Template.TIGHTEN_NOW
                        ? Numbers.count(fit) + " of these " + Numbers.count(all)
                                + " parameters may be tightened at once."
                        : Numbers.count(fit) + " parameters can be changed by a proposal."));
    }

    /// The parameters of the chosen function.
    Optional<String> parameterTypes(WrittenCall written, ComposeContext context) {
        return functions(written, context).stream()
                .filter(function -> written.value(Input.FUNCTION)
                        .map(function.canonical()::equals)
                        .orElse(true))
                .findFirst()
                .map(function -> function.parameters().isEmpty()
                        ? "It takes no values."
                        : function.parameters().stream()
                                .map(parameter -> (parameter.type().canonical() + " " + parameter.name()).strip())
                                .collect(Collectors.joining(", ")));
    }

    List<Option> of(Input input, WrittenCall written, ComposeContext context) {
        var view = context.known().view();
        return switch (input) {
            case PARAMETER -> parameterOptions(written.template(), context);
            case SCOPE -> scopes(written, context);
            case CHANGE ->
                view.changes().stream()
                        .filter(change -> change.change().state() == ChangeState.PENDING)
                        .map(change -> change(change, context))
                        .toList();
            case INCIDENT -> incidents(written.template(), context);
            case CLAIM ->
                (written.template() == Template.FLAG_FRAUD
                                ? Possible.flaggable(context)
                                : Possible.underReview(context))
                        .stream()
                                .map(claim -> new Option(
                                        Long.toString(claim.claimId()),
                                        "Claim " + claim.claimId(),
                                        Terms.of(claim.claim().state())))
                                .toList();
            case POOL ->
                view.pools().stream()
                        .map(pool -> new Option(
                                Long.toString(pool.poolId()), PoolName.inRow(pool.name()), "pool " + pool.poolId()))
                        .toList();
            case SUBJECT ->
                view.subjects().stream()
                        .filter(subject -> fits(written.template(), subject))
                        .map(subject -> new Option(
                                Long.toString(subject.subjectId()),
                                SubjectName.of(subject, texts),
                                Terms.of(subject.subject().status())))
                        .toList();
            case PAUSE ->
                view.pauses().stream()
                        .filter(pause -> pause.active())
                        .map(pause -> new Option(
                                Long.toString(pause.pauseId()),
                                "Pause " + pause.pauseId(),
                                "until "
                                        + Times.dateAndTime(Instant.ofEpochSecond(
                                                pause.pause().until()))))
                        .toList();
            case VERDICT -> verdicts(written.template());
            case TOKEN ->
                view.treasury().assets().stream()
                        .map(asset -> account(asset.asset(), ""))
                        .toList();
            case VENUE ->
                view.treasury().venues().stream()
                        .map(venue -> account(venue.venue(), venue.state().closed() ? "closed" : ""))
                        .toList();
            case ADAPTER ->
                context.deployment().contracts().stream()
                        .filter(contract -> contract.name().endsWith("Adapter"))
                        .filter(contract -> written.template() != Template.RESTORE_ADAPTER
                                || view.isQuarantined(contract.address()))
                        .map(contract -> account(
                                contract.address(), view.isQuarantined(contract.address()) ? "quarantined" : ""))
                        .toList();
            case OPERATION -> operations(written.template(), context);
            case OWNER ->
                context.owners().stream().map(owner -> account(owner, "")).toList();
            case MODULE ->
                context.modules().stream().map(module -> account(module, "")).toList();
            case FUNCTION ->
                functions(written, context).stream()
                        .map(function -> new Option(
                                function.canonical(),
                                function.name(),
                                function.canonical().substring(function.name().length())))
                        .toList();
            default -> List.of();
        };
    }

    private Option account(Address address, String detail) {
        return new Option(address.toString(), name.apply(address), detail);
    }

    private static List<Option> parameterOptions(Template template, ComposeContext context) {
        return keys().filter(key -> context.book()
                        .spec(key.word())
                        .filter(spec -> template != Template.TIGHTEN_NOW || spec.safe() != SafeDirection.NEITHER)
                        .isPresent())
                .map(key -> new Option(key.name(), ParameterWords.name(key.word()), key.name()))
                .toList();
    }

    private List<Option> scopes(WrittenCall written, ComposeContext context) {
        var key = written.value(Input.PARAMETER)
                .flatMap(text -> keys().filter(one -> one.name().equals(text)).findFirst())
                .map(ParameterKey::word);
        return key.flatMap(context.book()::spec)
                .map(spec -> scopes(key.orElseThrow(), spec, context))
                .orElse(List.of());
    }

    private List<Option> scopes(Hash32 key, Spec spec, ComposeContext context) {
        var scopes = new ArrayList<ParameterScope>();
        scopes.add(ParameterScope.GLOBAL);
        switch (spec.scopeKind()) {
            case GLOBAL -> {}
            case POOL -> context.known().view().pools().forEach(pool -> scopes.add(ParameterScope.pool(pool.poolId())));
            case LEVEL ->
                Arrays.stream(RiskLevel.values())
                        .filter(level -> level != RiskLevel.UNRATED)
                        .forEach(level -> scopes.add(ParameterScope.level(level.number())));
            case KIND ->
                Arrays.stream(RiskKind.values()).forEach(kind -> scopes.add(ParameterScope.kind(kind.number())));
            case ADDRESS -> scopes.addAll(accounts(key, context));
        }
        return scopes.stream().map(scope -> scope(scope, context)).toList();
    }

    private static List<ParameterScope> accounts(Hash32 key, ComposeContext context) {
        var own = context.book().scopes(key);
        var assets = key.equals(ParameterKey.ORACLE_MAX_AGE.word())
                ? Stream.<ParameterScope>empty()
                : context.known().view().treasury().assets().stream()
                        .map(asset -> ParameterScope.account(asset.asset()));
        return Stream.concat(own.stream(), assets).distinct().toList();
    }

    private Option scope(ParameterScope scope, ComposeContext context) {
        var words = ParameterWords.scope(scope, name);
        var pool = scope.tag() == 1
                ? context.known()
                        .view()
                        .pool(scope.number().longValueExact())
                        .map(found -> PoolName.inRow(found.name()))
                : Optional.<String>empty();
        var plain = words.replaceFirst("^the (level|kind) ", "");
        return new Option(
                scope.encoded().toString(),
                pool.orElseGet(() -> plain.isEmpty()
                        ? "Everywhere else"
                        : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1)),
                pool.isPresent() ? words : "");
    }

    private Option change(ChangeView pending, ComposeContext context) {
        var change = pending.change();
        var spec = context.book().spec(change.key());
        var value = spec.map(found -> ParameterWords.value(change.key(), found.unit(), change.newValue()))
                .orElseGet(() -> change.newValue().toString());
        var due = context.time() >= change.eta()
                ? "due"
                : "from " + Times.dateAndTime(Instant.ofEpochSecond(change.eta()));
        return new Option(
                Long.toString(pending.changeId()),
                "Change " + pending.changeId() + ": " + ParameterWords.name(change.key()) + " to " + value,
                change.byDao() ? due + ", by the DAO" : due);
    }

    private List<Option> incidents(Template template, ComposeContext context) {
        return context.known().view().incidents().stream()
                .filter(view -> template == Template.BACKSTOP
                        ? isOpen(view.incident().state())
                        : Possible.isUnderReview(view, context))
                .map(view -> new Option(
                        Long.toString(view.incidentId()),
                        "Incident " + view.incidentId(),
                        Terms.of(view.incident().state())))
                .toList();
    }

    private static boolean isOpen(IncidentState state) {
        return switch (state) {
            case DETECTED, CONFIRMED, ESCALATED, COUNCIL_REVIEW, SETTLING -> true;
            case NONE, CLOSED, REJECTED, LAPSED -> false;
        };
    }

    private static boolean fits(Template template, SubjectView subject) {
        var status = subject.subject().status();
        return template == Template.SUSPEND_SUBJECT
                ? status == SubjectStatus.LISTED
                : status == SubjectStatus.CANDIDATE || status == SubjectStatus.SUSPENDED;
    }

    private static List<Option> verdicts(Template template) {
        return template == Template.RESOLVE_DISPUTE
                ? List.of(
                        new Option("accept", "Whoever asserted it", "it is true"),
                        new Option("reject", "Whoever disputed it", "it is not true"))
                : List.of(new Option("accept", "Accept", ""), new Option("reject", "Reject", ""));
    }

    private List<Option> operations(Template template, ComposeContext context) {
        return Power.manager(context.deployment())
                .map(manager -> context.known().view().authority(manager).waiting())
                .orElse(List.of())
                .stream()
                .filter(operation -> template == Template.CANCEL_SCHEDULED
                        || operation.scheduled().caller().equals(context.account()))
                .sorted(Comparator.comparingLong(
                        operation -> operation.scheduled().schedule()))
                .map(operation -> operation(operation, context))
                .toList();
    }

    private Option operation(DelayedOperation operation, ComposeContext context) {
        var scheduled = operation.scheduled();
        var reading = calls.read(scheduled.target(), BigInteger.ZERO, scheduled.data());
        return new Option(
                scheduled.operationId().toString(),
                sentences.of(reading, context.known()),
                operation.isReady(context.time())
                        ? "due"
                        : "from " + Times.dateAndTime(Instant.ofEpochSecond(scheduled.schedule())));
    }

    private static List<FunctionSignature> functions(WrittenCall written, ComposeContext context) {
        try {
            var pasted = written.value(Input.INTERFACE);
            return pasted.isPresent() ? context.interfaces().functions(pasted.get()) : List.of();
        } catch (ProblemException unreadable) {
            return List.of();
        }
    }
}
