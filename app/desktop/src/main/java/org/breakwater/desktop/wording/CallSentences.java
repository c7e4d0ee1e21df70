package org.breakwater.desktop.wording;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.breakwater.core.call.CallReader;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.call.CallReading.Understood;
import org.breakwater.core.call.ParameterStep;
import org.breakwater.core.call.ParameterStep.Way;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.Known;
import org.breakwater.core.governor.ProposalActions;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.protocol.ParameterUnit;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.safe.SafeChange;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.ParameterWords;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.l10n.Times;

/// One sentence for each call, from its bytes and from what is known; never from what somebody says about it.
///
/// @param name what an address is called
/// @param calls reads calls inside of calls
public record CallSentences(Function<Address, String> name, CallReader calls, Deployment deployment) {

    private static final int TOKEN_DECIMALS = 18;

    /// What a call does, if it is executed now.
    public String of(CallReading reading, Known known) {
        return switch (reading) {
            case Understood understood ->
                ParameterStep.of(understood)
                        .map(step -> step(step, known))
                        .orElseGet(() -> understood(understood, known));
            case CallReading.ChangesSafe(var safe, var change) -> change(safe, change);
            case CallReading.Payment(var value) -> "Pay " + ether(value);
            case CallReading.Rejection() -> "Use up the nonce and do nothing else";
            case CallReading.ForeignCode() -> "Run foreign code as the Safe itself";
            case CallReading.Unreadable _ -> "A call that cannot be read";
        };
    }

    /// What a proposal of several calls does: the first one, and how many more there are.
    public String of(List<CallReading> readings, Known known) {
        return summary(readings, reading -> of(reading, known));
    }

    private static String summary(List<CallReading> readings, Function<CallReading, String> sentence) {
        if (readings.isEmpty()) {
            return "Do nothing";
        }
        var first = sentence.apply(readings.getFirst());
        return readings.size() == 1 ? first : first + ", and " + Numbers.count(readings.size() - 1L) + " more";
    }

    /// What a call did when it was executed: a parameter may have had any value before.
    public String past(CallReading reading, Known known) {
        return ParameterStep.of(reading).map(step -> set(step, known)).orElseGet(() -> of(reading, known));
    }

    /// What several calls did.
    public String past(List<CallReading> readings, Known known) {
        return summary(readings, reading -> past(reading, known));
    }

    private String step(ParameterStep step, Known known) {
        var old = known.view().parameterBook().inForce(step.key(), step.scope());
        return old.map(value -> changed(step.key(), step, value, known)).orElseGet(() -> set(step, known));
    }

    private String changed(Hash32 key, ParameterStep step, BigInteger old, Known known) {
        var verb = step.value().compareTo(old) < 0 ? "Lower " : "Raise ";
        return step.value().equals(old)
                ? set(step, known)
                : verb + ParameterWords.noun(key, step.scope(), name) + " from "
                        + ParameterWords.value(key, unit(key, known), old) + " to "
                        + ParameterWords.value(key, unit(key, known), step.value())
                        + (step.way() == Way.TIGHTENED ? " at once" : "");
    }

    /// Without the value before: where it is not known any more, or is the same.
    private String set(ParameterStep step, Known known) {
        return "Set " + ParameterWords.noun(step.key(), step.scope(), name) + " to "
                + ParameterWords.value(step.key(), unit(step.key(), known), step.value());
    }

    /// What a parameter counts; nothing for one that is not defined.
    public static ParameterUnit unit(Hash32 key, Known known) {
        return known.view().parameterBook().spec(key).map(spec -> spec.unit()).orElse(ParameterUnit.NONE);
    }

