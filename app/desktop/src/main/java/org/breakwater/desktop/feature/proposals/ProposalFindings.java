package org.breakwater.desktop.feature.proposals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.breakwater.desktop.feature.proposals.ProposalPage.Call;
import org.breakwater.desktop.kit.DiffRow.Direction;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.wording.Finding;
import org.breakwater.desktop.wording.ParameterDiff;

/// What is wrong with a proposal to the DAO, or worth knowing before one votes, worst first.
record ProposalFindings(Selection selection, boolean isOpen, ProposalContext context) {

    List<Finding> of(List<Call> calls) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < calls.size(); i++) {
            var call = calls.get(i);
            var which = calls.size() == 1 ? "The call" : "Call " + (i + 1);
            call.unreadable().ifPresent(why -> findings.add(Finding.of(Severity.HOLD, which + " cannot be read", why)));
            call.diff().ifPresent(diff -> addDiff(findings, which, diff));
        }
        if (calls.stream().allMatch(call -> call.unreadable().isEmpty())) {
            findings.add(Finding.of(
                    Severity.PASSED,
                    "Every byte of the calldata is decoded",
                    "Against the interfaces of the contracts that it goes to"));
        }
        if (isOpen) {
            var clashes = context.clashes(selection.origin());
            findings.addAll(clashes);
            var steps = calls.stream().anyMatch(call -> call.diff().isPresent());
            var refused = calls.stream()
                    .anyMatch(
                            call -> call.diff().flatMap(ParameterDiff::refusal).isPresent());
            if (steps && !refused) {
                findings.add(ProposalContext.rules(!clashes.isEmpty()));
            }
        }
        findings.sort(Comparator.comparing(Finding::severity));
        return findings;
    }

    private static void addDiff(List<Finding> findings, String which, ParameterDiff diff) {
        diff.refusal()
                .ifPresent(why ->
                        findings.add(Finding.of(Severity.HOLD, which + " would be refused by the registry", why)));
        if (diff.direction() == Direction.LOOSENS) {
            findings.add(Finding.of(
                    Severity.NOTE,
                    which + " loosens a limit",
                    diff.name() + ", " + diff.written().step()));
        }
    }
}
