package org.breakwater.core.compose;

import java.math.BigInteger;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.protocol.DaoRule;
import org.breakwater.core.rule.ParameterClash.Setting;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeChange;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// A finished call: every value of its own type, and the contract that it goes to. Amounts are in the token's smallest
/// units, times in seconds since 1970, reasons are hashes of their words.
public sealed interface ComposedCall {

    /// Moves a parameter its safe way at once (`tightenNow`).
    record Tighten(Address registry, Setting setting, Hash32 reason) implements ComposedCall {}

    /// Announces another value of a parameter (`proposeChange`). What the DAO announces has waited already, and can be
    /// executed at once (`proposeChangeAsDao`).
    record Propose(Address registry, Setting setting, Hash32 reason, boolean byDao) implements ComposedCall {

        /// As a steward or the council.
        public Propose(Address registry, Setting setting, Hash32 reason) {
            this(registry, setting, reason, false);
        }
    }

    /// Puts a pending change in force (`execute`).
    record ExecuteChange(Address registry, long changeId) implements ComposedCall {}

    /// Cancels a pending change of a steward or of the council (`cancelAsCouncil`), or any as the DAO (`cancelAsDao`).
    record CancelChange(Address registry, long changeId, Hash32 reason, boolean byDao) implements ComposedCall {}

    /// Decides an incident under review.
    ///
    /// @param severityBps share of loss
    record DecideIncident(
            Address incidents, long incidentId, boolean accepted, long occurredAt, int severityBps, Hash32 reason)
            implements ComposedCall {}

    /// Decides a claim under review.
    record DecideClaim(Address claims, long claimId, boolean accepted, BigInteger approved, Hash32 reason)
            implements ComposedCall {}

    /// Sends a granted claim to a case about fraud.
    record FlagFraud(Address claims, long claimId, Hash32 reason) implements ComposedCall {}

    /// Finds for one side of a disputed assertion.
    record ResolveDispute(Address adapter, BigInteger assertionId, boolean truthful, Hash32 reason)
            implements ComposedCall {}

    /// Pays from the treasury: inside the council's allowance (`spendAsCouncil`), or as the DAO (`spend`).
    record Spend(Address treasury, Address token, Address to, BigInteger amount, Hash32 memo, boolean byDao)
            implements ComposedCall {}

    /// Adds money of the treasury to the reserve of an incident.
    record Backstop(Address treasury, long poolId, long incidentId, BigInteger amount, boolean byDao)
            implements ComposedCall {}

    /// Puts money of the treasury into a venue.
    record Allocate(Address treasury, Address venue, BigInteger amount) implements ComposedCall {}

    /// Tells a venue that money will be taken back.
    record RequestExit(Address treasury, Address venue, BigInteger amount) implements ComposedCall {}

    /// Takes money back from a venue.
    ///
    /// @param amount {@link #EVERYTHING} for all of it
    record Recall(Address treasury, Address venue, BigInteger amount) implements ComposedCall {}

    /// Lets nothing more into a venue.
    record CloseVenue(Address treasury, Address venue) implements ComposedCall {}

    /// Lowers a venue's principal to what it says it is worth.
    record RealiseLoss(Address treasury, Address venue) implements ComposedCall {}

    /// Lets a subject be insured.
    record ListSubject(Address registry, long subjectId) implements ComposedCall {}

    /// Stops the sale of cover on a subject.
    record SuspendSubject(Address registry, long subjectId, Hash32 reason) implements ComposedCall {}

    /// Takes an adapter's word from it.
    record QuarantineAdapter(Address guardian, Address adapter, Hash32 reason) implements ComposedCall {}

    /// Lifts a pause as the council or as the DAO.
    record LiftPause(Address guardian, long pauseId, boolean byDao) implements ComposedCall {

        /// As the council.
        public LiftPause(Address guardian, long pauseId) {
            this(guardian, pauseId, false);
        }
    }

    /// Lets a pause run longer.
    ///
    /// @param by seconds
    record ExtendPause(Address guardian, long pauseId, long by) implements ComposedCall {}

    /// Takes an adapter's word again.
    record RestoreAdapter(Address guardian, Address adapter) implements ComposedCall {}

    /// Changes a rule by which the DAO decides.
    ///
    /// @param contract the Governor or the Timelock
    /// @param value in the rule's unit
    record SetRule(Address contract, DaoRule rule, BigInteger value) implements ComposedCall {}

    /// Announces a call that has to wait for its role's delay.
    ///
    /// @param notBefore 0 for as soon as the delay allows
    record Schedule(Address manager, Address target, Bytes data, long notBefore) implements ComposedCall {}

    /// Makes a call that was announced.
    record ExecuteScheduled(Address manager, Address target, Bytes data) implements ComposedCall {}

    /// Takes an announcement back.
    record CancelScheduled(Address manager, Address caller, Address target, Bytes data) implements ComposedCall {}

    /// Changes the Safe itself.
    record ChangeSafe(Address safe, SafeChange change) implements ComposedCall {}

    /// Uses up the nonce and does nothing else.
    record Reject(Address safe) implements ComposedCall {}

    /// Sends tokens that the Safe holds.
    record SendToken(Address token, Address to, BigInteger amount) implements ComposedCall {}

    /// Any other call.
    ///
    /// @param value wei
    record Raw(Address target, BigInteger value, Bytes data) implements ComposedCall {}