    private String understood(Understood call, Known known) {
        return switch (call.function()) {
            case "Treasury.spend", "Treasury.spendAsCouncil" ->
                "Pay " + amount(call, "token", "amount") + " to " + name.apply(call.address("to"));
            case "Treasury.allocate" -> "Move " + usdc(call, "amount") + " to " + name.apply(call.address("venue_"));
            case "Treasury.recall" -> "Recall " + usdc(call, "amount") + " from " + name.apply(call.address("venue_"));
            case "Treasury.requestExit" ->
                "Ask " + name.apply(call.address("venue_")) + " to give back " + usdc(call, "amount");
            case "Treasury.addVenue" ->
                "List " + name.apply(call.address("venue_")) + " as a venue, cap " + percent(call, "capBps");
            case "Treasury.closeVenue" -> "Close the venue " + name.apply(call.address("venue_"));
            case "Treasury.realiseLoss" -> "Write off what " + name.apply(call.address("venue_")) + " lost";
            case "Treasury.backstop", "Treasury.backstopAsCouncil" ->
                "Give " + usdc(call, "amount") + " to pool " + call.number("poolId") + " for incident "
                        + call.number("incidentId");
            case "ParameterRegistry.execute" -> ofChange("Execute", call, known);
            case "ParameterRegistry.cancel", "ParameterRegistry.cancelAsCouncil", "ParameterRegistry.cancelAsDao" ->
                ofChange("Cancel", call, known);
            case "ParameterRegistry.tightenBounds" ->
                "Tighten the bounds of " + ParameterWords.noun(call.word("key"), ParameterScope.GLOBAL, name);
            case "EmergencyGuardian.pause" -> pause(call);
            case "EmergencyGuardian.extend" ->
                "Extend pause " + call.number("pauseId") + " by " + duration(call.number("by"));
            case "EmergencyGuardian.lift", "EmergencyGuardian.liftAsCouncil", "EmergencyGuardian.liftAsDao" ->
                lift(call, known);
            case "EmergencyGuardian.quarantineAdapter" ->
                "Quarantine the adapter " + name.apply(call.address("adapter"));
            case "EmergencyGuardian.restoreAdapter" -> "Restore the adapter " + name.apply(call.address("adapter"));
            case "Claims.councilDecide" ->
                call.flag("accepted")
                        ? "Accept claim " + call.number("claimId") + ", " + usdc(call, "approved")
                        : "Deny claim " + call.number("claimId");
            case "Claims.flagFraud" -> "Flag claim " + call.number("claimId") + " as fraud";
            case "Incidents.councilDecide" ->
                call.flag("accepted")
                        ? "Accept incident " + call.number("incidentId") + ", severity " + percent(call, "severityBps")
                        : "Reject incident " + call.number("incidentId");
            case "Incidents.bindAdapter" -> bind(call);
            case "RiskRegistry.list" -> "List subject " + call.number("subjectId");
            case "RiskRegistry.suspend" -> "Suspend subject " + call.number("subjectId");
            case "RiskRegistry.delist" -> "Delist subject " + call.number("subjectId");
            case "AccessManager.schedule" -> scheduled(call, known);
            case "AccessManager.execute" -> lowered("Carry out what was announced: ", inner(call, "data"), known);
            case "AccessManager.cancel" -> lowered("Cancel what was announced: ", inner(call, "data"), known);
            case "AccessManager.grantRole" ->
                "Give " + role(call) + " to " + name.apply(call.address("account")) + delay(call);
            case "AccessManager.revokeRole" -> "Take " + role(call) + " from " + name.apply(call.address("account"));
            case "LocalToken.transfer", "CoverToken.transfer" ->
                "Send " + token(call, "value") + " to " + name.apply(call.address("to"));
            case "LocalToken.approve", "CoverToken.approve" ->
                "Let " + name.apply(call.address("spender")) + " spend " + token(call, "value");
            case "AccountCover.topUp" ->
                "Prepay " + usdc(call, "amount") + " for the cover of " + name.apply(call.address("integrator_"));
            case "CoverGovernor.castVote",
                    "CoverGovernor.castVoteWithReason",
                    "CoverGovernor.castVoteBySig",
                    "CoverGovernor.castVoteWithReasonAndParamsBySig" -> DaoSentences.vote(call, name, known);
            case "CoverGovernor.queue", "CoverGovernor.execute", "CoverGovernor.cancel" ->
                DaoSentences.step(call, known);
            case "CoverGovernor.propose" -> proposed(call, known);
            case "CoverToken.delegate" -> "Let " + name.apply(call.address("delegatee")) + " vote with your tokens";
            case "Tribunal.vote", "Tribunal.voteBySig" -> DaoSentences.ballot(call, name);
            case "Tribunal.close" -> "Count case " + call.number("caseId") + " and deliver its verdict";
            case "Tribunal.strike" ->
                "Take out the ballot of " + name.apply(call.address("voter")) + " in case " + call.number("caseId");
            case "Tribunal.addEvidence" ->
                "File evidence on " + (call.number("kind").signum() == 0 ? "incident " : "claim ")
                        + call.number("refId");
            case "Incidents.challenge" -> "Challenge incident " + call.number("incidentId") + " for a bond";
            case "Claims.appeal" -> "Appeal the denial of claim " + call.number("claimId");
            default ->
                DaoRules.of(call)
                        .map(rule -> DaoRules.sentence(rule, call, known))
                        .orElseGet(() -> "Call " + call.call().function().name() + " of " + call.contract());
        };
    }

    private String ofChange(String verb, Understood call, Known known) {
        var id = call.number("changeId");
        var change = known.view().changes().stream()
                .filter(view -> BigInteger.valueOf(view.changeId()).equals(id))
                .findFirst();
        return change.map(view -> {
                    var pending = view.change();
                    return verb + " change " + id + ", which sets "
                            + ParameterWords.noun(pending.key(), pending.scope(), name) + " to "
                            + ParameterWords.value(pending.key(), unit(pending.key(), known), pending.newValue());
                })
                .orElse(verb + " change " + id + " of the parameter registry");
    }

    private static String pause(Understood call) {
        var pool = call.number("poolId");
        return "Pause " + scopes(call.number("scopes")) + (pool.signum() == 0 ? " of every pool" : " of pool " + pool)
                + " for " + duration(call.number("duration"));
    }

