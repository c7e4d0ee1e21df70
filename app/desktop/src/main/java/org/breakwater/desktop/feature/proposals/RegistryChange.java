package org.breakwater.desktop.feature.proposals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.call.ParameterStep.Way;
import org.breakwater.core.projection.view.Change;
import org.breakwater.core.projection.view.ChangeView;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.rule.ParameterClash.Setting;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.feature.proposals.ProposalPage.Call;
import org.breakwater.desktop.feature.proposals.ProposalPage.Fact;
import org.breakwater.desktop.feature.proposals.ProposalPage.Group;
import org.breakwater.desktop.kit.DiffRow.Direction;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.StateStepper.Progress;
import org.breakwater.desktop.kit.StateStepper.Step;
import org.breakwater.desktop.l10n.ParameterWords;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.wording.CallSentences;
import org.breakwater.desktop.wording.Finding;
import org.breakwater.desktop.wording.ParameterDiff;

/// A change of the parameter registry.
final class RegistryChange {

    private final ChangeView view;
    private final Change change;
    private final ProposalContext context;
    private final Selection selection;

    RegistryChange(ChangeView view, ProposalContext context) {
        this.view = view;
        this.change = view.change();
        this.context = context;
        this.selection = new Selection.OfRegistry(view.changeId());
    }

    ProposalPage page() {
        var setting = new Setting(change.key(), change.scope(), change.newValue());
        var diff = ParameterDiff.of(
                setting,
                change.byDao() ? Way.PROPOSED_BY_DAO : Way.PROPOSED,
                Optional.of(change.expectedOld()),
                change.state() == ChangeState.PENDING,
                context.known(),
                context.sentences().name());
        var call = new Call(
                title(),
                context.sentences().deployment().address("ParameterRegistry"),
                "",
                List.of(),
                Bytes.EMPTY,
                diff,
                Optional.empty());
        return new ProposalPage(
                selection,
                group(),
                "Change " + view.changeId(),
                title(),
                change.proposer(),
                change.byDao() ? "decided by the DAO" : "in the parameter registry",
                context.texts().text(change.rationaleHash()).orElse(""),
                summary(),
                when(),
                List.of(call),
                steps(),
                Optional.empty(),
                List.of(),
                findings(diff),
                change.state() == ChangeState.PENDING
                        ? Optional.of(ProposalContext.at(isReady() ? change.expiry() : change.eta()))
                        : Optional.empty(),
                isReady() ? "Expires in" : "Can be executed in",
                List.of(
                        new Fact("Proposed", Times.dateAndTime(ProposalContext.at(change.proposedAt()))),
                        new Fact("Can be executed from", Times.dateAndTime(ProposalContext.at(change.eta()))),
                        new Fact("Expires", Times.dateAndTime(ProposalContext.at(change.expiry()))),
                        new Fact("Executed", "by anyone"),
                        new Fact("Reason", reason())));
    }

    /// What the chain has of it is a hash: a text counts where it has that hash.
    private String reason() {
        if (change.rationaleHash().equals(Hash32.ZERO)) {
            return "none given";
        }
        return context.texts().text(change.rationaleHash()).isPresent()
                ? "published, its hash is the one on the chain"
                : "not at hand; its hash is " + change.rationaleHash();
    }

    private String title() {
        var unit = CallSentences.unit(change.key(), context.known());
        var verb = change.newValue().compareTo(change.expectedOld()) < 0 ? "Lower " : "Raise ";
        return verb
                + ParameterWords.noun(
                        change.key(), change.scope(), context.sentences().name()) + " from "
                + ParameterWords.value(change.key(), unit, change.expectedOld()) + " to "
                + ParameterWords.value(change.key(), unit, change.newValue());
    }

    private boolean isReady() {
        return change.state() == ChangeState.PENDING
                && change.eta() <= context.known().time();
    }

    private Group group() {
        return switch (change.state()) {
            case PENDING -> isReady() ? Group.READY : Group.WAITING;
            case EXECUTED -> Group.EXECUTED;
            case CANCELLED, EXPIRED, NONE -> Group.FAILED;
        };
    }

    private String summary() {
        return switch (change.state()) {
            case PENDING -> isReady() ? "Delay over, anyone may execute" : "Waits for its delay";
            case EXECUTED -> "Executed";
            case CANCELLED -> "Cancelled";
            case EXPIRED -> "Expired, never executed";
            case NONE -> "Unknown";
        };
    }

    private String when() {
        return switch (change.state()) {
            case PENDING -> isReady() ? context.left(change.expiry()) + " left" : context.left(change.eta());
            case EXECUTED, CANCELLED, EXPIRED, NONE -> Times.date(ProposalContext.at(change.proposedAt()));
        };
    }

    private List<Step> steps() {
        var proposed = new Step("Proposed", Times.dateAndTime(ProposalContext.at(change.proposedAt())), Progress.DONE);
        var ready = "from " + Times.dateAndTime(ProposalContext.at(change.eta()));
        return switch (change.state()) {
            case PENDING ->
                List.of(
                        proposed,
                        new Step(
                                "In its delay",
                                isReady() ? "" : "until " + Times.dateAndTime(ProposalContext.at(change.eta())),
                                isReady() ? Progress.DONE : Progress.NOW),
                        new Step("Ready", ready, isReady() ? Progress.NOW : Progress.AHEAD),
                        new Step("Executed", Progress.AHEAD));
            case EXECUTED ->
                List.of(proposed, new Step("Ready", ready, Progress.DONE), new Step("Executed", Progress.DONE));
            case CANCELLED -> List.of(proposed, new Step("Cancelled", Progress.FAILED));
            case EXPIRED, NONE ->
                List.of(
                        proposed,
                        new Step("Ready", ready, Progress.DONE),
                        new Step("Expired", Times.dateAndTime(ProposalContext.at(change.expiry())), Progress.FAILED));
        };
    }

    private List<Finding> findings(Optional<ParameterDiff> diff) {
        var findings = new ArrayList<Finding>();
        if (change.state() == ChangeState.PENDING) {
            var clashes = context.clashes(selection.origin());
            findings.addAll(clashes);
            diff.flatMap(ParameterDiff::refusal)
                    .ifPresentOrElse(
                            why -> findings.add(Finding.of(Severity.HOLD, "It would be refused by the registry", why)),
                            () -> findings.add(ProposalContext.rules(!clashes.isEmpty())));
            diff.filter(row -> row.direction() == Direction.LOOSENS)
                    .ifPresent(row -> findings.add(Finding.of(
                            Severity.NOTE,
                            "It loosens a limit",
                            row.name() + ", " + row.written().step())));
            var inForce = context.known().view().parameterBook().inForce(change.key(), change.scope());
            findings.add(
                    inForce.equals(Optional.of(change.expectedOld()))
                            ? Finding.of(
                                    Severity.PASSED,
                                    "The value in force is the one that it starts from",
                                    "The registry refuses it otherwise")
                            : Finding.of(
                                    Severity.HOLD,
                                    "The value in force is another than the one that it starts from",
                                    "The registry refuses it"));
        }
        findings.sort(Comparator.comparing(Finding::severity));
        return findings;
    }
}
