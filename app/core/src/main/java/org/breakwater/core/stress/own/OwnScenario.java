package org.breakwater.core.stress.own;

import java.util.HashSet;
import java.util.List;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.stress.RiskTarget;
import org.breakwater.core.stress.Scenario;
import org.breakwater.core.stress.Scenario.Loss;

/// A scenario of one's own: several things that are hit at once, each as hard as somebody says.
///
/// @param id by which it is kept, above 0
/// @param losses each of another thing
public record OwnScenario(long id, String name, List<Loss> losses) {

    public static final int MOST_NAME = 80;
    public static final int MOST_LOSSES = 200;

    /// What stands where a published one names its incident.
    public static final String AFTER = "your own";

    private static final int WHOLE = 10_000;

    public OwnScenario {
        losses = List.copyOf(losses);
    }

    /// A scenario that can be gone through and kept.
    ///
    /// @throws ProblemException in a sentence, where it cannot
    public static OwnScenario of(long id, String name, List<Loss> losses) throws ProblemException {
        checkName(name);
        check(losses);
        return new OwnScenario(id, name.strip(), losses);
    }

    /// @throws ProblemException where it is no name
    public static void checkName(String name) throws ProblemException {
        if (name.isBlank()) {
            throw refused("The scenario has no name.", "Say in a few words what happens.");
        }
        if (name.strip().length() > MOST_NAME) {
            throw refused(
                    "The name has " + name.strip().length() + " characters.", "Say it in at most " + MOST_NAME + ".");
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            throw refused("The name holds a character that cannot be seen.", "Type it anew.");
        }
    }

    /// @throws ProblemException where they cannot happen together
    public static void check(List<Loss> losses) throws ProblemException {
        if (losses.isEmpty()) {
            throw refused("Nothing is hit.", "Add a subject, a venue or an asset.");
        }
        if (losses.size() > MOST_LOSSES) {
            throw refused(
                    losses.size() + " things are hit.", "Name at most " + MOST_LOSSES + ", or make two scenarios.");
        }
        var hit = new HashSet<RiskTarget>();
        for (var loss : losses) {
            if (!hit.add(loss.target())) {
                throw refused("The same is hit twice.", "Leave one of the two out.");
            }
            if (loss.severityBps() < 1 || loss.severityBps() > WHOLE) {
                throw refused("Something is hit by less than 0.01 % or more than 100 %.", HitShare.ALLOWED);
            }
        }
    }

    private static ProblemException refused(String happened, String remedy) {
        return new ProblemException(Problem.of(happened, remedy));
    }

    /// To be gone through with a book.
    public Scenario scenario() {
        return new Scenario(name, AFTER, losses);
    }
}