    /// What recalls everything from a venue: 2^256 - 1.
    BigInteger EVERYTHING = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    /// The call as the Safe or the Timelock makes it.
    default SafeCall encoded() {
        return switch (this) {
            case Tighten(var registry, var setting, var reason) ->
                call(registry, Signatures.TIGHTEN_NOW, setting, reason);
            case Propose(var registry, var setting, var reason, var byDao) ->
                call(registry, byDao ? Signatures.PROPOSE_CHANGE_AS_DAO : Signatures.PROPOSE_CHANGE, setting, reason);
            case ExecuteChange(var registry, var id) -> call(registry, Signatures.EXECUTE_CHANGE, whole(id));
            case CancelChange(var registry, var id, var reason, var byDao) ->
                call(
                        registry,
                        byDao ? Signatures.CANCEL_CHANGE_AS_DAO : Signatures.CANCEL_CHANGE,
                        whole(id),
                        word(reason));
            case DecideIncident(var incidents, var id, var accepted, var occurred, var severity, var reason) ->
                call(
                        incidents,
                        Signatures.DECIDE_INCIDENT,
                        whole(id),
                        new AbiValue.Flag(accepted),
                        whole(occurred),
                        whole(severity),
                        word(reason));
            case DecideClaim(var claims, var id, var accepted, var approved, var reason) ->
                call(
                        claims,
                        Signatures.DECIDE_CLAIM,
                        whole(id),
                        new AbiValue.Flag(accepted),
                        whole(approved),
                        word(reason));
            case FlagFraud(var claims, var id, var reason) ->
                call(claims, Signatures.FLAG_FRAUD, whole(id), word(reason));
            case ResolveDispute(var adapter, var id, var truthful, var reason) ->
                call(adapter, Signatures.RESOLVE_DISPUTE, whole(id), new AbiValue.Flag(truthful), word(reason));
            case Spend(var treasury, var token, var to, var amount, var memo, var byDao) ->
                call(
                        treasury,
                        byDao ? Signatures.SPEND_AS_DAO : Signatures.SPEND,
                        account(token),
                        account(to),
                        whole(amount),
                        word(memo));
            case Backstop(var treasury, var pool, var incident, var amount, var byDao) ->
                call(
                        treasury,
                        byDao ? Signatures.BACKSTOP_AS_DAO : Signatures.BACKSTOP,
                        whole(pool),
                        whole(incident),
                        whole(amount));
            case Allocate(var treasury, var venue, var amount) ->
                call(treasury, Signatures.ALLOCATE, account(venue), whole(amount));
            case RequestExit(var treasury, var venue, var amount) ->
                call(treasury, Signatures.REQUEST_EXIT, account(venue), whole(amount));
            case Recall(var treasury, var venue, var amount) ->
                call(treasury, Signatures.RECALL, account(venue), whole(amount));
            case CloseVenue(var treasury, var venue) -> call(treasury, Signatures.CLOSE_VENUE, account(venue));
            case RealiseLoss(var treasury, var venue) -> call(treasury, Signatures.REALISE_LOSS, account(venue));
            case ListSubject(var registry, var id) -> call(registry, Signatures.LIST_SUBJECT, whole(id));
            case SuspendSubject(var registry, var id, var reason) ->
                call(registry, Signatures.SUSPEND_SUBJECT, whole(id), word(reason));
            case QuarantineAdapter(var guardian, var adapter, var reason) ->
                call(guardian, Signatures.QUARANTINE, account(adapter), word(reason));
            case LiftPause(var guardian, var id, var byDao) ->
                call(guardian, byDao ? Signatures.LIFT_PAUSE_AS_DAO : Signatures.LIFT_PAUSE, whole(id));
            case ExtendPause(var guardian, var id, var by) ->
                call(guardian, Signatures.EXTEND_PAUSE, whole(id), whole(by));
            case RestoreAdapter(var guardian, var adapter) ->
                call(guardian, Signatures.RESTORE_ADAPTER, account(adapter));
            case SetRule(var contract, var rule, var value) ->
                call(contract, FunctionSignature.parse(rule.function()), whole(value));
            case Schedule(var manager, var target, var data, var notBefore) ->
                call(manager, Signatures.SCHEDULE, account(target), new AbiValue.Binary(data), whole(notBefore));
            case ExecuteScheduled(var manager, var target, var data) ->
                call(manager, Signatures.EXECUTE_SCHEDULED, account(target), new AbiValue.Binary(data));
            case CancelScheduled(var manager, var caller, var target, var data) ->
                call(manager, Signatures.CANCEL_SCHEDULED, account(caller), account(target), new AbiValue.Binary(data));
            case ChangeSafe(var safe, var change) -> SafeCall.of(safe, change.calldata());
            case Reject(var safe) -> SafeCall.of(safe, Bytes.EMPTY);
            case SendToken(var token, var to, var amount) ->
                call(token, Signatures.TRANSFER, account(to), whole(amount));
            case Raw(var target, var value, var data) -> new SafeCall(Operation.CALL, target, value, data);
        };
    }

    private static SafeCall call(Address registry, FunctionSignature function, Setting setting, Hash32 reason) {
        return call(
                registry,
                function,
                word(setting.key()),
                word(setting.scope().encoded()),
                whole(setting.value()),
                word(reason));
    }

    private static SafeCall call(Address target, FunctionSignature function, AbiValue... arguments) {
        return SafeCall.of(target, AbiEncoder.call(function, arguments));
    }

    private static AbiValue whole(long number) {
        return AbiValue.Whole.of(number);
    }

    private static AbiValue whole(BigInteger number) {
        return new AbiValue.Whole(number);
    }

    private static AbiValue word(Hash32 hash) {
        return new AbiValue.Binary(hash.bytes());
    }

    private static AbiValue account(Address address) {
        return new AbiValue.Account(address);
    }
}
