package org.breakwater.core.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.SignedHistory.Execution;
import org.breakwater.core.watch.SignedHistory.OwnersAct;
import org.breakwater.core.watch.rule.Quantity;
import org.breakwater.core.watch.rule.Rule;

/// Finds the owners of Safes who sign no longer. An execution whose signatures cannot be read counts as if everybody
/// had
/// signed it: whoever is told of has truly not signed.
///
/// @param safes all that are watched, with their owners as of the block that is looked at
record SignerReader(List<Signed> safes, AlertNames names, BlockRef head) {

    /// A Safe, and what its owners signed.
    record Signed(SafeConfiguration safe, SignedHistory history) {}

    /// The last of what an owner did.
    ///
    /// @param what in the words of the evidence
    private record LastAct(String what, Instant at) {}

    /// How long an owner has not signed.
    ///
    /// @param missed executions since then
    /// @param recently those of them that the rule looks at
    private record Silence(Optional<LastAct> since, int missed, int recently) {}

    SignerReader {
        safes = List.copyOf(safes);
    }

    List<Finding> find(Rule.Signer rule) {
        var found = new ArrayList<Finding>();
        for (var each : safes) {
            var owners = each.safe().owners().stream()
                    .filter(each.history().owners()::contains)
                    .toList();
            for (var owner : owners) {
                var silence = silence(rule, each.history(), owner);
                if (silence.missed() > 0) {
                    found.add(finding(rule, each.history(), owner, silence));
                }
            }
        }
        return found;
    }

    /// From the newest execution back to the last that the owner signed, or may have signed.
    private Silence silence(Rule.Signer rule, SignedHistory history, Address owner) {
        var since = head.time().minus(rule.over());
        var last =
                history.acts().stream().filter(act -> act.owner().equals(owner)).reduce((_, newer) -> newer);
        var missed = 0;
        var recently = 0;
        for (var execution : history.executions().reversed()) {
            if (last.filter(act -> act.block() >= execution.block()).isPresent()) {
                break;
            }
            var signed = signed(history, execution, owner);
            if (signed.isPresent()) {
                return new Silence(signed, missed, recently);
            }
            missed++;
            recently += execution.at().isBefore(since) ? 0 : 1;
        }
        return new Silence(last.map(SignerReader::act), missed, recently);
    }

    private static Optional<LastAct> signed(SignedHistory history, Execution execution, Address owner) {
        if (execution.signers().isEmpty()) {
            return Optional.of(new LastAct(
                    "not known: the signatures of the execution in block " + execution.block() + " cannot be read",
                    execution.at()));
        }
        var isApproved = history.acts().stream()
                .anyMatch(act -> act instanceof OwnersAct.Approved(var approver, var _, var _, var hash)
                        && approver.equals(owner)
                        && hash.equals(execution.safeTxHash()));
        return execution.signers().get().contains(owner) || isApproved
                ? Optional.of(new LastAct("in block " + execution.block(), execution.at()))
                : Optional.empty();
    }

    private static LastAct act(OwnersAct act) {
        return switch (act) {
            case OwnersAct.Approved(var _, var block, var at, var _) ->
                new LastAct("an approval in block " + block, at);
            case OwnersAct.Joined(var _, var block, var at) -> new LastAct("none; an owner since block " + block, at);
        };
    }

    private Finding finding(Rule.Signer rule, SignedHistory history, Address owner, Silence silence) {
        var safe = history.safe();
        var since = silence.since()
                .map(last -> ", since " + Said.time(last.at().getEpochSecond()))
                .orElse("");
        var source = "events ExecutionSuccess and ExecutionFailure of " + safe + ", and the calldata behind them";
        var read = history.executions().stream()
                .filter(execution -> execution.signers().isPresent())
                .count();
        return new Finding(
                new Subject.Safe(safe),
                "owner " + owner,
                names.address(owner) + " has signed none of the last " + rule.atLeast() + " transactions of "
                        + names.address(safe) + since,
                counted(silence.missed()) + " of it went without their signature, " + silence.recently()
                        + " of them within " + Quantity.write(rule.over())
                        + ". What cannot be read counts as signed by everybody",
                List.of(
                        new Evidence("owner", owner.toString(), "storage of " + safe),
                        new Evidence("transactions without their signature", "" + silence.missed(), source),
                        new Evidence(
                                "last signature",
                                silence.since().map(LastAct::what).orElse("none since block " + history.from()),
                                source),
                        new Evidence(
                                "executions read",
                                read + " of " + history.executions().size() + ", through block "
                                        + history.through().number(),
                                source)),
                Optional.empty(),
                silence.recently() >= rule.atLeast());
    }

    private static String counted(int transactions) {
        return transactions + (transactions == 1 ? " transaction" : " transactions");
    }
}
