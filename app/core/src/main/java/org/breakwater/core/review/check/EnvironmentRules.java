package org.breakwater.core.review.check;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.review.check.CheckResult.NotAvailable;
import org.breakwater.core.review.check.CheckResult.Passed;
import org.breakwater.core.review.request.PolicyStanding;

/// The machine, and the program itself.
final class EnvironmentRules {

    private static final Duration CLOCK = Duration.ofMinutes(2);

    private EnvironmentRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(
                CheckId.FW64,
                EnvironmentRules::released,
                CheckId.FW65,
                EnvironmentRules::nothingAttached,
                CheckId.FW66,
                EnvironmentRules::ownPolicy,
                CheckId.FW67,
                _ -> new NotAvailable("No signing device says here which version it has."),
                CheckId.FW68,
                EnvironmentRules::rightClock,
                CheckId.FW69,
                _ -> new NotApplicable("Nothing comes from the clipboard."));
    }

    /// A manifest without a signature shows damage, and no program that was replaced together with it.
    private static CheckResult released(Scene scene) {
        return switch (scene.surroundings().release()) {
            case Release.Unknown(var why) -> new NotAvailable(why);
            case Release.Same(var version, var files) ->
                new CheckResult.Note("The " + files + " files of this program are those of release " + version
                        + ", by a manifest that lies beside them and that nobody has signed.");
            case Release.Altered(var version, var files) ->
                new CheckResult.Block("This program is not release " + version + ": " + String.join(", ", files)
                        + (files.size() == 1 ? " is" : " are") + " another than in its manifest.");
        };
    }

    private static CheckResult ownPolicy(Scene scene) {
        return switch (scene.policy().standing()) {
            case PolicyStanding.None _ -> new NotAvailable("You have no policy of your own.");
            case PolicyStanding.Recorded(var changes, var last) ->
                new Passed("Your policy is as this program recorded it: " + changes
                        + (changes == 1 ? " change, of " : " changes, the last of ")
                        + DateTimeFormatter.ISO_INSTANT.format(last.truncatedTo(ChronoUnit.SECONDS)) + ".");
            case PolicyStanding.Changed(var why) ->
                new CheckResult.Block("Something else than this program changed your policy. " + why
                        + " Look at it in Settings, Review policy.");
        };
    }

    private static CheckResult nothingAttached(Scene scene) {
        var findings = new Findings();
        scene.surroundings().attached().forEach(attached -> findings.hold("This program runs with " + attached + "."));
        scene.surroundings()
                .injected()
                .forEach(variable ->
                        findings.warn("The variable " + variable + " changes how this program is started."));
        return findings.orPassed("No agent and no debugger is attached to this program.");
    }

    private static CheckResult rightClock(Scene scene) {
        if (scene.isLocal()) {
            return new NotApplicable("On a local network the chain's own time is now.");
        }
        var off = Duration.between(
                scene.chain().block().time(), scene.surroundings().now());
        return off.abs().compareTo(CLOCK) > 0
                ? new CheckResult.Warning("The newest block is of "
                        + scene.chain().block().time()
                        + ", this machine's clock says " + scene.surroundings().now()
                        + ": the node is behind, or the clock is wrong.")
                : new Passed("The clock and the newest block agree.");
    }
}
