package org.breakwater.desktop.feature.emergency;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.breakwater.core.emergency.Drill;
import org.breakwater.core.emergency.PauseFact;
import org.breakwater.core.emergency.PausePlan;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;

/// What a pause is called, and what is true of it, in words.
final class PauseWords {

    private PauseWords() {}

    /// "Pause new cover and detection of the Bridge pool for 24 h".
    static String title(PausePlan plan, String where) {
        return "Pause " + scopes(plan.target().ordered()) + " of " + where + " for " + length(plan.length());
    }

    /// In whole hours, as the power to pause is written.
    static String length(Duration length) {
        return length.toSeconds() % Duration.ofHours(1).toSeconds() == 0
                ? length.toHours() + " h"
                : Times.duration(length);
    }

    static String scopes(Collection<PauseScope> scopes) {
        var names = scopes.stream()
                .map(scope -> ScopeWords.name(scope).toLowerCase(Locale.ROOT))
                .toList();
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    static String name(PauseFact fact) {
        return switch (fact) {
            case PauseFact.StoppedAlready _, PauseFact.NothingStopped _ -> "Paused already";
            case PauseFact.Cooling _, PauseFact.NothingCools _ -> "Cool-down";
            case PauseFact.Budget _ -> "Pauses left";
            case PauseFact.TooLong _ -> "Length";
            case PauseFact.SafeHasPower _ -> "The Safe's power";
            case PauseFact.OwnPart _ -> "Your part";
            case PauseFact.Signatures _ -> "Signatures";
            case PauseFact.Turn _ -> "Before it";
        };
    }

    static Severity severity(PauseFact fact) {
        if (fact.refuses()) {
            return Severity.BLOCK;
        }
        return switch (fact) {
            case PauseFact.StoppedAlready _ -> Severity.NOTE;
            case PauseFact.OwnPart(var isOwner) -> isOwner ? Severity.PASSED : Severity.WARNING;
            case PauseFact.Turn(var _, var first, var displaced) ->
                first.isEmpty() && displaced == 0 ? Severity.PASSED : Severity.WARNING;
            case PauseFact.NothingStopped _,
                    PauseFact.Cooling _,
                    PauseFact.NothingCools _,
                    PauseFact.Budget _,
                    PauseFact.TooLong _,
                    PauseFact.SafeHasPower _,
                    PauseFact.Signatures _ -> Severity.PASSED;
        };
    }

    static String value(PauseFact fact) {
        return switch (fact) {
            case PauseFact.NothingStopped _ -> "nothing";
            case PauseFact.StoppedAlready(var scopes, var until) ->
                scopes(scopes) + " until " + Times.dateAndTime(until) + " UTC";
            case PauseFact.NothingCools _ -> "none for this";
            case PauseFact.Cooling(var scopes, var until) ->
                scopes(scopes) + ", again from " + Times.dateAndTime(until) + " UTC";
            case PauseFact.Budget(var used, var most, var frees) ->
                (most - used) + " of " + most + (used == 0 ? "" : ", one more from " + Times.date(frees));
            case PauseFact.TooLong(var most) -> "at most " + length(Duration.ofSeconds(most));
            case PauseFact.SafeHasPower(var has) -> has ? "may pause at once" : "may not pause";
            case PauseFact.OwnPart(var isOwner) -> isOwner ? "an owner of the Safe" : "no owner of the Safe";
            case PauseFact.Signatures(var given, var needed, var owners) ->
                given + " of " + needed + " given, " + owners + " owners";
            case PauseFact.Turn(var nonce, var first, var displaced) -> turn(nonce.toString(), first, displaced);
        };
    }

    private static String turn(String nonce, Collection<?> first, int displaced) {
        if (!first.isEmpty()) {
            return "nonce " + first.stream().map(Object::toString).collect(Collectors.joining(", ")) + " comes first";
        }
        return displaced == 0
                ? "nothing, nonce " + nonce + " is next"
                : "takes nonce " + nonce + " from "
                        + (displaced == 1
                                ? "a transaction that lacks signatures"
                                : Numbers.count(displaced) + " that lack signatures");
    }

    /// Why the contract would refuse it.
    static String refusal(PauseFact fact) {
        return name(fact) + ": " + value(fact);
    }

    /// "Last drill 2 Nov 14:01, 4 min".
    static String last(Drill drill) {
        return "Last drill " + Times.dateAndTime(drill.at()) + ", "
                + (drill.stopped() ? Times.duration(drill.total()) : "not stopped");
    }

    /// Who practised when, and how long it took.
    static String told(Drill drill) {
        return drill.who() + ", " + Times.dateAndTime(drill.at()) + " UTC. "
                + (drill.stopped()
                        ? "Decided in " + Times.duration(drill.decided()) + ", carried out in "
                                + Times.duration(drill.carriedOut()) + "."
                        : drill.failure());
    }
}
