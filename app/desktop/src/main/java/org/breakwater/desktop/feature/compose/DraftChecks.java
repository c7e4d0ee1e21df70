package org.breakwater.desktop.feature.compose;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.call.OpenSettings;
import org.breakwater.core.call.OpenSettings.OpenSetting;
import org.breakwater.core.call.OpenSettings.Origin;
import org.breakwater.core.compose.ComposedCall;
import org.breakwater.core.compose.InputProblem;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.rule.ParameterClash;
import org.breakwater.core.rule.ParameterClash.Setting;
import org.breakwater.core.safe.SafeChange;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.feature.compose.PageMaker.Ground;
import org.breakwater.desktop.feature.compose.PageMaker.Worked;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.wording.Finding;
import org.breakwater.desktop.wording.ParameterDiff;

/// What can be said of a draft before it is reviewed: from what is known, without asking the chain.
record DraftChecks(Ground ground, List<Worked> worked, OpenSettings open, PageMaker maker) {

    List<Finding> all() {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < worked.size(); i++) {
            refused(i).ifPresent(findings::add);
            findings.addAll(ofCall(i));
        }
        pending().ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> refused(int index) {
        return worked.get(index).problems().stream()
                .filter(problem -> problem.kind() == InputProblem.Kind.REFUSED)
                .findFirst()
                .map(problem ->
                        Finding.of(Severity.HOLD, "Call " + (index + 1) + " would be refused", problem.sentence()));
    }

    private List<Finding> ofCall(int index) {
        var meant = worked.get(index).finished().map(done -> done.meant());
        if (meant.isEmpty()) {
            return List.of();
        }
        var call = "Call " + (index + 1);
        return switch (meant.get()) {
            case ComposedCall.Tighten(var _, var setting, var _) -> ofSetting(call, setting, true);
            case ComposedCall.Propose(var _, var setting, var _, var _) -> ofSetting(call, setting, false);
            case ComposedCall.Spend(var _, var _, var to, var _, var _, var _) -> payee(call, to);
            case ComposedCall.SendToken(var _, var to, var _) -> payee(call, to);
            case ComposedCall.Raw(var target, var _, var _) -> unknown(call, index, target);
            case ComposedCall.ChangeSafe(var _, var change) -> ofSafe(call, index, change);
            case ComposedCall.SetRule(var _, var rule, var value) ->
                List.of(new RuleFinding(ground.known()).of(call, rule, value));
            default -> List.of();
        };
    }

    private List<Finding> ofSetting(String call, Setting setting, boolean atOnce) {
        var findings = new ArrayList<Finding>();
        var view = ground.known().view();
        if (atOnce) {
            view.changes().stream()
                    .filter(pending -> pending.change().state() == ChangeState.PENDING)
                    .filter(pending -> pending.change().key().equals(setting.key())
                            && pending.change().scope().equals(setting.scope()))
                    .forEach(pending -> findings.add(new Finding(
                            Severity.WARNING,
                            "Change " + pending.changeId() + " could not be executed any more",
                            "It expects the value that " + call.toLowerCase(Locale.ROOT) + " replaces.",
                            Optional.of(new Finding.Lead("Show", new Place.ParameterChange(pending.changeId()))))));
        }
        for (var other : open.settings()) {
            ParameterClash.between(view.parameterBook(), setting, other.setting())
                    .ifPresent(violation -> findings.add(new Finding(
                            Severity.WARNING,
                            call + " and " + words(other.origin()) + " cannot both be executed",
                            ParameterDiff.broken(violation),
                            Optional.of(new Finding.Lead("Show", place(other.origin()))))));
        }
        return findings;
    }

    private static String words(Origin origin) {
        return switch (origin) {
            case Origin.OfChange(var id) -> "change " + id;
            case Origin.OfProposal _ -> "a proposal of the DAO";
        };
    }

    private static Place place(Origin origin) {
        return switch (origin) {
            case Origin.OfChange(var id) -> new Place.ParameterChange(id);
            case Origin.OfProposal(var id) -> new Place.Proposal(id);
        };
    }

    private List<Finding> payee(String call, Address to) {
        return isNamed(to)
                ? List.of()
                : List.of(Finding.of(
                        Severity.WARNING,
                        call + " pays somebody without a name",
                        to + " is not in the address book. Compare it by another way."));
    }

    private boolean isNamed(Address address) {
        return maker.forms().book().name(address).isPresent();
    }

    private List<Finding> unknown(String call, int index, Address target) {
        var findings = new ArrayList<Finding>();
        if (!isNamed(target)) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    call + " goes to an address without a name",
                    target + " is not in the address book."));
        }
        var data = worked.get(index).finished().orElseThrow().call().data();
        if (!data.isEmpty()
                && maker.calls().read(target, BigInteger.ZERO, data) instanceof CallReading.Unreadable(var why)) {
            findings.add(Finding.of(Severity.WARNING, call + " cannot be read from its bytes", why));
        }
        return findings;
    }

    private List<Finding> ofSafe(String call, int index, SafeChange change) {
        var before = worked.get(index).before();
        var after = before.after(worked.get(index).finished().orElseThrow().meant());
        if (after.threshold() < before.threshold()) {
            return List.of(Finding.of(
                    Severity.HOLD,
                    call + " lets fewer owners be enough",
                    after.threshold() + " instead of " + before.threshold() + " must sign afterwards."));
        }
        return switch (change) {
            case SafeChange.EnableModule _ ->
                List.of(Finding.of(
                        Severity.HOLD,
                        call + " lets a module move money without any signature",
                        "It needs no owner from then on."));
            case SafeChange.SetFallbackHandler _ ->
                List.of(Finding.of(
                        Severity.HOLD,
                        call + " lets another contract answer for the Safe",
                        "Whoever asks the Safe whether it signed a message gets that contract's answer."));
            case SafeChange.SetGuard _, SafeChange.SetModuleGuard _ ->
                List.of(Finding.of(
                        Severity.HOLD,
                        call + " changes what may refuse transactions",
                        "A wrong guard can stop the Safe for good."));
            default ->
                List.of(Finding.of(
                        Severity.WARNING,
                        call + " changes the Safe itself",
                        after.threshold() + " of " + after.owners().size() + " owners sign afterwards."));
        };
    }

    /// What clashes without this transaction.
    private Optional<Finding> pending() {
        var settings = open.settings();
        for (int i = 0; i < settings.size(); i++) {
            for (int j = i + 1; j < settings.size(); j++) {
                var clash = ParameterClash.between(
                        ground.known().view().parameterBook(),
                        settings.get(i).setting(),
                        settings.get(j).setting());
                if (clash.isPresent()
                        && !settings.get(i).origin().equals(settings.get(j).origin())) {
                    return Optional.of(note(settings.get(i), settings.get(j)));
                }
            }
        }
        return Optional.empty();
    }

    private static Finding note(OpenSetting one, OpenSetting other) {
        return new Finding(
                Severity.NOTE,
                "Two clashing changes are pending",
                words(one.origin()).substring(0, 1).toUpperCase(Locale.ROOT)
                        + words(one.origin()).substring(1) + " and " + words(other.origin())
                        + ", not touched by this.",
                Optional.of(new Finding.Lead("Show", place(one.origin()))));
    }
}
