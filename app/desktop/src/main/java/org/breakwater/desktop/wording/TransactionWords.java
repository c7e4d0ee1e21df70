package org.breakwater.desktop.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.follow.Known;
import org.breakwater.core.safe.NonceOrder.Position;
import org.breakwater.core.safe.NonceOrder.Slot;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.SafeChange;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.l10n.Numbers;

/// A waiting transaction of a Safe in words, with what the checks that ran here found.
///
/// @param findings worst first
/// @param value what it moves, where it moves something
public record TransactionWords(String sentence, List<Finding> findings, Optional<TokenAmount> value) {

    public static final String NEVER = "Do not sign this, here or in any other program.";

    public TransactionWords {
        findings = List.copyOf(findings);
    }

    public static TransactionWords of(
            CallSentences sentences,
            WatchedSafe safe,
            Slot<QueuedTransaction> slot,
            QueuedTransaction queued,
            Known known) {
        var reading = sentences.calls().read(safe.domain(), queued.transaction().inner());
        var findings = new ArrayList<Finding>();
        findings.add(hash(queued));
        findings.add(call(sentences, queued, reading));
        refund(queued).ifPresent(findings::add);
        change(safe, reading).ifPresent(findings::add);
        findings.addAll(signatures(sentences, queued));
        position(slot, safe).ifPresent(findings::add);
        findings.sort(Comparator.comparing(Finding::severity));
        var sentence = queued.transaction().operation() == Operation.DELEGATE_CALL
                        && reading instanceof CallReading.ForeignCode
                ? "Run foreign code at "
                        + sentences.name().apply(queued.transaction().to()) + " as the Safe"
                : sentences.of(reading, known);
        return new TransactionWords(sentence, findings, CallValues.of(reading));
    }

    /// The worst of what was found.
    public Severity worst() {
        return Finding.worst(findings);
    }

    private static Finding hash(QueuedTransaction queued) {
        return queued.hasStatedHash()
                ? Finding.of(
                        Severity.PASSED,
                        "The hash is that of these fields",
                        "Computed here in two ways, and equal to what the service names")
                : Finding.of(
                        Severity.BLOCK,
                        "The service names another hash than these fields have. " + NEVER,
                        "Computed here " + queued.hash().hash() + ", named "
                                + queued.served().statedHash());
    }

    private static Finding call(CallSentences sentences, QueuedTransaction queued, CallReading reading) {
        return switch (reading) {
            case CallReading.ForeignCode() ->
                Finding.of(
                        Severity.BLOCK,
                        "It runs foreign code as the Safe, which can then do anything. " + NEVER,
                        "A delegate call to "
                                + sentences.name().apply(queued.transaction().to())
                                + ", which is no published contract; its calldata means nothing");
            case CallReading.Unreadable(var why) -> Finding.of(Severity.HOLD, "The call cannot be read", why);
            case CallReading.Understood understood ->
                Finding.of(
                        Severity.PASSED,
                        "Every byte of the calldata is decoded",
                        understood.contract() + "." + understood.call().function());
            case CallReading.ChangesSafe _ ->
                Finding.of(Severity.PASSED, "Every byte of the calldata is decoded", "The Safe's own function");
            case CallReading.Payment _, CallReading.Rejection _ ->
                Finding.of(Severity.PASSED, "There is no calldata", "It calls no function");
        };
    }

    private static Optional<Finding> refund(QueuedTransaction queued) {
        var transaction = queued.transaction();
        var refunds = transaction.gasPrice().signum() != 0
                || transaction.baseGas().signum() != 0
                || !transaction.gasToken().isZero()
                || !transaction.refundReceiver().isZero();
        return refunds
                ? Optional.of(Finding.of(
                        Severity.HOLD, "It refunds whoever executes it", "A refund is a payment that no call shows"))
                : Optional.empty();
    }

    private static Optional<Finding> change(WatchedSafe safe, CallReading reading) {
        if (!(reading instanceof CallReading.ChangesSafe(var _, var change))) {
            return Optional.empty();
        }
        var threshold = safe.setup().threshold();
        return Optional.of(
                switch (change) {
                    case SafeChange.AddOwner(var _, var next) -> owners(next.intValue(), threshold);
                    case SafeChange.RemoveOwner(var _, var _, var next) -> owners(next.intValue(), threshold);
                    case SafeChange.ChangeThreshold(var next) -> owners(next.intValue(), threshold);
                    case SafeChange.SwapOwner _ ->
                        Finding.of(Severity.WARNING, "It changes who may sign", "Ask the new owner by another way");
                    case SafeChange.EnableModule _ ->
                        Finding.of(
                                Severity.HOLD,
                                "A module moves money without any signature",
                                "It needs no owner from then on");
                    case SafeChange.DisableModule _ ->
                        Finding.of(Severity.NOTE, "It takes a module away", "Only owners decide afterwards");
                    case SafeChange.SetGuard _, SafeChange.SetModuleGuard _, SafeChange.SetFallbackHandler _ ->
                        Finding.of(
                                Severity.HOLD,
                                "It changes a part that answers for the Safe",
                                "A wrong one can stop it for good");
                    case SafeChange.ChangeMasterCopy _, SafeChange.Migrate _ ->
                        Finding.of(
                                Severity.HOLD,
                                "It puts other code behind the Safe",
                                "Whoever writes that code decides everything");
                });
    }

    private static Finding owners(int next, int threshold) {
        return next < threshold
                ? Finding.of(Severity.HOLD, "Fewer owners have to sign afterwards", next + " instead of " + threshold)
                : Finding.of(Severity.WARNING, "It changes who may sign", next + " owners must sign afterwards");
    }

    private static List<Finding> signatures(CallSentences sentences, QueuedTransaction queued) {
        var findings = new ArrayList<Finding>();
        for (var signed : queued.doubtful()) {
            var who = sentences.name().apply(signed.stated());
            findings.add(Finding.of(
                    Severity.HOLD,
                    "What is said to be the signature of " + who + " does not count",
                    switch (signed.finding()) {
                        case ONLY_ON_CHAIN -> "Only the chain can confirm it: an approved hash or a contract's";
                        case NO_OWNER -> who + " signed, and is no owner";
                        case OTHER_OWNER -> "It is another owner's";
                        case NOT_OVER_THIS, VALID -> "It is not over this transaction";
                    }));
        }
        var recovered = queued.signers().size();
        if (recovered > 0) {
            findings.add(Finding.of(
                    Severity.PASSED,
                    recovered == 1
                            ? "One signature is an owner's"
                            : Numbers.count(recovered) + " signatures are owners'",
                    "Recovered here over our own hash"));
        }
        return findings;
    }

    private static Optional<Finding> position(Slot<QueuedTransaction> slot, WatchedSafe safe) {
        if (slot.isContested()) {
            return Optional.of(Finding.of(
                    Severity.WARNING,
                    Numbers.count(slot.proposals().size()) + " transactions want nonce " + slot.nonce(),
                    "Whichever is executed first ends the others; signatures stay usable until then"));
        }
        return slot.position() == Position.BEHIND_GAP
                ? Optional.of(Finding.of(
                        Severity.WARNING,
                        "Nothing waits with a nonce before it",
                        "The Safe takes nonce " + safe.setup().nonce() + " next"))
                : Optional.empty();
    }
}