    private static String scopes(BigInteger bits) {
        return Arrays.stream(PauseScope.values())
                .filter(scope -> scope.isIn(bits.intValue()))
                .map(Terms::of)
                .map(words -> words.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String lift(Understood call, Known known) {
        var id = call.number("pauseId");
        return known.view().pauses().stream()
                .filter(view -> BigInteger.valueOf(view.pauseId()).equals(id))
                .findFirst()
                .map(view -> "Lift pause " + id + ": let "
                        + scopes(BigInteger.valueOf(view.pause().scopes()))
                        + (view.pause().poolId() == 0
                                ? " of every pool"
                                : " of pool " + view.pause().poolId())
                        + " run again")
                .orElse("Lift pause " + id);
    }

    private String bind(Understood call) {
        var place = " for subject " + call.number("subjectId") + " of pool " + call.number("poolId");
        return (call.flag("bound") ? "Bind the adapter " : "Unbind the adapter ")
                + name.apply(call.address("adapter"))
                + place;
    }

    private String scheduled(Understood call, Known known) {
        return lowered("Announce: ", inner(call, "data"), known);
    }

    /// With what the actions do, read from the calldata inside.
    private String proposed(Understood call, Known known) {
        return ProposalActions.proposedBy(call.call().values())
                .map(actions -> {
                    var readings = new ArrayList<CallReading>();
                    for (int i = 0; i < actions.count(); i++) {
                        readings.add(calls.read(
                                actions.targets().get(i),
                                actions.values().get(i),
                                actions.calldatas().get(i)));
                    }
                    var sentence = of(readings, known);
                    return "Propose to the DAO: " + sentence.substring(0, 1).toLowerCase(Locale.ROOT)
                            + sentence.substring(1);
                })
                .orElse("Propose to the DAO");
    }

    private CallReading inner(Understood call, String argument) {
        return calls.read(call.address("target"), BigInteger.ZERO, call.bytes(argument));
    }

    private String lowered(String lead, CallReading inner, Known known) {
        var sentence = of(inner, known);
        return lead + sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private String role(Understood call) {
        return "the role " + deployment.roleName(call.number("roleId").longValue());
    }

    private static String delay(Understood call) {
        var delay = call.number("executionDelay");
        return delay.signum() == 0 ? ", without delay" : ", with a delay of " + duration(delay);
    }

    private String change(Address safe, SafeChange change) {
        var itself = name.apply(safe);
        return switch (change) {
            case SafeChange.AddOwner(var owner, var threshold) ->
                "Add " + name.apply(owner) + " as an owner of " + itself + ", " + threshold + " must sign";
            case SafeChange.RemoveOwner(var _, var owner, var threshold) ->
                "Remove the owner " + name.apply(owner) + " of " + itself + ", " + threshold + " must sign";
            case SafeChange.SwapOwner(var _, var old, var next) ->
                "Replace the owner " + name.apply(old) + " of " + itself + " with " + name.apply(next);
            case SafeChange.ChangeThreshold(var threshold) ->
                "Let " + threshold + " owners of " + itself + " be enough to sign";
            case SafeChange.EnableModule(var module) ->
                "Let the module " + name.apply(module) + " move what " + itself + " holds";
            case SafeChange.DisableModule(var _, var module) ->
                "Take the module " + name.apply(module) + " from " + itself;
            case SafeChange.SetGuard(var guard) -> part("guard", guard, itself);
            case SafeChange.SetModuleGuard(var guard) -> part("module guard", guard, itself);
            case SafeChange.SetFallbackHandler(var handler) -> part("fallback handler", handler, itself);
            case SafeChange.ChangeMasterCopy(var singleton) -> "Put " + name.apply(singleton) + " behind " + itself;
            case SafeChange.Migrate(var migration, var _) -> "Move " + itself + " to version " + migration.version();
        };
    }

    private String part(String part, Address account, String itself) {
        return account.isZero()
                ? "Remove the " + part + " of " + itself
                : "Set the " + part + " of " + itself + " to " + name.apply(account);
    }

    private String amount(Understood call, String token, String argument) {
        var settles = deployment
                .contract("LocalToken")
                .filter(contract -> contract.address().equals(call.address(token)))
                .isPresent();
        return settles
                ? usdc(call, argument)
                : Numbers.count(call.number(argument)) + " units of " + name.apply(call.address(token));
    }

    private static String token(Understood call, String argument) {
        return call.contract().equals("LocalToken")
                ? usdc(call, argument)
                : Numbers.decimal(new BigDecimal(call.number(argument), TOKEN_DECIMALS), 2, RoundingMode.DOWN)
                        + " votes";
    }

    private static String usdc(Understood call, String argument) {
        return Numbers.amountWithUnit(SettlementAsset.amount(call.number(argument)), Rounding.DUE);
    }

    private static String percent(Understood call, String argument) {
        return Numbers.percent(new BasisPoints(call.number(argument)));
    }

    private static String duration(BigInteger seconds) {
        return Times.duration(Duration.ofSeconds(
                seconds.min(BigInteger.valueOf(Integer.MAX_VALUE)).longValue()));
    }

    private static String ether(BigInteger wei) {
        return new BigDecimal(wei, TOKEN_DECIMALS).stripTrailingZeros().toPlainString() + '\u00A0' + "ETH";
    }
}
