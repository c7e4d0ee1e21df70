package org.breakwater.core.compose;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.projection.view.IncidentView;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.protocol.ParameterUnit;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.rule.Unsigned;

/// Reads what the council decides about incidents and claims. It decides only where a case ended without a verdict.
record ClaimCalls(InputReader inputs, ComposeContext context) {

    /// `Incidents.MAX_BACKDATING`
    private static final long MOST_BACKDATING = 180 * 86_400L;

    Optional<ComposedCall> read() {
        return switch (inputs.template()) {
            case DECIDE_INCIDENT -> incident();
            case DECIDE_CLAIM -> claim();
            case FLAG_FRAUD -> fraud();
            case RESOLVE_DISPUTE -> dispute();
            default -> throw new IllegalArgumentException("nothing about claims: " + inputs.template());
        };
    }

    private Optional<ComposedCall> incident() {
        var id = inputs.small(Input.INCIDENT, "Choose an incident.");
        var found = id.flatMap(number -> context.known().view().incidents().stream()
                .filter(view -> view.incidentId() == number)
                .findFirst());
        if (id.isPresent()
                && found.filter(view -> Possible.isUnderReview(view, context)).isEmpty()) {
            inputs.refuse(Input.INCIDENT, "The council decides an incident only while it reviews it.");
        }
        var accepted = inputs.verdict();
        var occurred = accepted.filter(yes -> yes).isPresent()
                ? inputs.read(Input.OCCURRED_AT, "Say when it happened.", InputReader::time)
                : Optional.of(0L);
        var severity = accepted.filter(yes -> yes).isPresent()
                ? inputs.read(
                        Input.SEVERITY, "Say how severe it was.", text -> WrittenValue.read(ParameterUnit.BPS, text))
                : Optional.of(BigInteger.ZERO);
        var reason = inputs.reason();
        if (found.isPresent() && accepted.filter(yes -> yes).isPresent()) {
            occurred.ifPresent(at -> requireTime(found.get(), at));
            severity.ifPresent(this::requireSeverity);
        }
        if (found.isEmpty() || accepted.isEmpty() || occurred.isEmpty() || severity.isEmpty() || reason.isEmpty()) {
            return Optional.empty();
        }
        return inputs.problems().isEmpty()
                ? context.module(ModuleName.INCIDENTS)
                        .map(incidents -> new ComposedCall.DecideIncident(
                                incidents,
                                id.orElseThrow(),
                                accepted.get(),
                                occurred.get(),
                                severity.get().intValueExact(),
                                reason.get()))
                : Optional.empty();
    }

    private void requireTime(IncidentView view, long occurred) {
        var detected = view.incident().detectedAt();
        if (occurred > detected || occurred + MOST_BACKDATING < detected) {
            inputs.refuse(Input.OCCURRED_AT, "It lies before the detection, and by at most 180 days.");
        }
    }

    private void requireSeverity(BigInteger severity) {
        if (severity.signum() == 0 || severity.compareTo(Unsigned.BPS) > 0) {
            inputs.refuse(Input.SEVERITY, "It lies above 0 and is at most 100\u00A0%.");
        }
    }

    private Optional<ComposedCall> claim() {
        var id = inputs.small(Input.CLAIM, "Choose a claim.");
        var found = id.flatMap(this::find);
        if (id.isPresent()
                && found.filter(Possible.underReview(context)::contains).isEmpty()) {
            inputs.refuse(Input.CLAIM, "The council decides a claim only while it reviews it.");
        }
        var accepted = inputs.verdict();
        var approved = accepted.filter(yes -> yes).isPresent()
                ? inputs.amount(Input.AMOUNT, "Say how much is approved.", SettlementAsset.DECIMALS)
                : Optional.of(BigInteger.ZERO);
        var reason = inputs.reason();
        found.ifPresent(view -> approved.filter(
                        amount -> amount.compareTo(view.claim().requested()) > 0)
                .ifPresent(_ -> inputs.add(InputProblem.refused(
                        Input.AMOUNT,
                        "At most what was asked for: "
                                + WrittenValue.words(
                                        ParameterUnit.ASSET, view.claim().requested()) + ".",
                        WrittenValue.write(ParameterUnit.ASSET, view.claim().requested())))));
        if (found.isEmpty() || accepted.isEmpty() || approved.isEmpty() || reason.isEmpty()) {
            return Optional.empty();
        }
        return context.module(ModuleName.CLAIMS)
                .map(claims -> new ComposedCall.DecideClaim(
                        claims, id.orElseThrow(), accepted.get(), approved.get(), reason.get()));
    }

    private Optional<ClaimView> find(long number) {
        return context.known().view().claims().stream()
                .filter(view -> view.claimId() == number)
                .findFirst();
    }

    private Optional<ComposedCall> fraud() {
        var id = inputs.small(Input.CLAIM, "Choose a claim.");
        var reason = inputs.reason();
        if (id.isPresent()
                && id.flatMap(this::find)
                        .filter(view -> view.claim().isFlaggableAt(context.time()))
                        .isEmpty()) {
            inputs.refuse(Input.CLAIM, "A claim is flagged once, after it was granted and before it is payable.");
        }
        return id.flatMap(number -> reason.flatMap(hash ->
                context.module(ModuleName.CLAIMS).map(claims -> new ComposedCall.FlagFraud(claims, number, hash))));
    }

    private Optional<ComposedCall> dispute() {
        var adapter = context.deployment().contract("OptimisticAdapter");
        if (adapter.isEmpty()) {
            inputs.refuse(Input.ASSERTION, "The protocol has no adapter with assertions.");
        }
        var id = inputs.number(Input.ASSERTION, "Write the number of the assertion.");
        var truthful = inputs.verdict();
        var reason = inputs.reason();
        id.filter(number -> number.bitLength() > 64)
                .ifPresent(_ -> inputs.refuse(Input.ASSERTION, "No assertion has a number as large as that."));
        if (adapter.isEmpty() || id.isEmpty() || truthful.isEmpty() || reason.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ComposedCall.ResolveDispute(adapter.get().address(), id.get(), truthful.get(), reason.get()));
    }
}
